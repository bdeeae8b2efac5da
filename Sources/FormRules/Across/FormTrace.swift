import ChineseText
import FormModel

/// What is kept of a form to know its like again among forms that are read later: numbers, not texts.
///
/// Equal texts have equal numbers within one run of the program; widths and blanks do not count.
public struct FormTrace: Sendable {
  /// A stretch of a goal between full stops.
  struct Sentence: Sendable {
    var text: Int
    /// In characters.
    var length: Int
  }

  struct Row: Sendable {
    var name: Int
    var target: Int
    var unit: String?
  }

  /// 项目名称 as printed.
  let project: String
  /// Kind, project, unit and year.
  let identity: Int
  let kind: FormKind
  let plainProject: Int
  let department: Int
  let goals: [FieldKey: [Sentence]]
  let rows: [Row]

  public init(_ form: Form) {
    project = form[.project] ?? ""
    kind = form.kind
    let unit = plain(form[.implementingUnit] ?? form[.department] ?? "")
    let year = form[.year].flatMap(fourDigitYear) ?? 0
    plainProject = plain(project).hashValue
    department = plain(form[.department] ?? "").hashValue
    identity = [kind.hashValue, plainProject, unit.hashValue, year].hashValue
    goals = Dictionary(
      uniqueKeysWithValues: [FieldKey.totalGoal, .annualGoal].map { ($0, Self.sentences(form[$0])) })
    rows = form.indicators.map { row in
      let target = row.target.map { plain($0.text) } ?? ""
      return Row(name: plain(row.level3).hashValue, target: target.hashValue, unit: Self.unit(of: row))
    }
  }

  /// Shorter ones are common property: `保障工作顺利开展。`
  private static let shortestSentence = 15

  private static func sentences(_ goal: String?) -> [Sentence] {
    guard let goal else { return [] }
    return goal.split(whereSeparator: { $0 == "。" || $0 == "；" || $0.isNewline }).compactMap { part in
      let text = plain(String(part))
      let length = text.count
      return length < shortestSentence ? nil : Sentence(text: text.hashValue, length: length)
    }
  }

  private static func unit(of row: Indicator) -> String? {
    guard case .quantity(let quantity) = row.target?.meaning else { return nil }
    return quantity.unit?.text
  }
}
