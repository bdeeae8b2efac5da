/// Puts the cells of a row into the slots of a header, in their order.
///
/// Where the columns of the cells cannot be trusted, the cheapest assignment that keeps the order is taken: a cell
/// far from its head costs, a jump between neighbours costs more, and so does a text that does not fit its head.
struct RowAlignment {
  /// The slot of each cell; `nil` where there is none for it.
  private(set) var slots: [Int?] = []
  private var best: [Int] = []
  private var from: [Int16] = []

  /// Beyond this a row is no row of a form, and only exact places count.
  private static let largest = 48
  private static let missingName = 50
  private static let never = Int.max / 4

  /// How a row is to be judged.
  struct Trust {
    /// What a column of distance costs.
    var distance: Int
    /// What a jump between neighbours costs.
    var jump: Int
    var knowsLevels = false

    /// Cells stand where their table has them.
    static let table = Trust(distance: 40, jump: 0)
    /// Cells may have shifted.
    static let shifted = Trust(distance: 1, jump: 4)
  }

  /// Assigns all cells.
  mutating func align(_ cells: ArraySlice<RowCell>, to heads: [Slot], _ trust: Trust) {
    if alignExactly(cells, heads, trust) { return }
    guard cells.count <= heads.count, heads.count <= Self.largest else { return alignNearest(cells, heads) }
    alignCheaply(cells, heads, trust)
  }

  // MARK: Exactly

  /// Every cell below its own head, and none that looks out of place.
  private mutating func alignExactly(_ cells: ArraySlice<RowCell>, _ heads: [Slot], _ trust: Trust) -> Bool {
    slots.removeAll(keepingCapacity: true)
    let worst = trust.jump == 0 ? Int.max : 6
    var next = 0
    var hasName = false
    for cell in cells {
      while next < heads.count, heads[next].endColumn <= cell.column { next += 1 }
      guard next < heads.count, heads[next].distance(to: cell) == 0,
        heads[next].content.misfit(cell, knowsLevels: trust.knowsLevels) <= worst
      else { return false }
      hasName = hasName || heads[next].content == .name
      slots.append(next)
      next += 1
    }
    return hasName || trust.jump == 0 || !heads.contains { $0.content == .name }
  }

  /// Each cell below the head over it, where that is free.
  private mutating func alignNearest(_ cells: ArraySlice<RowCell>, _ heads: [Slot]) {
    slots.removeAll(keepingCapacity: true)
    var next = 0
    for cell in cells {
      while next < heads.count, heads[next].endColumn <= cell.column { next += 1 }
      let isFree = next < heads.count && heads[next].distance(to: cell) == 0
      slots.append(isFree ? next : nil)
      if isFree { next += 1 }
    }
  }

  // MARK: Cheaply

  private mutating func alignCheaply(_ cells: ArraySlice<RowCell>, _ heads: [Slot], _ trust: Trust) {
    let width = heads.count
    best = [Int](repeating: Self.never, count: cells.count * width)
    from = [Int16](repeating: -1, count: cells.count * width)
    for (row, cell) in cells.enumerated() {
      for slot in row..<(width - (cells.count - 1 - row)) {
        let own = cost(cell, heads[slot], trust)
        let place = row * width + slot
        if row == 0 {
          best[place] = own + skipped(heads[..<slot])
          continue
        }
        let shift = heads[slot].distance(to: cell)
        let previous = cells[cells.startIndex + row - 1]
        for earlier in (row - 1)..<slot {
          let jump = heads[earlier].distance(to: previous) == shift ? 0 : trust.jump
          let total = best[place - width - slot + earlier] + own + jump + skipped(heads[(earlier + 1)..<slot])
          if total < best[place] {
            best[place] = total
            from[place] = Int16(earlier)
          }
        }
      }
    }
    trace(cells.count, heads)
  }

  private func cost(_ cell: RowCell, _ head: Slot, _ trust: Trust) -> Int {
    head.content.misfit(cell, knowsLevels: trust.knowsLevels) + abs(head.distance(to: cell)) * trust.distance
  }

  /// A row without a name is hardly one.
  private func skipped(_ heads: ArraySlice<Slot>) -> Int {
    heads.contains { $0.content == .name } ? Self.missingName : 0
  }

  private mutating func trace(_ count: Int, _ heads: [Slot]) {
    slots = [Int?](repeating: nil, count: count)
    guard count > 0 else { return }
    let width = heads.count
    var last = -1
    var least = Self.never
    for slot in 0..<width where best[(count - 1) * width + slot] < Self.never {
      let total = best[(count - 1) * width + slot] + skipped(heads[(slot + 1)...])
      if total < least { (least, last) = (total, slot) }
    }
    var row = count - 1
    while row >= 0, last >= 0 {
      slots[row] = last
      last = Int(from[row * width + last])
      row -= 1
    }
  }
}
