import FormModel

/// All Chinese words of this module.
enum Messages {
  // Formats
  static let textPurpose = "终端里看的表格"
  static let markdownPurpose = "Markdown 表格，可在网页和代码平台上看"
  static let htmlPurpose = "可打印的网页（A4）"
  static let yamlPurpose = "本程序的表，供人修改和存档"
  static let jsonPurpose = "交换格式，供其他程序读取"
  static let ndjsonPurpose = "交换格式，一行一份表"
  static let csvPurpose = "电子表格能打开的整张表，一行一个指标"
  static let xlsxPurpose = "Excel/WPS 表格，可直接打印签字（A4）"
  static let docxPurpose = "Word 文档，可直接打印签字（A4）"

  /// What a sheet is called whose form has no name.
  static let sheet = "绩效表"

  // What cannot be written
  static func libraryMissing(_ package: String) -> String {
    "写这种文件需要系统库 \(package)，这台机器上没有；请让管理员安装（apt-get install \(package)）"
  }
  static func cell(_ sheet: String, row: Int, column: Int) -> String {
    "工作表“\(sheet)”第 \(row) 行第 \(column) 列"
  }
  static func textTooLong(_ place: String, _ count: Int, _ limit: Int) -> String {
    "\(place)有 \(count) 字，一个单元格最多 \(limit) 字；请删减或拆开"
  }
  static let writingFailed = "文件没有生成：内存或临时空间不足；请腾出空间再试"
  static func measure(_ key: String, from least: Int, to most: Int) -> String {
    "\(key) 应是 \(least) 到 \(most) 之间的数"
  }

  // Labels that no template field carries
  static let funding = "项目资金"
  static let goals = "项目绩效目标"
  static let budget = "预算执行情况"
  static let indicators = "绩效指标"
  static let others = "其他内容"
  static let selfEvaluation = "项目支出绩效自评表"
  static let execution = "预算执行率"
  static let total = "总分"
  static let weights = "分值"
  static let grade = "评分等级"
  static let findings = "检查意见"
  static let comparator = "计算符号"
  static let measureUnit = "度量单位"
  static let targetAsPrinted = "指标值原文"

  static func yearLine(_ year: String) -> String { "(\(year)年度)" }
  static func period(_ start: Int, _ end: Int) -> String { "(\(start)年-\(end)年)" }
  static func inUnit(_ label: String, _ unit: String) -> String { "\(label)(\(unit))" }

  static func label(of column: BudgetLine.Column) -> String {
    switch column {
    case .initial: "年初预算数"
    case .adjusted: "全年预算数"
    case .executed: "全年执行数"
    case .weight: "分值"
    case .rate: "执行率"
    case .score: "得分"
    }
  }

  /// The usual head of a column, for forms with a column their template lacks.
  static func head(of column: IndicatorColumn) -> String {
    switch column {
    case .level1: "一级指标"
    case .level1Weight: "一级指标分值"
    case .level2: "二级指标"
    case .level3: "三级指标"
    case .target: "指标值"
    case .actual: "实际完成值"
    case .weight: "分值"
    case .score: "得分"
    case .note: "偏差原因分析及改进措施"
    case .explanation: "指标解释"
    case .formula: "计算公式"
    case .valueBasis: "取值依据"
    case .dataSource: "数据来源"
    case .scoringRule: "评分标准"
    }
  }

  /// The usual label of a field, for forms with one that their template lacks.
  static func label(of key: FieldKey) -> String? {
    switch key.rawValue {
    case "year": "年度"
    case "project": "项目名称"
    case "category": "项目类别"
    case "department": "主管部门"
    case "implementingUnit": "实施单位"
    case "start": "计划开始日期"
    case "end": "计划完成日期"
    case "moneyUnit": "金额单位"
    case "goals.total": "项目总目标"
    case "goals.annual": "预期目标"
    case "goals.actual": "实际完成情况"
    case "total.weight", "total.score": total
    case "grade": grade
    default: narrativeLabel(of: key) ?? fundingLabel(of: key)
    }
  }

  private static func narrativeLabel(of key: FieldKey) -> String? {
    switch key.rawValue {
    case "narrative.performance": "主要绩效"
    case "narrative.problems": "存在问题"
    case "narrative.improvement": "改进措施"
    case "narrative.selfAssessedOn": "自评时间"
    case "narrative.office": "具体实施处（科室）"
    case "narrative.recurring": "是否为经常性项目"
    case "narrative.previousBudget": "上年预算金额"
    default: nil
    }
  }

  private static func fundingLabel(of key: FieldKey) -> String? {
    switch key {
    case .projectTotal: "项目资金总额"
    case .projectFiscal: "财政资金"
    case .annualTotal: "年度资金申请总额"
    case .annualFiscal: "当年财政拨款"
    case .carriedOver: "上年结转资金"
    case .projectOther, .annualOther: "其他资金"
    default: nil
    }
  }

  /// The printed name of a line of 预算执行情况; an unknown one stays as it is.
  static func budgetLine(_ line: String) -> String {
    switch line {
    case "total": "年度资金总额"
    case "currentYear": "其中：当年财政拨款"
    case "carriedOver": "上年结转资金"
    case "other": "其他资金"
    default: line
    }
  }

  static func labelled(_ label: String, _ text: String) -> String { "\(label)：\(text)" }
  static func inBrackets(_ name: String) -> String { "【\(name)】" }

  /// `分值：产出指标 50 + 效益指标 30 = 80`
  static func weightLine(_ parts: [(name: String, points: String)], total: String) -> String {
    labelled(weights, parts.map { "\($0.name) \($0.points)" }.joined(separator: " + ") + " = \(total)")
  }

  // Errors
  static func missingLayout(_ name: String) -> String {
    "没有找到输出版式 \(name)，无法生成文件。请检查 Templates/layout 目录，或重新安装程序。"
  }

  static func faultyLayout(_ name: String, reason: String) -> String {
    reason.contains("\n")
      ? "输出版式有错，无法生成文件：\n\(reason)"
      : "输出版式 \(name) 有语法错误（\(reason)），无法生成文件。请对照自带的版式修改。"
  }
}
