import FormModel

/// The words of forms, ready to be looked up: made once, shared by all files that are read.
final class FormWords: Sendable {
  /// What labels of single values stand for.
  let fields: [FieldMeaning]
  /// Lines of 预算执行情况, as `BudgetLine.line` names them.
  let lines: [String]
  /// First and second levels.
  let levels: [LevelName]
  /// What stands around the number of a page.
  let pageMarks: [String]
  /// What stands before the parts of a sum.
  let including: [[UInt8]]
  private let titles: [(end: [UInt8], kind: FormKind)]
  private let words: [Word]
  private let table: LabelTable
  private let subtotals: [[UInt8]]
  private let formalities: Set<[UInt8]>
  private let flowWords = FlowWordsOnce()

  init(_ builder: FormWordsBuilder) {
    fields = builder.fields
    lines = builder.lines
    levels = builder.levels
    pageMarks = builder.pageMarks
    including = builder.including
    titles = builder.titles
    words = builder.words
    table = builder.table
    subtotals = builder.subtotals
    formalities = builder.formalities
  }

  /// The same words as flowed text needs them.
  var flow: FlowWords { flowWords.words(of: self) }

  /// What is found for a text.
  struct Match: Sendable, Hashable {
    var word: Word
    /// The text goes on in a bracket that is no part of the label: `(元)`, `(36分)`.
    var hasBracket = false
    /// 其中 stands before the label.
    var isIncluded = false
  }

  /// The meaning of a folded text; `nil` where it is no label.
  func match(_ label: borrowing FoldedLabel) -> Match? { match(label, 0..<label.withoutColon(label.count)) }

  /// The meaning of a part of a folded text.
  func match(_ label: borrowing FoldedLabel, _ range: Range<Int>) -> Match? {
    if let found = plainMatch(label, range) { return found }
    if let rest = afterIncluding(label, range), var found = plainMatch(label, rest) {
      found.isIncluded = true
      return found
    }
    if let start = label.withoutNumber(range.upperBound), start > range.lowerBound {
      return plainMatch(label, start..<range.upperBound)
    }
    return nil
  }

  private func plainMatch(_ label: borrowing FoldedLabel, _ range: Range<Int>) -> Match? {
    if range.isEmpty { return nil }
    if let found = table.value(of: label, range) { return Match(word: words[Int(found)]) }
    guard let open = label.withoutBracket(range.upperBound), open > range.lowerBound else { return nil }
    let end = label.withoutColon(open)
    guard let found = table.value(of: label, range.lowerBound..<end) else { return nil }
    return Match(word: words[Int(found)], hasBracket: true)
  }

  /// What stands behind 其中.
  private func afterIncluding(_ label: borrowing FoldedLabel, _ range: Range<Int>) -> Range<Int>? {
    for index in including.indices
    where range.count > including[index].count && label.holds(including[index], at: range.lowerBound) {
      var start = range.lowerBound + including[index].count
      // A colon, a comma or a number may follow: 其中：1.财政资金.
      while start < range.upperBound, label.bytes[start] < 0x41 { start += 1 }
      if start < range.upperBound { return start..<range.upperBound }
    }
    return nil
  }

  /// Every label, folded, with what it can mean.
  func forEachLabel(_ body: (ArraySlice<UInt8>, Word) -> Void) {
    table.visitLabels { label, index in body(label, words[Int(index)]) }
  }

  /// Whether a text ends in 小计.
  func endsInSubtotal(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    subtotals.indices.contains { index in
      let mark = subtotals[index]
      return range.count > mark.count
        && mark.withUnsafeBufferPointer { text.holds($0, at: range.upperBound - $0.count) }
    }
  }

  /// Whether the text in a bracket after a label is a mere formality: 盖章, %.
  func isFormality(_ text: String) -> Bool {
    var folded = FoldedLabel()
    let bytes = Array(text.utf8)
    guard folded.fold(bytes, 0..<bytes.count) else { return text.isEmpty }
    return formalities.contains(Array(folded.bytes[..<folded.count]))
  }

  /// Whether a usual name of a first level stands above known second levels.
  func isParent(_ name: String) -> Bool { levels.contains { $0.parents.contains(name) } }

  /// The kind of form that a folded text is the title of; `nil` where it is no title.
  func titleKind(of label: borrowing FoldedLabel) -> FormKind? {
    var end = label.withoutColon(label.count)
    while let open = label.withoutBracket(end) { end = open }
    for index in titles.indices where titles[index].end.count <= end {
      if label.holds(titles[index].end, at: end - titles[index].end.count) { return titles[index].kind }
    }
    return nil
  }
}
