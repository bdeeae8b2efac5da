import FormModel
import FormTemplates
import YAMLText

/// One rule of the field, decoded from one file of `Rules/`.
public struct Rule: Sendable {
  /// File name without `.yaml`.
  public let id: String
  /// The fault in a few words: `指标值只是一个词`.
  public let title: String
  /// Folder: completeness, structure, weights, measurability, consistency ….
  public let group: String
  /// As the rule file gives it, or as the template changes it.
  public internal(set) var severity: Severity
  /// The kinds of form it speaks about.
  public let appliesTo: [FormKind]
  /// When it means something: while a form is filled, or once it is complete.
  public let phase: Phase
  /// Ids of rules whose finding on the same place silences this one.
  public let unless: [String]
  /// What comes of the fault, in a sentence.
  public let why: String?
  /// What to do, as written, placeholders and all.
  public let help: String
  /// What is said of a place, as written, placeholders and all.
  public let message: String
  /// The rule of the field behind it.
  public let basis: Basis

  let conditions: Conditions
  let check: any Check
  let wording: Wording
  let source: RuleSource

  /// When a rule is worth hearing.
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    /// From the first answer on.
    case live
    /// Only of a form that claims to be complete.
    case complete
  }

  /// The kind of its check: `present`, `quantified` ….
  public var checkKind: String { type(of: check).kind }

  /// Whether some of its findings can be fixed by another spelling.
  public var isFixable: Bool { wording.fix != nil }

  /// Whether it means something before the form is complete.
  public var isLive: Bool { phase == .live }
}

/// Where a rule came from: what is needed to decode it again with a template's parameters.
struct RuleSource: Sendable {
  var file: RuleFile
  var root: YAMLNode
  /// Whether a parameter is looked up in the template.
  var usesProfile: Bool
}

/// The texts of a rule that are filled in for each finding.
struct Wording: Sendable {
  var message: MessageTemplate
  var help: MessageTemplate
  var expected: MessageTemplate?
  var suggestion: Suggestion?
  /// A spelling that could stand there instead.
  var fix: MessageTemplate?
}
