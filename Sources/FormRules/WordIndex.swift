import Synchronization

/// All word lists of an engine's rules in one table: one pass over a text tells which lists have a word in it.
///
/// Built when the first text is looked at.
final class WordIndex: Sendable {
  private let table: OnDemand<WordTable>

  init(_ lists: [WordList]) { table = OnDemand { WordTable(lists) } }

  /// Asked for once a form.
  var words: WordTable? { table.value }
}

/// Word lists as a tree of the first three signs of their words: most places of a text cost the look-up of one number.
final class WordTable: Sendable {
  /// Lists that there is room for; those behind them are looked for one by one.
  static let capacity = 256

  /// The number of each list, by `WordList.id`; -1 for a list that is not in the table.
  private let numbers: [Int16]
  private let firstID: Int
  private let tree: WordTree

  init(_ lists: [WordList]) {
    var numbers: [Int: Int] = [:]
    var words: [[UInt8]: WordMeaning] = [:]
    for list in lists.prefix(Self.capacity) where numbers[list.id] == nil {
      let number = numbers.count
      numbers[list.id] = number
      for word in list.words.map(Tied.init) where !word.word.isEmpty {
        words[Array(word.word.utf8), default: WordMeaning()].add(number, word)
      }
    }
    let first = numbers.keys.min() ?? 0
    var places = [Int16](repeating: -1, count: (numbers.keys.max() ?? 0) - first + 1)
    for (id, number) in numbers { places[id - first] = Int16(number) }
    (self.numbers, firstID, tree) = (places, first, WordTree(words))
  }

  /// Whether a list is among the marks of a text; `nil` for a list that the table does not have.
  func has(_ list: WordList, in marks: ListSet) -> Bool? {
    let place = list.id - firstID
    guard numbers.indices.contains(place), numbers[place] >= 0 else { return nil }
    return marks.contains(Int(numbers[place]))
  }

  /// The lists that have a word in a text (half width, without blanks).
  ///
  /// - Parameter stemCount: the bytes of the text as far as it ends for `$`, without a bracket behind it.
  func marks(of text: String, stemCount: Int) -> ListSet {
    var text = text
    return text.withUTF8 { tree.marks(of: $0, stemCount: stemCount) }
  }
}
