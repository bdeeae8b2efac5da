import FormModel
import FormTemplates
import YAMLText

/// One rule of the field, decoded from one file of `Rules/`.
public struct Rule: Sendable {
  /// As the rule file gives it, or as the template changes it.
  public internal(set) var severity: Severity
  /// Everything else, handed on by reference: rules are passed around for every form.
  private let content: Content

  init(_ text: RuleText) {
    severity = text.severity
    content = Content(text)
  }

  /// File name without `.yaml`.
  public var id: String { content.text.id }
  /// The fault in a few words: `指标值只是一个词`.
  public var title: String { content.text.title }
  /// Folder: completeness, structure, weights, measurability, consistency ….
  public var group: String { content.text.group }
  /// The kinds of form it speaks about.
  public var appliesTo: [FormKind] { content.text.appliesTo }
  /// When it means something: while a form is filled, or once it is complete.
  public var phase: Phase { content.text.phase }
  /// Ids of rules whose finding on the same place silences this one.
  public var unless: [String] { content.text.unless }
  /// What comes of the fault, in a sentence.
  public var why: String? { content.text.why }
  /// What to do, as written, placeholders and all.
  public var help: String { content.text.help }
  /// What is said of a place, as written, placeholders and all.
  public var message: String { content.text.message }
  /// The rule of the field behind it.
  public var basis: Basis { content.text.basis }

  var conditions: Conditions { content.text.conditions }
  var check: any Check { content.text.check }
  var wording: Wording { content.text.wording }
  var source: RuleSource { content.text.source }
  /// The words that its conditions and its check look for.
  var wordLists: [WordList] { content.text.wordLists }

  private final class Content: Sendable {
    let text: RuleText
    init(_ text: RuleText) { self.text = text }
  }

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

/// What a rule file says.
struct RuleText: Sendable {
  let id: String
  let title: String
  let group: String
  let severity: Severity
  let appliesTo: [FormKind]
  let phase: Rule.Phase
  let unless: [String]
  let why: String?
  let help: String
  let message: String
  let basis: Basis
  let conditions: Conditions
  let check: any Check
  let wording: Wording
  let source: RuleSource
  let wordLists: [WordList]
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
