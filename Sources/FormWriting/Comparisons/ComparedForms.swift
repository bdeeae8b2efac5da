import FormComparison
import FormModel

/// An approved form and its self-evaluation with all that is said of them.
public struct ComparedForms: Sendable {
  /// The approved form as it was read, without findings.
  public var approved: CheckedForm
  /// The self-evaluation with what the rules of comparison and scoring found.
  public var evaluated: CheckedForm
  /// Which row is which, and what changed.
  public var comparison: Comparison
  /// The points, worked out twice; `nil` where the profile of the self-evaluation has no scoring.
  public var points: TwofoldPoints?
  /// Whether there is only a self-evaluation, whose own targets are what was approved.
  public var isAlone: Bool

  public init(
    approved: CheckedForm, evaluated: CheckedForm, comparison: Comparison, points: TwofoldPoints?,
    isAlone: Bool
  ) {
    self.approved = approved
    self.evaluated = evaluated
    self.comparison = comparison
    self.points = points
    self.isAlone = isAlone
  }

  /// `申报.yaml → 自评.yaml`, or the one file.
  public var name: String {
    isAlone ? evaluated.name : approved.name + Messages.becomes + evaluated.name
  }

  /// `申报.yaml 23:10`, as far as the place is known.
  func place(approved path: FormPath?) -> String? { Self.place(path, in: approved) }

  /// `自评.yaml 30:12`, as far as the place is known.
  func place(evaluated path: FormPath?) -> String? { Self.place(path, in: evaluated) }

  private static func place(_ path: FormPath?, in form: CheckedForm) -> String? {
    path.flatMap { form.read.location(of: $0) }.map { "\(form.name) \($0)" }
  }
}

/// Forms for which no counterpart was found, as people are told them.
public struct UnpairedForms: Sendable, Hashable {
  /// Approved forms without a self-evaluation.
  public var approved: [String]
  /// Self-evaluations without an approved form.
  public var evaluated: [String]

  public init(approved: [String] = [], evaluated: [String] = []) {
    self.approved = approved
    self.evaluated = evaluated
  }

  /// Whether every form has its counterpart.
  public var isEmpty: Bool { approved.isEmpty && evaluated.isEmpty }
}
