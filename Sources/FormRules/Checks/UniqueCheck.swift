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
  /// The signs that words of `ignoring` have.
  private let ignorable: OnDemand<SignBits>
  private let within: Extent

  /// `within`: the rows that are held against one another.
  private enum Extent: String, CaseIterable { case form, level1, level2 }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    column = try parameters.choice("at", of: Column.self)?.column ?? .level3
    let ignoring = try parameters.words("ignoring")
    self.ignoring = ignoring
    ignorable = OnDemand { SignBits(ignoring?.words ?? []) }
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
    let rows = scope.filledRows(column)
    verdict.look(at: rows.count)
    guard mayRepeat(rows, scope.table) else { return verdict }
    var first = FirstRows(rows.count)
    for row in rows {
      let cell = scope.table.text(row, column)
      let key = self.key(of: cell)
      guard !key.isEmpty else { continue }
      let place = within == .form ? key : place(of: row, in: scope) + key
      guard let earlier = first.row(of: place, else: row) else { continue }
      let other = scope.table.cell(earlier, column) ?? ""
      // Rows that are wholly the same are no near miss.
      if ignoring != nil, isSameBytes(plain(other), cell.text) { continue }
      let values = ["other": other]
      verdict.hit(
        Hit(.indicator(row, column), found: scope.table.cell(row, column), values: values))
    }
    return verdict
  }

  /// Whether two rows can be the same at all: they have the same signs in one order, but for those that words to be
  /// ignored are made of. In many rows it is not worth the look.
  private func mayRepeat(_ rows: RowSet, _ table: RowTable) -> Bool {
    guard rows.count <= Self.fewRows, let ignorable = ignorable.value else { return true }
    var known: [UInt64] = []
    known.reserveCapacity(rows.count)
    for row in rows {
      let hash = ignorable.hash(ofRest: table.text(row, column).text)
      if known.contains(hash) { return true }
      known.append(hash)
    }
    return false
  }

  private static let fewRows = 64

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

/// The first row of each text.
private struct FirstRows {
  private var places: [Int32]
  private var texts: [(hash: UInt64, text: String, row: Int)] = []

  /// - Parameter most: texts that there may be.
  init(_ most: Int) {
    var capacity = 16
    while capacity < most * 2 { capacity *= 2 }
    places = Array(repeating: -1, count: capacity)
    texts.reserveCapacity(most)
  }

  /// The row that had the text before; else it is this one, from now on.
  mutating func row(of text: String, else row: Int) -> Int? {
    let hash = text.byteHash
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (places.count - 1)
    while places[place] >= 0 {
      let known = texts[Int(places[place])]
      if known.hash == hash, isSameBytes(known.text, text) { return known.row }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(texts.count)
    texts.append((hash, text, row))
    return nil
  }
}
