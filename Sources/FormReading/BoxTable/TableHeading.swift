import ChineseText

/// The lines in the middle above a drawn table: its title, broken where it is wider than the table, and its year.
struct TableHeading {
  /// From top to bottom.
  private(set) var lines: [TextLine] = []
  private var groups: [(line: TextLine, text: String)] = []

  /// More lines no heading has.
  private static let most = 6

  /// - Parameter above: the table, whose width tells where its middle is.
  /// - Parameter beside: the lines above it.
  init(above table: BoxTable, _ beside: [TextLine], _ text: UnsafeBufferPointer<UInt8>) {
    guard let left = table.boxes.map(\.left).min(), let right = table.boxes.map(\.right).max() else { return }
    let room = right - left + 1
    for line in beside.suffix(Self.most).reversed() {
      guard !line.range.isEmpty, line.range.count <= BoxLine.longest else { break }
      let string = String(decoding: text[line.range], as: UTF8.self)
      let missing = room - displayWidth(of: string)
      // The points below the table of the form before may fill their line.
      guard abs(line.range.lowerBound - line.start - left - missing / 2) <= 1, !string.contains("=")
      else { break }
      lines.insert(line, at: 0)
      if let below = groups.first, BoxText.isFull(string, before: below.text, room: room) {
        groups[0] = (line, string + below.text)
      } else {
        groups.insert((line, string), at: 0)
      }
    }
  }

  /// Adds each text as a row.
  func add(to cells: inout TextCells) {
    for group in groups {
      cells.add(group.text, column: 0, of: group.line)
      cells.row += 1
    }
  }
}
