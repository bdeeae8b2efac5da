import ChineseText
import FormModel
import YAMLText

/// `unique`: no two rows have the same text, or the same once some words are left out.
struct UniqueCheck: Check {
  static let kind = "unique"
  /// `{other}`: the text of the earlier row.
  static let placeholders = ["other"]

  private let column: IndicatorColumn
  private let ignoring: WordList?
  private let within: Extent

  /// `within`: the rows that are held against one another.
  private enum Extent: String, CaseIterable { case form, level1, level2 }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    column = try parameters.choice("at", of: Column.self)?.column ?? .level3
    ignoring = try parameters.words("ignoring")
    within = try parameters.choice("within", of: Extent.self) ?? .form
  }

  private enum Column: String, CaseIterable {
    case name, target

    var column: IndicatorColumn { self == .name ? .level3 : .target }
  }

  var isAboutRows: Bool { true }
  var needsRows: Bool { true }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    var first: [TextBytes: Int] = [:]
    for row in scope.filledRows(column) {
      let cell = scope.table.text(row, column)
      let text = cell.text
      verdict.look()
      let key = self.key(of: cell)
      guard !key.isEmpty else { continue }
      let place = TextBytes(within == .form ? key : place(of: row, in: scope) + key)
      guard let earlier = first[place] else {
        first[place] = row
        continue
      }
      let other = scope.table.cell(earlier, column) ?? ""
      // Rows that are wholly the same are no near miss.
      if ignoring != nil, plain(other) == text { continue }
      let values = ["other": other]
      verdict.hit(
        Hit(.indicator(row, column), found: scope.table.cell(row, column), values: values))
    }
    return verdict
  }

  private func key(of text: PlainText) -> String {
    guard let ignoring, ignoring.occurs(in: text) else { return text.text }
    return String(decoding: ignoring.removed(from: text.text), as: UTF8.self)
  }

  private func place(of row: Int, in scope: Scope) -> String {
    let indicator = scope.form.indicators[row]
    let second = within == .level2 ? indicator.level2 ?? "" : ""
    return indicator.level1 + "\n" + second + "\n"
  }
}
