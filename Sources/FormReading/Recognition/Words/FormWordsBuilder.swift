import FormModel

/// Collects the words of forms.
struct FormWordsBuilder {
  private(set) var fields: [FieldMeaning] = []
  private(set) var lines: [String] = []
  private(set) var levels: [LevelName] = []
  /// Ends of titles, folded, with the kind of form; longer ones first.
  private(set) var titles: [(end: [UInt8], kind: FormKind)] = []
  private(set) var words: [Word] = []
  /// From labels to indices in `words`.
  private(set) var table = LabelTable()
  private(set) var pageMarks: [String] = []
  private(set) var including: [[UInt8]] = []
  /// Labels of rows that sum up others, as they are written.
  private(set) var subtotals: [[UInt8]] = []
  /// What brackets after labels say that is no information, folded.
  private(set) var formalities: Set<[UInt8]> = []

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

  mutating func field(_ meaning: FieldMeaning) -> Int16 { Self.index(of: meaning, in: &fields) }

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
    guard let folded = folded(end) else { return }
    titles.append((folded, kind))
    titles.sort { $0.end.count > $1.end.count }
  }

  mutating func addSubtotal(_ text: String) {
    add(text) { $0.isSubtotal = true }
    subtotals.append(Array(text.utf8))
  }

  mutating func addFormality(_ text: String) {
    if let folded = folded(text) { formalities.insert(folded) }
  }

  mutating func addPageMark(_ mark: String) { pageMarks.append(mark) }

  mutating func addIncluding(_ mark: String) { including.append(Array(mark.utf8)) }

  private func folded(_ text: String) -> [UInt8]? {
    var folded = FoldedLabel()
    let bytes = Array(text.utf8)
    return folded.fold(bytes, 0..<bytes.count) ? Array(folded.bytes[..<folded.count]) : nil
  }

  private static func index<Item: Equatable>(of item: Item, in items: inout [Item]) -> Int16 {
    if let index = items.firstIndex(of: item) { return Int16(clamping: index) }
    items.append(item)
    return Int16(clamping: items.count - 1)
  }
}
