import CEditline

/// Where the cursor stands after text that a terminal of a certain width wraps: a wide character that
/// does not fit into a row begins the next one, and a full row moves the cursor on.
struct LineLayout: Equatable {
  let columns: Int
  private(set) var row = 0
  private(set) var column = 0

  init(columns: Int) { self.columns = max(2, columns) }

  mutating func advance(over characters: some Sequence<wchar_t>) {
    for character in characters {
      let width = max(0, Int(cel_wcwidth(UInt32(bitPattern: character))))
      if column + width > columns { (row, column) = (row + 1, 0) }
      column += width
      if column >= columns { (row, column) = (row + 1, 0) }
    }
  }
}
