/// A `SourceLocation` in twelve bytes; the names of sheets stand in a list beside it.
struct Place: Sendable, Hashable {
  private var first: Int32
  private var second: Int32
  private var kind: Int32

  /// `kind`: text, paragraph, page, `table` and more for the tables, `-1` and less for the sheets.
  private enum Kind {
    static let text: Int32 = 1
    static let paragraph: Int32 = 2
    static let page: Int32 = 3
    static let table: Int32 = 4
  }

  /// - Parameter sheets: gets the sheet's name where it is not in it.
  init(_ location: SourceLocation, _ sheets: inout [String]) {
    switch location {
    case .text(let line, let column): self.init(Kind.text, line, column)
    case .paragraph(let number): self.init(Kind.paragraph, number, 0)
    case .page(let number, let line): self.init(Kind.page, number, line)
    case .table(let table, let row, let cell):
      self.init(Int32(clamping: Int(Kind.table) + max(0, table - 1)), row, cell)
    case .sheet(let name, let row, let column):
      let index = sheets.lastIndex(of: name) ?? sheets.count
      if index == sheets.count { sheets.append(name) }
      self.init(-1 - Int32(clamping: index), row, column)
    }
  }

  private init(_ kind: Int32, _ first: Int, _ second: Int) {
    self.kind = kind
    self.first = Int32(clamping: first)
    self.second = Int32(clamping: second)
  }

  func location(_ sheets: [String]) -> SourceLocation {
    switch kind {
    case Kind.text: .text(line: Int(first), column: Int(second))
    case Kind.paragraph: .paragraph(Int(first))
    case Kind.page: .page(Int(first), line: Int(second))
    case ..<0: .sheet(name: sheets[-1 - Int(kind)], row: Int(first), column: Int(second))
    default: .table(Int(kind - Kind.table) + 1, row: Int(first), cell: Int(second))
    }
  }
}

/// The places of a table of known width, by row and column.
struct PlaceTable: Sendable, Hashable {
  let width: Int
  private var cells: [Place?] = []

  init(width: Int) { self.width = width }

  subscript(row: Int, column: Int) -> Place? {
    get {
      let index = row * width + column
      return cells.indices.contains(index) ? cells[index] : nil
    }
    set {
      let index = row * width + column
      if cells.count <= index {
        if newValue == nil { return }
        cells.append(contentsOf: repeatElement(nil, count: (row + 1) * width - cells.count))
      }
      cells[index] = newValue
    }
  }

  /// The cells that have a place, in order.
  var filled: [(row: Int, column: Int)] {
    cells.indices.filter { cells[$0] != nil }.map { (row: $0 / width, column: $0 % width) }
  }
}
