import FormModel

/// A form as one rule sees it: the form, and the rows that its conditions leave.
struct Scope {
  let context: FormContext
  let rows: [Int]

  var form: Form { context.form }

  /// Every cell of some places, in form order; none for a place that neither template nor form has.
  func cells(of places: [Place]) -> [Cell] {
    var cells: [Cell] = []
    for place in places where context.has(place) {
      switch place {
      case .field(let key): cells.append(Cell(path: .field(key), text: form[key]))
      case .column(let column):
        for row in rows {
          let text = form.indicators[row][column]
          cells.append(Cell(path: .indicator(row, column), text: text, row: row))
        }
      }
    }
    return cells
  }

  /// The cells that show something.
  func filledCells(of places: [Place]) -> [Cell] {
    cells(of: places).filter { !isBlankText($0.text) }
  }

  /// The text of a cell in half width without blanks, and the same without a bracket at its end.
  func plainText(of cell: Cell) -> (text: String, stem: String) {
    guard case .indicator(let row, let column) = cell.path else {
      let text = plain(cell.text ?? "")
      return (text, text)
    }
    let facts = context.rows[row]
    switch column {
    case .level3: return (facts.name, facts.stem)
    case .target: return (facts.target, facts.target)
    default:
      let text = plain(cell.text ?? "")
      return (text, text)
    }
  }
}
