import FormModel
import FormTemplates

/// 项目资金 and 预算执行情况.
extension FormTableBuilder {
  /// A self-evaluation has 预算执行情况 instead, unless it fills both.
  var hasFunding: Bool {
    let isReview = form.kind == .selfEvaluation && template.kind == .target
    return template.fields.keys.contains { $0.group == "funding" }
      && (!isReview || form.fields.keys.contains { $0.group == "funding" })
  }

  /// Totals side by side, the parts of each below it.
  func fundingBlock() -> FormTable.Block? {
    guard hasFunding else { return nil }
    let fields = template.fields.values.filter { $0.key.group == "funding" }
    let totals = fields.filter { !$0.parts.isEmpty }
    let parts = Set(totals.flatMap(\.parts))
    let singles = fields.filter { $0.parts.isEmpty && !parts.contains($0.key) }
    var rows = stride(from: 0, to: totals.count, by: 2).flatMap { first in
      band(totals[first], first + 1 < totals.count ? totals[first + 1] : nil)
    }
    rows += singles.map { row(FundingLine(label: $0.printedLabel, key: $0.key), column: 0, span: 3) }
    guard !rows.isEmpty else { return nil }
    let name = form[.moneyUnit].map { Messages.inUnit(Messages.funding, $0) } ?? Messages.funding
    return FormTable.Block(.funding, widths: [24, 26, 24, 26], rows: rows).withSide(name)
  }

  private struct FundingLine {
    var label: String
    var key: FieldKey?
  }

  private func band(_ left: TemplateField, _ right: TemplateField?) -> [[FormTable.Cell]] {
    let leftLines = lines(of: left)
    guard let right else { return leftLines.map { row($0, column: 0, span: 3) } }
    let rightLines = lines(of: right)
    let count = max(leftLines.count, rightLines.count)
    return zip(stretched(leftLines, to: count), stretched(rightLines, to: count)).map {
      row($0, column: 0) + row($1, column: 2)
    }
  }

  private func lines(of total: TemplateField) -> [FundingLine] {
    let parts = total.parts.map { FundingLine(label: template.printedLabel(of: $0), key: $0) }
    return [FundingLine(label: total.printedLabel, key: total.key)] + parts
  }

  /// Blank lines come before the last one, so that 其他资金 stands beside 其他资金.
  private func stretched(_ lines: [FundingLine], to count: Int) -> [FundingLine] {
    var lines = lines
    let blanks = Array(repeating: FundingLine(label: "", key: nil), count: count - lines.count)
    lines.insert(contentsOf: blanks, at: max(lines.count - 1, 1))
    return lines
  }

  private func row(_ line: FundingLine, column: Int, span: Int = 1) -> [FormTable.Cell] {
    let label = FormTable.Cell(line.label, role: .label, column: column)
    guard let key = line.key else {
      return [label, FormTable.Cell("", column: column + 1, columnSpan: span)]
    }
    return [label, value(of: key, column: column + 1, span: span)]
  }

  /// One row a line, one column a kind of number.
  func budgetBlock() -> FormTable.Block? {
    guard !form.budget.isEmpty else { return nil }
    let columns = BudgetLine.Column.allCases
    let unit = form[.moneyUnit].map { Messages.inUnit(Messages.budget, $0) } ?? Messages.budget
    var rows = [[FormTable.Cell(unit, role: .head, alignment: .center, column: 0)]]
    for (offset, column) in columns.enumerated() {
      rows[0].append(
        FormTable.Cell(Messages.label(of: column), role: .head, alignment: .center, column: offset + 1))
    }
    for (index, line) in form.budget.enumerated() {
      let name = FormTable.Cell(Messages.budgetLine(line.line), role: .label, column: 0)
      let cells = columns.enumerated().map { offset, column in
        FormTable.Cell(
          line[column] ?? "", alignment: .trailing, column: offset + 1, path: .budget(index, column))
      }
      rows.append([name] + cells)
    }
    return FormTable.Block(.budget, widths: [22, 16, 16, 16, 8, 12, 10], headRows: 1, rows: rows)
  }
}
