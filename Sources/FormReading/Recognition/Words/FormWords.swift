import FormModel

/// The words of forms, ready to be looked up.
struct FormWords: Sendable {
  /// What labels of single values stand for.
  private(set) var fields: [FieldMeaning] = []
  /// Lines of 预算执行情况, as `BudgetLine.line` names them.
  private(set) var lines: [String] = []
  /// First and second levels.
  private(set) var levels: [LevelName] = []
  /// Ends of titles, folded, with the kind of form; longer ones first.
  private(set) var titles: [(end: [UInt8], kind: FormKind)] = []
  private var words: [Word] = []
  private var table = LabelTable()
  private let flowWords = FlowWordsOnce()

  /// The same words as flowed text needs them; for words that are complete.
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
    for mark in including where range.count > mark.count {
      guard label.bytes[range.lowerBound..<range.lowerBound + mark.count].elementsEqual(mark) else {
        continue
      }
      var start = range.lowerBound + mark.count
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

  /// What stands around the number of a page.
  private(set) var pageMarks: [String] = []

  /// What stands before the parts of a sum.
  private(set) var including: [[UInt8]] = []

  /// Labels of rows that sum up others, as they are written.
  private var subtotals: [[UInt8]] = []

  /// Whether a text ends in 小计.
  func endsInSubtotal(_ text: ArraySlice<UInt8>) -> Bool {
    subtotals.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
  }

  /// What brackets after labels say that is no information, folded: 盖章, %.
  private var formalities: Set<[UInt8]> = []

  /// Whether the text in a bracket after a label is a mere formality.
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
    for title in titles where title.end.count <= end && title.end.last == label.bytes[end - 1] {
      if label.bytes[end - title.end.count..<end].elementsEqual(title.end) { return title.kind }
    }
    return nil
  }
}

// MARK: Building

extension FormWords {
  /// Adds a meaning to a label; an earlier meaning of the same sort stays.
  mutating func add(_ label: String, _ change: (inout Word) -> Void) {
    var folded = FoldedLabel()
    let bytes = Array(label.utf8)
    guard folded.fold(bytes, 0..<bytes.count) else { return }
    let end = folded.withoutColon(folded.count)
    guard end > 0 else { return }
    let index = Int(table.value(of: folded, 0..<end, else: Int32(words.count)))
    if index == words.count { words.append(Word()) }
    change(&words[index])
  }

  mutating func field(_ meaning: FieldMeaning) -> Int16 {
    Self.index(of: meaning, in: &fields)
  }

  mutating func line(_ name: String) -> Int16 { Self.index(of: name, in: &lines) }

  /// The level of a name at one rank; parents are added.
  mutating func level(_ name: String, under parents: [String]) -> Int16 {
    if let index = levels.firstIndex(where: { $0.name == name && $0.parents.isEmpty == parents.isEmpty }) {
      for parent in parents where !levels[index].parents.contains(parent) {
        levels[index].parents.append(parent)
      }
      return Int16(clamping: index)
    }
    levels.append(LevelName(name: name, parents: parents))
    return Int16(clamping: levels.count - 1)
  }

  mutating func addTitle(_ end: String, _ kind: FormKind) {
    var folded = FoldedLabel()
    let bytes = Array(end.utf8)
    guard folded.fold(bytes, 0..<bytes.count) else { return }
    titles.append((Array(folded.bytes[..<folded.count]), kind))
    titles.sort { $0.end.count > $1.end.count }
  }

  mutating func addSubtotal(_ text: String) {
    add(text) { $0.isSubtotal = true }
    subtotals.append(Array(text.utf8))
  }

  mutating func addFormality(_ text: String) {
    var folded = FoldedLabel()
    let bytes = Array(text.utf8)
    if folded.fold(bytes, 0..<bytes.count) { formalities.insert(Array(folded.bytes[..<folded.count])) }
  }

  mutating func addPageMark(_ mark: String) { pageMarks.append(mark) }

  mutating func addIncluding(_ mark: String) { including.append(Array(mark.utf8)) }

  private static func index<Item: Equatable>(of item: Item, in items: inout [Item]) -> Int16 {
    if let index = items.firstIndex(of: item) { return Int16(clamping: index) }
    items.append(item)
    return Int16(clamping: items.count - 1)
  }
}
