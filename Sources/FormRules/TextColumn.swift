import FormModel

/// The texts of a column that many rules look at, row by row, and which lists have words in them.
struct TextColumn {
  let texts: [PlainText]
  /// The lists that have a word in any row; `nil` where each list has to be asked.
  private let marks: ListSet?
  private let words: WordTable?

  init(_ texts: [PlainText], _ words: WordTable?) {
    (self.texts, self.words) = (texts, words)
    marks = words == nil ? nil : texts.reduce(into: .empty) { $0.formUnion($1.marks ?? .empty) }
  }

  /// Those of some rows with a word of a list.
  func rows(_ rows: RowSet, having list: WordList) -> RowSet {
    // Most lists have no word in any of the rows.
    if let words, let marks, words.has(list, in: marks) == false { return RowSet() }
    var left = RowSet()
    for row in rows where list.occurs(in: texts[row]) { left.insert(row) }
    return left
  }
}
