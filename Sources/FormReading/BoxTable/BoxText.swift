import ChineseText

/// The text of a drawn cell: its lines joined where only the width of the cell broke them.
struct BoxText {
  private var lines: [Range<Int>] = []
  /// Terminal columns that the text of the cell may take.
  private let room: Int
  /// Whether every line begins at the left.
  private var isLeading = true

  init(room: Int) { self.room = room }

  /// Adds what stands between the lines at both sides.
  mutating func add(_ inside: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    let range = trimmed(text, inside)
    if range.lowerBound > inside.lowerBound + 1, !range.isEmpty { isLeading = false }
    lines.append(range)
  }

  /// The lines between the blank ones at the top and at the bottom.
  var filled: ArraySlice<Range<Int>> {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return [] }
    return lines[first...last]
  }

  /// The lines as one text.
  func joined(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let lines = filled.map { String(decoding: text[$0], as: UTF8.self) }
    var result = lines.first ?? ""
    for (above, below) in zip(lines, lines.dropFirst()) { result += joint(above, below) + below }
    return result
  }

  /// What stood between two lines before they were broken.
  private func joint(_ above: String, _ below: String) -> String {
    guard let last = above.last, let first = below.first else { return "\n" }
    let isFull = Self.isFull(above, before: below, room: room)
    if isLeading, !isFull || beginsWithLabel(below) { return "\n" }
    return Self.isBlankLost(last, first) && displayWidth(of: above) < room ? " " : ""
  }

  /// Whether a line has no room for what of the line below can stand nowhere but together.
  static func isFull(_ above: String, before below: String, room: Int) -> Bool {
    displayWidth(of: above) + displayWidth(of: unbroken(below)) > room
  }

  /// Whether a line is broken between two characters only where a blank stood.
  static func isBlankLost(_ last: Character, _ first: Character) -> Bool { isLatin(last) && isLatin(first) }

  /// `指标解释：…` begins a line of its own.
  private func beginsWithLabel(_ line: String) -> Bool {
    line.prefix(7).firstIndex(of: "：").map { line[..<$0].allSatisfy(\.isLetter) && $0 > line.startIndex }
      ?? false
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  /// What of a line can stand nowhere but together.
  private static func unbroken(_ line: String) -> Substring {
    var end = line.startIndex
    while end < line.endIndex {
      let next = line.index(after: end)
      if next < line.endIndex, mayBreakLine(between: line[end], and: line[next]) { return line[...end] }
      end = next
    }
    return line[...]
  }
}
