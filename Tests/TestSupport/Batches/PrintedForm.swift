import FormModel

/// A form as the published ones are printed: a target form in six columns, a self-evaluation in nine; merged cells.
public struct PrintedForm: Sendable {
  /// A cell with what it covers.
  public struct Cell: Sendable {
    public var text: String
    public var column: Int
    public var columns = 1
    public var rows = 1

    public init(_ text: String, _ column: Int, columns: Int = 1, rows: Int = 1) {
      self.text = text
      self.column = column
      self.columns = columns
      self.rows = rows
    }
  }

  /// Row by row; merged cells stand in their first row.
  public private(set) var rows: [[Cell]] = []

  public init(_ form: Form) {
    guard form.kind == .target else {
      rows = Self.selfEvaluationRows(form)
      return
    }
    rows.append([Cell(form[.title] ?? "", 0, columns: 6)])
    rows.append([Cell("（\(form[.year] ?? "")年度）", 0, columns: 6)])
    head(form)
    money(form)
    goals(form)
    indicators(form)
  }

  private mutating func head(_ form: Form) {
    let lines: [(String, FieldKey, String, FieldKey)] = [
      ("项目名称", .project, "项目类别", .category), ("主管部门", .department, "实施单位", .implementingUnit),
      ("计划开始日期", .start, "计划完成日期", .end),
    ]
    for (left, first, right, second) in lines {
      rows.append([
        Cell(left, 0), Cell(form[first] ?? "", 1, columns: 2), Cell(right, 3),
        Cell(form[second] ?? "", 4, columns: 2),
      ])
    }
  }

  private mutating func money(_ form: Form) {
    let lines: [(String, FieldKey, String, FieldKey)] = [
      ("项目资金总额", .projectTotal, "年度资金申请总额", .annualTotal),
      ("其中：财政资金", .projectFiscal, "其中：当年财政拨款", .annualFiscal),
      ("", .projectOther, "上年结转资金", .carriedOver), ("其他资金", .projectOther, "其他资金", .annualOther),
    ]
    for (index, (left, first, right, second)) in lines.enumerated() {
      let side = index == 0 ? [Cell("项目资金（\(form[.moneyUnit] ?? "")）", 0, rows: 4)] : []
      rows.append(
        side + [
          Cell(left, 1), Cell(left.isEmpty ? "" : form[first] ?? "", 2), Cell(right, 3),
          Cell(form[second] ?? "", 4, columns: 2),
        ])
    }
  }

  private mutating func goals(_ form: Form) {
    rows.append([
      Cell("项目绩效目标", 0, rows: 2), Cell("项目总目标", 1, columns: 2), Cell("年度总目标", 3, columns: 3),
    ])
    rows.append([Cell(form[.totalGoal] ?? "", 1, columns: 2), Cell(form[.annualGoal] ?? "", 3, columns: 3)])
  }

  private mutating func indicators(_ form: Form) {
    let list = form.indicators
    rows.append([
      Cell("绩效指标", 0, rows: list.count + 1), Cell("一级指标", 1), Cell("二级指标", 2), Cell("三级指标", 3, columns: 2),
      Cell("年度指标值", 5),
    ])
    for (index, row) in list.enumerated() {
      rows.append(
        Self.levels(of: list, at: index) + [Cell(row.level3, 3, columns: 2), Cell(row.target?.text ?? "", 5)])
    }
  }

  /// The cells of 一级指标 and 二级指标 that begin with a row.
  static func levels(of list: [Indicator], at index: Int) -> [Cell] {
    let (row, before) = (list[index], index > 0 ? list[index - 1] : nil)
    var cells: [Cell] = []
    if before?.level1 != row.level1 {
      cells.append(Cell(row.level1, 1, rows: list[index...].prefix { $0.level1 == row.level1 }.count))
    }
    if before?.level1 != row.level1 || before?.level2 != row.level2 {
      let same = list[index...].prefix { $0.level1 == row.level1 && $0.level2 == row.level2 }
      cells.append(Cell(row.level2 ?? "", 2, rows: same.count))
    }
    return cells
  }
}
