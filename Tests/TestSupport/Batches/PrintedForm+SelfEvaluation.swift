import FormModel

extension PrintedForm {
  /// A self-evaluation as the published ones are printed: nine columns, merged cells.
  static func selfEvaluationRows(_ form: Form) -> [[Cell]] {
    [[Cell(form[.title] ?? "", 0, columns: 9)], [Cell("（\(form[.year] ?? "")年度）", 0, columns: 9)]]
      + head(form) + budget(form) + goals(form) + indicators(form)
  }

  private static func head(_ form: Form) -> [[Cell]] {
    [
      [Cell("项目名称", 0), Cell(form[.project] ?? "", 1, columns: 8)],
      [
        Cell("主管部门", 0), Cell(form[.department] ?? "", 1, columns: 3), Cell("实施单位", 4),
        Cell(form[.implementingUnit] ?? "", 5, columns: 4),
      ],
    ]
  }

  private static func budget(_ form: Form) -> [[Cell]] {
    let heads = ["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    let names = ["total": "年度资金总额", "currentYear": "其中：当年财政拨款"]
    let side = Cell("项目资金（\(form[.moneyUnit] ?? "")）", 0, rows: form.budget.count + 1)
    let top = [side] + heads.enumerated().map { Cell($1, $0 + 1) }
    return [top]
      + form.budget.map { line in
        let columns: [BudgetLine.Column] = [.initial, .adjusted, .executed, .weight, .rate, .score]
        return [Cell(names[line.line] ?? line.line, 1)]
          + columns.enumerated().map { Cell(line[$1] ?? "—", $0 + 2) }
      }
  }

  private static func goals(_ form: Form) -> [[Cell]] {
    [
      [Cell("年度总体目标", 0, rows: 2), Cell("预期目标", 1, columns: 4), Cell("实际完成情况", 5, columns: 4)],
      [Cell(form[.annualGoal] ?? "", 1, columns: 4), Cell(form[.actualGoal] ?? "", 5, columns: 4)],
    ]
  }

  private static func indicators(_ form: Form) -> [[Cell]] {
    let heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    let list = form.indicators
    let top = [Cell("绩效指标", 0, rows: list.count + 1)] + heads.enumerated().map { Cell($1, $0 + 1) }
    let rows = list.enumerated().map { index, row in
      let texts = [
        row.level3, row.target?.text, row.actual?.text, row.weight?.text, row.score?.text, row.note,
      ]
      return levels(of: list, at: index) + texts.enumerated().map { Cell($1 ?? "", $0 + 3) }
    }
    let sum = [
      Cell("总分", 0, columns: 6), Cell(form[.totalWeight] ?? "", 6), Cell(form[.totalScore] ?? "", 7),
    ]
    return [top] + rows + [sum, [Cell("评分等级", 0, columns: 6), Cell(form[.grade] ?? "", 6)]]
  }
}
