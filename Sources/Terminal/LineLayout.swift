import CEditline

/// How a terminal of a certain width shows a line: a wide character that does not fit into a row
/// begins the next one, and a full row moves the cursor on.
struct LineLayout: Equatable {
  let columns: Int
  private(set) var row = 0
  private(set) var column = 0

  init(columns: Int) { self.columns = max(2, columns) }

  /// Moves on by one character; gives the number of cells left empty before it.
  @discardableResult
  mutating func advance(over character: wchar_t) -> Int {
    let width = Self.width(character)
    let gap = column + width > columns ? columns - column : 0
    if gap > 0 { (row, column) = (row + 1, 0) }
    column += width
    if column >= columns { (row, column) = (row + 1, 0) }
    return gap
  }

  mutating func advance(over characters: some Sequence<wchar_t>) {
    for character in characters { advance(over: character) }
  }

  /// Where the cursor stands before `character`, which may be pushed to the next row.
  func before(_ character: wchar_t?) -> LineLayout {
    guard let character, column + Self.width(character) > columns else { return self }
    var next = self
    (next.row, next.column) = (row + 1, 0)
    return next
  }

  private static func width(_ character: wchar_t) -> Int {
    if (0x20..<0x7F).contains(character) { return 1 }
    return max(0, Int(cel_wcwidth(UInt32(bitPattern: character))))
  }
}

/// `characters` as libedit shows them: what libc cannot print stands there as `\U+0378`.
func shownCharacters(_ characters: some Sequence<wchar_t>) -> [wchar_t] {
  characters.flatMap { character -> [wchar_t] in
    let value = UInt32(bitPattern: character)
    guard value >= 0x7F, cel_wcwidth(value) < 0 else { return [character] }
    let digits = String(value, radix: 16, uppercase: true)
    return wideCharacters("\\U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }
}
