/// The costs of all cells of one column, by where they begin and how many pieces they have.
struct FlowCellTable {
  struct Cell {
    var cost: FlowCost
    var hash: FlowHash
  }

  /// Joins that cost more are not tried.
  private static let hopeless: FlowCost = 1_400

  private var cells: [Cell] = []
  private var starts: [Int] = [0]

  /// - Parameters:
  ///   - starts: pieces that a cell may begin with and end before.
  ///   - most: pieces of a cell.
  ///   - cost: the cost of a cell that begins with a piece.
  init(starts pieces: Range<Int>, most: Int, cost: (Int) -> FlowCellCost) {
    starts.reserveCapacity(pieces.count + 1)
    for start in pieces {
      var cell = cost(start)
      var last = start
      cells.append(Cell(cost: cell.total(upTo: last), hash: cell.hash))
      while last + 1 < min(pieces.upperBound, start + most), cell.least < Self.hopeless {
        last += 1
        cell.extend(by: last)
        cells.append(Cell(cost: cell.total(upTo: last), hash: cell.hash))
      }
      starts.append(cells.count)
    }
  }

  /// The cells that begin with a piece, counted from the first: of one piece, of two, and so on.
  func cells(at index: Int) -> ArraySlice<Cell> { cells[starts[index]..<starts[index + 1]] }
}
