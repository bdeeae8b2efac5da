import FormModel

/// A form as one rule sees it: the form, and the rows that its conditions leave.
struct Scope {
  let context: FormContext
  let rows: [Int]
  /// Handed on, so that a look at a cell copies nothing.
  let form: Form

  init(context: FormContext, rows: [Int]) {
    self.context = context
    self.rows = rows
    form = context.form
  }

  /// Every cell of some places, in form order; none for a place that neither template nor form has.
  func cells(of places: [Place]) -> [Cell] { cells(of: places, where: { _ in true }) }

  private func cells(of places: [Place], where isWanted: (String?) -> Bool) -> [Cell] {
    var cells: [Cell] = []
    for place in places where context.has(place) {
      switch place {
      case .field(let key):
        let text = form[key]
        if isWanted(text) { cells.append(Cell(path: .field(key), text: text)) }
      case .column(let column):
        for row in rows {
          let text = form.indicators[row][column]
          if isWanted(text) { cells.append(Cell(path: .indicator(row, column), text: text, row: row)) }
        }
      }
    }
    return cells
  }

  /// The cells that show something.
  func filledCells(of places: [Place]) -> [Cell] {
    cells(of: places, where: { !isBlankText($0) })
  }

  /// The text of a cell in half width without blanks, and the same without a bracket at its end.
  func plainText(of cell: Cell) -> PlainText {
    switch cell.path {
    case .indicator(let row, let column?): context.rows[row].text(column)
    case .field(let key): context.text(of: key)
    default: PlainText(cell.text ?? "", words: nil)
    }
  }
}
