/// A `SourceLocation` in eight bytes; the names of sheets stand in a list beside it.
///
/// Three bits tell the kind, the others its numbers; one that is too large for its bits is as large as they allow.
struct Place: Sendable, Hashable {
  private let bits: UInt64

  private enum Kind: UInt64 {
    case text = 1
    case paragraph, page, table, sheet
  }

  /// No place.
  static let none = Place(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  /// - Parameter sheets: gets the sheet's name where it is not in it.
  init(_ location: SourceLocation, _ sheets: inout [String]) {
    switch location {
    case .text(let line, let column): self.init(line: line, column: column)
    case .paragraph(let number): self.init(.paragraph, number, 0)
    case .page(let number, let line): self.init(.page, number, line)
    case .table(let table, let row, let cell): self.init(.table, table, row, cell)
    case .sheet(let name, let row, let column):
      let index = sheets.lastIndex(of: name) ?? sheets.count
      if index == sheets.count { sheets.append(name) }
      self.init(.sheet, index, row, column)
    }
  }

  /// A place in a text.
  init(line: Int, column: Int) { self.init(.text, line, column) }

  private init(_ kind: Kind, _ first: Int, _ second: Int) {
    bits = kind.rawValue << 61 | Self.field(first, 30) << 31 | Self.field(second, 31)
  }

  private init(_ kind: Kind, _ first: Int, _ second: Int, _ third: Int) {
    bits =
      kind.rawValue << 61 | Self.field(first, 20) << 41 | Self.field(second, 21) << 20 | Self.field(third, 20)
  }

  @inline(__always)
  private static func field(_ number: Int, _ width: Int) -> UInt64 {
    UInt64(min(max(0, number), (1 << width) - 1))
  }

  /// - Returns: `nil` for no place.
  func location(_ sheets: [String]) -> SourceLocation? {
    let two = (part(31, 30), part(0, 31))
    let three = (part(41, 20), part(20, 21), part(0, 20))
    return switch Kind(rawValue: bits >> 61) {
    case nil: nil
    case .text: .text(line: two.0, column: two.1)
    case .paragraph: .paragraph(two.0)
    case .page: .page(two.0, line: two.1)
    case .table: .table(three.0, row: three.1, cell: three.2)
    case .sheet: .sheet(name: sheets[three.0], row: three.1, column: three.2)
    }
  }

  private func part(_ shift: Int, _ width: Int) -> Int {
    Int(bits >> UInt64(shift) & ((1 << UInt64(width)) - 1))
  }
}

/// Places in a few slots of their own, and behind them the places of a table of known width, by row and column.
struct PlaceTable: Sendable, Hashable {
  /// How many slots stand before the table.
  let head: Int
  let width: Int
  private var slots: [Place] = []

  /// - Parameter rows: for how many rows room is made.
  init(head: Int = 0, width: Int, rows: Int = 0) {
    self.head = head
    self.width = width
    if rows > 0 { slots.reserveCapacity(head + rows * width) }
  }

  subscript(slot slot: Int) -> Place {
    get { slots.indices.contains(slot) ? slots[slot] : .none }
    set {
      if slots.count <= slot {
        if newValue == .none { return }
        grow(toHold: slot)
      }
      slots[slot] = newValue
    }
  }

  subscript(row: Int, column: Int) -> Place {
    get { self[slot: head + row * width + column] }
    set { self[slot: head + row * width + column] = newValue }
  }

  /// Whole rows are added, so that this is seldom done.
  private mutating func grow(toHold slot: Int) {
    let rows = slot < head ? 0 : (slot - head) / width + 1
    slots.append(contentsOf: repeatElement(.none, count: head + rows * width - slots.count))
  }

  /// The slots before the table that have a place, in order.
  var filledHead: [Int] { (0..<head).filter { self[slot: $0] != .none } }

  /// The cells of the table that have a place, in order.
  var filled: [(row: Int, column: Int)] {
    guard slots.count > head else { return [] }
    return (head..<slots.count).filter { slots[$0] != .none }.map {
      (row: ($0 - head) / width, column: ($0 - head) % width)
    }
  }
}
