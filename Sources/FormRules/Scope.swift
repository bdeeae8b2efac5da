import FormModel

/// A form as one rule sees it: the form, and the rows that its conditions leave.
struct Scope {
  let context: FormContext
  let rows: RowSet

  var form: Form { context.form }
  var table: RowTable { context.table }

  /// Every cell of some places, in form order; none for a place that neither template nor form has.
  func cells(of places: [Place]) -> [Cell] {
    var cells: [Cell] = []
    for place in places where context.has(place) {
      switch place {
      case .field(let key): cells.append(Cell(path: .field(key), text: form[key]))
      case .column(let column): for row in rows { cells.append(cell(row, column)) }
      }
    }
    return cells
  }

  /// The cells that show something.
  func filledCells(of places: [Place]) -> [Cell] {
    var cells: [Cell] = []
    for place in places {
      switch place {
      case .field(let key):
        if let text = form[key], !isBlankText(text) { cells.append(Cell(path: .field(key), text: text)) }
      case .column(let column): for row in filledRows(column) { cells.append(cell(row, column)) }
      }
    }
    return cells
  }

  /// The rows that show something in a column.
  func filledRows(_ column: IndicatorColumn) -> RowSet { rows.intersection(table.filled(column)) }

  func cell(_ row: Int, _ column: IndicatorColumn) -> Cell {
    Cell(path: .indicator(row, column), text: table.cell(row, column), row: row)
  }

  /// The text of a cell in half width without blanks, and the same without a bracket at its end.
  func plainText(of cell: Cell) -> PlainText {
    switch cell.path {
    case .indicator(let row, let column?): table.text(row, column)
    case .field(let key): context.text(of: key)
    default: PlainText(cell.text ?? "", words: nil)
    }
  }
}
