import ChineseText

/// One line of a drawn table: its characters by the terminal column they stand in.
struct BoxLine {
  /// Longer lines are no lines of a drawn table.
  static let longest = 1 << 15

  let line: TextLine
  /// First byte of the character that begins in each terminal column; that of the next one where none does.
  private var bytes: [Int32] = []
  private var signs: [BoxSign] = []

  /// `nil` where the line is too long to be drawn.
  ///
  /// - Parameter isAmbiguousWide: whether `“` and `≥` take two columns, as for the programs that draw so.
  init?(_ line: TextLine, _ text: UnsafeBufferPointer<UInt8>, isAmbiguousWide: Bool = false) {
    self.line = line
    guard line.range.upperBound - line.start <= Self.longest else { return nil }
    let slice = UnsafeBufferPointer(rebasing: text[line.start..<line.range.upperBound])
    var index = line.start
    for scalar in String(decoding: slice, as: UTF8.self).unicodeScalars {
      let sign = BoxSign(scalar)
      for column in 0..<displayWidth(of: scalar, ambiguousWide: isAmbiguousWide && sign.isEmpty) {
        bytes.append(Int32(clamping: column == 0 ? index : index + UTF8.width(scalar)))
        signs.append(column == 0 ? sign : [])
      }
      index += UTF8.width(scalar)
    }
    bytes.append(Int32(clamping: index))
  }

  /// How many terminal columns it takes.
  var width: Int { signs.count }

  subscript(_ column: Int) -> BoxSign { signs.indices.contains(column) ? signs[column] : [] }

  /// Columns whose sign passes a test.
  func columns(where test: (BoxSign) -> Bool) -> [Int] { signs.indices.filter { test(signs[$0]) } }

  /// Whether a line begins at a sign and goes on to its right.
  func hasDash(behind column: Int) -> Bool {
    self[column].contains(.right) && self[column + 1].contains(.left)
  }

  /// The column of the first character that is no blank.
  var firstColumn: Int { bytes.firstIndex { Int($0) >= line.range.lowerBound } ?? 0 }

  /// The bytes between two columns, the first one left out.
  func range(between left: Int, and right: Int) -> Range<Int> {
    guard left + 1 < bytes.count else { return line.range.upperBound..<line.range.upperBound }
    let start = Int(bytes[left + 1])
    return start..<max(start, Int(bytes[min(right, bytes.count - 1)]))
  }

  /// Whether the line has part in drawing a table at all.
  var isDrawn: Bool {
    let first = self[firstColumn]
    guard first.contains(.ascii) else { return !first.isEmpty }
    return first.isBar || isRule
  }

  /// Whether its first and its last character are bars.
  var isBetweenBars: Bool {
    let first = firstColumn
    guard let last = signs.lastIndex(where: { !$0.isEmpty }), last > first else { return false }
    return self[first].isBar && self[last].isBar && Int(bytes[last]) + 4 > line.range.upperBound
  }

  /// Whether a table or a row of it may begin here: a corner or a crossing with a line to its right.
  var isRule: Bool {
    let column = firstColumn
    return self[column].contains(.right) && !self[column].isDisjoint(with: .vertical)
      && self[column + 1].isDash
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { Unicode.UTF8.encode(scalar)?.count ?? 3 }
}
