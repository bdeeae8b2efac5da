import ChineseText
import FormModel
import FormTemplates
import OfficeFiles

/// What the template says about the empty cells of a form: what belongs there, an example, words to choose from.
struct CellHints {
  private let form: Form
  private let template: Template

  init(_ form: Form, template: Template) {
    self.form = form
    self.template = template
  }

  /// For a workbook, beside the cell.
  func hint(of cell: FormTable.Cell) -> Workbook.Hint? {
    guard let path = cell.path, isEmpty(cell) else { return nil }
    switch path {
    case .field(let key):
      guard let field = template.fields[key] else { return nil }
      let lines = [field.meaning, field.example.map(Messages.example), field.demand.map(Messages.demand)]
      return Workbook.Hint(
        title: field.label, message: lines.compactMap { $0 }.joined(separator: "\n"),
        choices: field.type == .choice ? field.choices : [])
    case .indicator(let row, let column?):
      guard let known = template.columns.first(where: { $0.column == column }) else { return nil }
      let example = self.example(row, column) ?? known.example
      let lines = [known.meaning, example.map(Messages.example)]
      return Workbook.Hint(
        title: known.label, message: lines.compactMap { $0 }.joined(separator: "\n"))
    default: return nil
    }
  }

  /// For a document, in the cell until somebody writes there: an example, for rows in the first of each level alone.
  func example(of cell: FormTable.Cell) -> WordPage.Hint? {
    guard let path = cell.path, isEmpty(cell) else { return nil }
    switch path {
    case .field(let key):
      guard let field = template.fields[key], field.type != .money, let example = field.example else {
        return nil
      }
      return WordPage.Hint(name: field.label, text: Messages.example(example))
    case .indicator(let row, let column?):
      guard isFirst(row), [.level3, .target].contains(column), let example = example(row, column) else {
        return nil
      }
      return WordPage.Hint(name: template.printedLabel(of: column), text: Messages.example(example))
    default: return nil
    }
  }

  /// How many lines an empty cell must have room for: spreadsheets fit no row that has merged cells.
  func lines(of cell: FormTable.Cell) -> Int {
    guard let path = cell.path, isEmpty(cell) else { return 1 }
    switch path {
    case .field(let key): return template.fields[key]?.type == .longText ? 5 : 1
    case .indicator(_, .level3), .indicator(_, .target), .indicator(_, .actual): return 2
    default: return 1
    }
  }

  private func isEmpty(_ cell: FormTable.Cell) -> Bool { cell.text.allSatisfy(\.isWhitespace) }

  /// Whether a row is the first of its level.
  private func isFirst(_ row: Int) -> Bool {
    row == 0 || form.indicators[row].level1 != form.indicators[row - 1].level1
      || form.indicators[row].level2 != form.indicators[row - 1].level2
  }

  /// The model row of a row's level.
  private func example(_ row: Int, _ column: IndicatorColumn) -> String? {
    guard form.indicators.indices.contains(row) else { return nil }
    let indicator = form.indicators[row]
    let level =
      indicator.level2.flatMap { template.level(indicator.level1, $0) } ?? template.level(indicator.level1)
    guard let model = level?.examples.first else { return nil }
    switch column {
    case .level3: return model.name
    case .target: return model.target
    default: return nil
    }
  }
}
