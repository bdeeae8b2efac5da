import ChineseText
import FormModel
import FormTemplates

/// The row a finding is in, drawn as a small table with the offending cell marked.
struct FindingExcerpt {
  /// Columns that a cell's text takes at most, on a screen.
  private static let longest = 120

  private struct Column {
    var head: String
    var text: String
    var isMarked: Bool
  }

  private let columns: [Column]
  private let hasHeads: Bool

  /// - Returns: `nil` for a place that is no row and no cell.
  init?(_ finding: Finding, in form: CheckedForm) {
    switch finding.path {
    case .form, .level: return nil
    case .field(let key):
      let label = form.labels.fields[key] ?? Messages.label(of: key) ?? key.rawValue
      let text = Self.abridged(form.read.form[key] ?? "", around: finding.found)
      columns = [
        Column(head: "", text: label, isMarked: false), Column(head: "", text: text, isMarked: true),
      ]
      hasHeads = false
    case .indicator(let row, let column):
      guard form.read.form.indicators.indices.contains(row) else { return nil }
      columns = Self.columns(of: form.read.form.indicators[row], column, form, around: finding.found)
      hasHeads = true
    case .budget(let line, let column):
      guard form.read.form.budget.indices.contains(line) else { return nil }
      columns = Self.columns(of: form.read.form.budget[line], column, form.labels)
      hasHeads = true
    }
  }

  /// The drawing, no wider than `width`; a list where the columns do not fit.
  func lines(width: Int) -> [String] {
    let natural = columns.map { max(TextColumns.minimum, 2 + Self.columns(of: $0)) }
    let whole = min(width, natural.reduce(natural.count + 1, +))
    let block = block(weights: natural)
    guard let table = TextDrawing([block], width: whole), let widths = TextColumns(of: block, width: whole)
    else { return list(width: width) }
    return table.lines() + [marks(widths.widths)]
  }

  private static func columns(of column: Column) -> Int {
    let lines = (column.head + "\n" + visible(column.text)).split(separator: "\n")
    return lines.map { displayWidth(of: $0) }.max() ?? 0
  }

  private func block(weights: [Int]) -> FormTable.Block {
    let texts = columns.enumerated().map { FormTable.Cell($1.text, column: $0) }
    let heads = columns.enumerated().map { FormTable.Cell($1.head, role: .head, column: $0) }
    return FormTable.Block(.indicators, widths: weights, rows: hasHeads ? [heads, texts] : [texts])
  }

  /// Carets below the marked cells, as wide as their text.
  private func marks(_ widths: [Int]) -> String {
    var line = ""
    var edge = 0
    for (column, width) in zip(columns, widths) {
      let padding = width >= TextColumns.minimum ? 1 : 0
      if column.isMarked {
        let room = width - 2 * padding
        let texts = fitted(column.text, width: max(2, room))
        let reach = texts.map { displayWidth(of: $0) }.max() ?? 0
        line += String(repeating: " ", count: max(0, edge + 1 + padding - line.utf8.count))
        line += String(repeating: "^", count: reach > 0 ? reach : max(2, room))
      }
      edge += width + 1
    }
    return line
  }

  private func list(width: Int) -> [String] {
    columns.flatMap { column in
      fitted((column.isMarked ? "> " : "  ") + Messages.labelled(column.head, column.text), width: width)
    }
  }

  /// The name, its levels, and what the form prints beside it.
  private static func columns(
    of row: Indicator, _ marked: IndicatorColumn?, _ form: CheckedForm, around found: String?
  ) -> [Column] {
    let printed = form.template.columns.filter(\.isPrinted).map(\.column)
    let shown = IndicatorColumn.allCases.filter { column in
      switch column {
      case .level1, .level3: true
      case .level2: row.level2 != nil || column == marked
      case .target, .actual, .weight, .score, .note: printed.contains(column) || row[column] != nil
      default: false
      }
    }
    let all = shown + [marked].compactMap { $0 }.filter { !shown.contains($0) }
    return all.map { column in
      Column(
        head: form.labels.columns[column] ?? Messages.head(of: column),
        text: abridged(row[column] ?? "", around: found), isMarked: column == marked ?? .level3)
    }
  }

  private static func columns(of line: BudgetLine, _ marked: BudgetLine.Column?, _ labels: PathLabels)
    -> [Column]
  {
    let name = labels.budgetLines[line.line] ?? line.line
    let cells = BudgetLine.Column.allCases.filter { line[$0] != nil || $0 == marked }
    return [Column(head: labels.budget, text: name, isMarked: marked == nil)]
      + cells.map { column in
        Column(
          head: labels.budgetColumns[column] ?? column.rawValue, text: line[column] ?? "",
          isMarked: column == marked)
      }
  }

  /// A goal may fill a page; the part of it that is spoken of is enough.
  private static func abridged(_ text: String, around found: String?) -> String {
    let text = visible(text)
    guard displayWidth(of: text) > longest else { return text }
    let start = found.flatMap { Self.range(of: $0, in: text) } ?? text.startIndex
    let from = text.index(start, offsetBy: -20, limitedBy: text.startIndex) ?? text.startIndex
    return (from > text.startIndex ? "…" : "") + truncated(String(text[from...]), to: longest)
  }

  private static func range(of part: String, in text: String) -> String.Index? {
    guard !part.isEmpty, part.utf8.count < text.utf8.count else { return nil }
    return text.firstRange(of: visible(part))?.lowerBound
  }
}
