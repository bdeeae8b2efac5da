/// Marks neighbouring cells whose border could as well stand one piece further.
struct FlowDoubt {
  let parser: FlowRowParser

  /// Readings that are less unlikely than this against the chosen one are worth a look.
  private static let margin: FlowCost = 70

  func marking(_ row: FlowRow) -> FlowRow {
    var row = row
    for index in row.cells.indices.dropLast() where isText(row.cells[index]) && isText(row.cells[index + 1]) {
      guard isDoubtful(row, index) else { continue }
      row.cells[index].isDoubtful = true
      row.cells[index + 1].isDoubtful = true
    }
    return row
  }

  private func isText(_ cell: FlowRow.Cell) -> Bool {
    switch parser.columns[cell.column] {
    case .name, .target, .actual, .prose: true
    case .level1, .level2, .value, .weight, .score, .note: false
    }
  }

  private func isDoubtful(_ row: FlowRow, _ index: Int) -> Bool {
    let (first, second) = (row.cells[index], row.cells[index + 1])
    let border = first.pieces.upperBound
    let chosen = cost(row, index, border: border)
    return [border - 1, border + 1].contains { other in
      other > first.pieces.lowerBound && other < second.pieces.upperBound
        && cost(row, index, border: other) < chosen + Self.margin
    }
  }

  /// The cost of two neighbours, and of a result beside its target.
  private func cost(_ row: FlowRow, _ index: Int, border: Int) -> FlowCost {
    var cells = row.cells
    cells[index].pieces = cells[index].pieces.lowerBound..<border
    cells[index + 1].pieces = border..<cells[index + 1].pieces.upperBound
    let sum = total(cells[index]) + total(cells[index + 1]) + parser.gapCost(before: border)
    guard let target = cells.first(where: { parser.columns[$0.column] == .target }),
      let actual = cells.first(where: { parser.columns[$0.column] == .actual })
    else { return sum }
    return sum + parser.text.likeness(of: target.pieces, actual.pieces)
  }

  private func total(_ cell: FlowRow.Cell) -> FlowCost {
    var cost = parser.cellCost(cell.column, cell.pieces.lowerBound)
    for piece in cell.pieces.dropFirst() { cost.extend(by: piece) }
    return cost.total(upTo: cell.pieces.upperBound - 1)
  }
}
