import FormModel
import YAMLText

/// A kind of check: what can be asked of a form, with parameters that rules fill in.
protocol Check: Sendable {
  /// Its key in a rule file.
  static var kind: String { get }
  /// The placeholders it fills besides the common ones.
  static var placeholders: [String] { get }

  /// - Throws: `YAMLError` for a parameter of the wrong type; unknown parameters are refused by the caller.
  init(_ parameters: inout CheckParameters) throws(YAMLError)

  /// Whether its findings are about rows, so that `{name}`, `{target}` … have a value.
  var isAboutRows: Bool { get }

  /// Whether it has nothing to say where no row is left to look at.
  var needsRows: Bool { get }

  /// Whether it looks at rows at all.
  var asksRows: Bool { get }

  /// The same with the names of levels looked up once for a template.
  func resolved(_ levels: LevelNames) -> Self

  func evaluate(_ scope: Scope) -> Verdict
}

extension Check {
  var needsRows: Bool { false }

  var asksRows: Bool { true }

  func resolved(_ levels: LevelNames) -> Self { self }
}

/// What a check found.
struct Verdict {
  private(set) var hits: [Hit] = []
  /// How many things were looked at; none means that the rule does not apply.
  private(set) var looked = 0
  /// Why something could not be judged.
  private(set) var unclear: String?

  static let notApplicable = Verdict()

  mutating func look(at count: Int = 1) { looked += count }

  mutating func cannotTell(_ reason: String) {
    if unclear == nil { unclear = reason }
  }

  mutating func hit(_ hit: Hit) { hits.append(hit) }
}

/// One place that breaks a rule.
struct Hit {
  var path: FormPath
  var found: String?
  var expected: String?
  /// Values of the check's own placeholders.
  var values: [String: String]
  /// Less than the rule's own severity: what is only worth a remark here.
  var severity: Severity?

  init(_ path: FormPath, found: String? = nil, expected: String? = nil, values: [String: String] = [:]) {
    self.path = path
    self.found = found
    self.expected = expected
    self.values = values
  }
}
