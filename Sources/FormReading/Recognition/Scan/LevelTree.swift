import ChineseText
import FormModel

/// The levels that rows stand under: carried down, put together where they were cut, told from one another.
struct LevelTree {
  /// A level as the form prints it.
  struct Node {
    /// Without blanks, which come from narrow columns.
    var text: String
    /// The level's usual name; `nil` for one that is no known word.
    var known: String?
    var location: SourceLocation?
    /// Points printed with the name: 产出目标 (34分).
    var weight: String?
    /// How many rows stand under it.
    var rows = 0
  }

  private(set) var first: [Node] = []
  private(set) var second: [Node] = []
  /// Index in `first` and `second` of the levels at hand.
  private(set) var level1: Int?
  private(set) var level2: Int?
  /// Of each row, its levels.
  private(set) var rows: [(level1: Int?, level2: Int?)] = []

  /// Whether the form uses known words for its levels.
  private(set) var knowsLevels = false
  var isEmpty: Bool { first.isEmpty && second.isEmpty }
  var current1: Node? { level1.map { first[$0] } }
  var current2: Node? { level2.map { second[$0] } }

  func current(_ rank: FormScanner.Rank) -> Node? { rank == .first ? current1 : current2 }

  /// Whether the level at hand is printed by its usual name.
  func isWhole(_ rank: FormScanner.Rank) -> Bool {
    switch rank {
    case .first: level1.map { first[$0].known == first[$0].text } ?? false
    case .second: level2.map { second[$0].known == second[$0].text } ?? false
    }
  }

  /// A first level begins; the same one again (after a page break) goes on.
  mutating func begin1(_ node: consuming Node) {
    let weight = node.weight
    if let level1, isSameBytes(first[level1].text, node.text),
      weight == nil || weight == first[level1].weight
    {
      return
    }
    if node.known != nil { knowsLevels = true }
    first.append(node)
    level1 = first.count - 1
    level2 = nil
  }

  mutating func begin2(_ node: consuming Node) {
    if let level2, isSameBytes(second[level2].text, node.text) { return }
    if node.known != nil { knowsLevels = true }
    second.append(node)
    level2 = second.count - 1
  }

  /// Completes the first level at hand, for the rows it already has too.
  mutating func complete1(_ text: String, known: String?) {
    guard let level1 else { return }
    first[level1].text = text
    first[level1].known = known
  }

  /// Completes the second level at hand.
  mutating func complete2(_ text: String, known: String?) {
    guard let level2 else { return }
    second[level2].text = text
    second[level2].known = known
  }

  /// A row below the levels at hand.
  mutating func addRow() {
    rows.append((level1, level2))
    if let level1 { first[level1].rows += 1 }
    if let level2 { second[level2].rows += 1 }
  }

  /// Second levels without rows, in printed order.
  var emptyLevels: [String] { second.filter { $0.rows == 0 }.map(\.text) }
}
