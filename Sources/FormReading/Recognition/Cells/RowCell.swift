/// A cell of the row at hand, with what its text looks like.
struct RowCell: Sendable {
  /// Its number among all cells of the file.
  var index: Int
  var cell: GridCell
  /// What its text means as a label; `nil` where it is none.
  var match: FormWords.Match?
  /// What its text looks like.
  var look = CellLook.text
  /// Whether there is a colon in its text, half or full width; `true` where that was not looked for.
  var mayHaveColon = true

  var column: Int { Int(cell.column) }
  /// The column behind the cell.
  var endColumn: Int { Int(cell.column) + max(1, Int(cell.columnSpan)) }
  /// How long its text is, in bytes.
  var length: Int { Int(cell.end - cell.start) }
  var word: Word? { match?.word }
  var isLevel: Bool { match.map { $0.word.level1 != nil || $0.word.level2 != nil } ?? false }
}

/// What a text looks like, whatever it says.
enum CellLook: UInt8, Sendable {
  /// `1,280.00`.
  case number
  /// `—`, `/`: nothing is meant to stand here.
  case dash
  /// Comparison signs alone.
  case sign
  /// Begins like a value: `≥95%`, `4小时以内`, `2023年底`.
  case value
  case text

  /// The look of a text that is folded.
  init(_ label: borrowing FoldedLabel) {
    var digits = 0
    var signs = 0
    var index = 0
    let count = label.count
    while index < count {
      let byte = label.bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
      } else if let length = Self.signLength(label, index), digits == 0 {
        signs += 1
        index += length
        continue
      } else {
        break
      }
      index += 1
    }
    let isWhole = index == count
    if digits > 0 {
      self = isWhole && signs == 0 ? .number : .value
    } else if isWhole, signs > 0 {
      self = Self.isDash(label) ? .dash : .sign
    } else {
      self = signs > 0 && !Self.isDash(label) ? .value : .text
    }
  }

  /// The length of a comparison sign or a dash at a place; `nil` where there is none.
  private static func signLength(_ label: borrowing FoldedLabel, _ index: Int) -> Int? {
    switch label.bytes[index] {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "/"): 1
    case 0xE2 where index + 2 < label.count:
      switch (label.bytes[index + 1], label.bytes[index + 2]) {
      // ≤ ≥ ≦ ≧ ⩽ ⩾ – —
      case (0x89, 0xA4...0xA7), (0xA9, 0xBD), (0xA9, 0xBE), (0x80, 0x92...0x95): 3
      default: nil
      }
    default: nil
    }
  }

  /// Whether a text of signs begins with a dash or a slash.
  private static func isDash(_ label: borrowing FoldedLabel) -> Bool {
    let first = label.bytes[0]
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "/")
      || (first == 0xE2 && label.count > 1 && label.bytes[1] == 0x80)
  }
}
