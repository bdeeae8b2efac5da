import FormModel

extension FlowedForms {
  /// Widths of the columns of a file's tables.
  struct Widths {
    var level1 = 8, level2 = 12, name = 24, target = 14, actual = 14, weight = 8, score = 8, note = 30,
      goal = 60
  }

  mutating func widths() -> Widths {
    Widths(
      level1: width(3...5), level2: width(4...9), name: width(6...16), target: width(4...9),
      actual: width(5...9),
      weight: 8, score: 8, note: width(8...16), goal: width(20...34))
  }

  /// A form as flowed text, to be added to what was printed before.
  static func print(_ form: Form, _ widths: Widths, to printer: inout FlowedPrinter) {
    let label = { FlowedPrinter.Cell(text: $0, width: 12) }
    let value = { (key: FieldKey, width: Int) in FlowedPrinter.Cell(text: form[key] ?? "", width: width) }
    printer.line(form[.title] ?? "")
    printer.line("（\(form[.year] ?? "")年度）")
    printer.row([label("项目名称"), value(.project, 80)])
    printer.row([label("主管部门"), value(.department, 30), label("实施单位"), value(.implementingUnit, 30)])
    printGoals(form, widths, &printer)
    printRows(form, widths, &printer)
  }

  private static func printGoals(_ form: Form, _ widths: Widths, _ printer: inout FlowedPrinter) {
    let annual = FlowedPrinter.Cell(text: form[.annualGoal] ?? "", width: widths.goal)
    guard let actual = form[.actualGoal] else {
      return printer.row([FlowedPrinter.Cell(text: "年度总体目标", width: 8), annual])
    }
    printer.row([
      FlowedPrinter.Cell(text: "年度总体目标", width: 4, rowSpan: 9),
      FlowedPrinter.Cell(text: "预期目标", width: widths.goal),
      FlowedPrinter.Cell(text: "实际完成情况", width: widths.goal),
    ])
    printer.row([annual, FlowedPrinter.Cell(text: actual, width: widths.goal)])
  }

  private static func printRows(_ form: Form, _ widths: Widths, _ printer: inout FlowedPrinter) {
    let columns = columns(of: form, widths)
    printer.row(columns.map { FlowedPrinter.Cell(text: $0.head, width: $0.width) })
    var before: Indicator?
    for row in form.indicators {
      var cells: [FlowedPrinter.Cell] = []
      for column in columns {
        var rowSpan = 1
        if column.key == .level1 || column.key == .level2 {
          let same = { (other: Indicator) in
            other.level1 == row.level1 && (column.key == .level1 || other.level2 == row.level2)
          }
          if let before, same(before) { continue }
          rowSpan = form.indicators.filter(same).count
        }
        cells.append(FlowedPrinter.Cell(text: row[column.key] ?? "", width: column.width, rowSpan: rowSpan))
      }
      printer.row(cells)
      before = row
    }
    guard form.kind == .selfEvaluation else { return }
    printer.row(["总分", "100", "92.5"].map { FlowedPrinter.Cell(text: $0, width: 8) })
  }

  private static func columns(
    of form: Form, _ widths: Widths
  ) -> [(key: IndicatorColumn, head: String, width: Int)] {
    let shared: [(key: IndicatorColumn, head: String, width: Int)] = [
      (.level1, "一级指标", widths.level1), (.level2, "二级指标", widths.level2), (.level3, "三级指标", widths.name),
      (.target, "年度指标值", widths.target),
    ]
    guard form.kind == .selfEvaluation else { return shared + [(.weight, "分值", widths.weight)] }
    return shared + [
      (.actual, "实际完成值", widths.actual), (.weight, "分值", widths.weight), (.score, "得分", widths.score),
      (.note, "偏差原因分析及改进措施", widths.note),
    ]
  }
}
