import FormModel
import FormReading
import Testing

@Suite("Recognition: head, money, goals, several forms")
struct RecognitionHeadTests {
  static let rows = "一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|设备数|≥6台"

  /// A head and the fields that are read from it.
  static let heads: [(String, [FieldKey: String])] = [
    ("某区项目支出绩效目标申报表\n（2027 年度）\n项目名称|甲", [.title: "某区项目支出绩效目标申报表", .year: "2027", .project: "甲"]),
    ("2027年度项目支出绩效目标表", [.title: "2027年度项目支出绩效目标表", .year: "2027"]),
    ("项目支出绩效目标表（2027年）", [.title: "项目支出绩效目标表", .year: "2027"]),
    ("项 目 名 称 ：|甲|主管部门及代码|某局", [.project: "甲", .department: "某局"]),
    ("项目名称：甲|主管部门：某局", [.project: "甲", .department: "某局"]),
    ("填报单位：某馆　　金额单位：万元", [.implementingUnit: "某馆", .moneyUnit: "万元"]),
    ("项目名称|甲|~\n项目类别|其他|项目期|3年", [.project: "甲", .category: "其他"]),
    ("项目名称||项目类别|\n主管部门|某局", [.department: "某局"]),
    (
      "项目资金（元）|项目资金总额|9|年度资金申请总额|5\n|其中：财政资金|8|其中：当年财政拨款|3\n|||上年结转资金|1\n|其他资金|1|其他资金|1",
      [
        .moneyUnit: "元", .projectTotal: "9", .projectFiscal: "8", .projectOther: "1", .annualTotal: "5",
        .annualFiscal: "3", .carriedOver: "1", .annualOther: "1",
      ]
    ),
    (
      "资金情况(万元)|年度金额：|5\n|其中：财政拨款|3\n|其他资金|2",
      [.moneyUnit: "万元", .annualTotal: "5", .annualFiscal: "3", .annualOther: "2"]
    ),
    (
      "年度总体目标|预期目标|实际完成情况\n|布设六台|布设七台\n|培训三场|培训四场", [.annualGoal: "布设六台\n培训三场", .actualGoal: "布设七台\n培训四场"]
    ),
    ("总体目标|实施期目标|年度目标\n|三年十八台。|六台。", [.totalGoal: "三年十八台。", .annualGoal: "六台。"]),
    ("年度总体目标|<p>布设六台。</p> <p>培训三场。</p>", [.annualGoal: "布设六台。\n培训三场。"]),
  ]

  @Test("fields", arguments: heads)
  func fields(head: String, fields: [FieldKey: String]) throws {
    let form = try #require(try recognised(head + "\n" + Self.rows).first)
    #expect(form.form.fields == fields)
    for key in fields.keys { #expect(form.location(of: .field(key)) != nil, "\(key)") }
  }

  @Test("a goal goes on after a page break, below the label again")
  func goalOverPages() throws {
    let rows = """
      |项目总目标|年度总目标||
      项目 绩效 目标|布设三年内的设备与样||布设六台。

      项目 绩效 目标|式统一的标牌。
      ----|---
      """
    let form = try #require(try recognised(rows + "\n" + Self.rows, layout: .shifted).first)
    #expect(form.form[.totalGoal] == "布设三年内的设备与样式统一的标牌。")
    #expect(form.form[.annualGoal] == "布设六台。")
    #expect(form.remarks.isEmpty)
  }

  @Test("the budget table, its columns in any order")
  func budget() throws {
    let rows = """
      项目资金（万元）|得分|全年执行数（B）|全年预算数（A）|执行率（B/A）
      |年度资金总额：|9.8|98|100|98%
      |其中：当年财政拨款||98|100|98%
      |中央补助||60|60|100%
      """
    let form = try #require(try recognised(rows + "\n" + Self.rows, layout: .shifted).first).form
    #expect(form.moneyUnit == .tenThousandYuan)
    #expect(
      form.budget == [
        BudgetLine(line: "total", cells: [.score: "9.8", .executed: "98", .adjusted: "100", .rate: "98%"]),
        BudgetLine(line: "currentYear", cells: [.executed: "98", .adjusted: "100", .rate: "98%"]),
        BudgetLine(line: "中央补助", cells: [.executed: "60", .adjusted: "60", .rate: "100%"]),
      ])
  }

  @Test("money beside its label is the total line")
  func budgetPairs() throws {
    let rows = "当年预算数（元）：|30,000.00|预算执行数（元）：|29,000.00\n预算执行率（%）：|96.67%"
    let form = try #require(try recognised(rows + "\n" + Self.rows).first).form
    #expect(
      form.budget == [
        BudgetLine(line: "total", cells: [.initial: "30,000.00", .executed: "29,000.00", .rate: "96.67%"])
      ])
    #expect(form[.moneyUnit] == "元")
  }

  @Test("a title or the first label again begins the next form")
  func severalForms() throws {
    let form = "项目支出绩效目标表\n项目名称|甲\n主管部门|某局\n" + Self.rows
    let plain = "项目名称|乙\n主管部门|某局\n" + Self.rows
    let forms = try recognised(form + "\n\n" + form + "\n" + plain)
    #expect(forms.map { $0.form[.project] } == ["甲", "甲", "乙"])
    #expect(forms.map(\.form.indicators.count) == [1, 1, 1])
    #expect(forms.flatMap(\.remarks) == [])
  }

  @Test("notes, closing fields and second values are listed or read")
  func closing() throws {
    let rows = """
      项目名称|甲|乙
      \(Self.rows)
      总分|||100
      评价等级|优
      说明：得分保留两位小数。
      2.按年报口径统计。
      填表人：林某|联系电话：0000
      """
    let form = try #require(try recognised(rows).first)
    #expect(form.form[.grade] == "优")
    #expect(form.remarks(.unplaced) == ["乙", "100"])
    #expect(form.remarks(.note) == ["说明：得分保留两位小数。", "2.按年报口径统计。", "填表人：林某", "联系电话：0000"])
  }

  @Test("hidden cells are listed and not read")
  func hidden() throws {
    var file = drawn("项目名称|甲\n主管部门|某局\n" + Self.rows)
    file.grids[0].cells[1].isHidden = true
    let form = try #require(try Recogniser(spellings: spellings).forms(in: file).first)
    #expect(form.form[.project] == nil)
    #expect(form.remarks(.unplaced) == ["甲"])
  }

  @Test(
    "what is no form gives none",
    arguments: ["", "甲|乙\n丙|丁", "姓名|分数|备注\n林某|90|", "项目支出绩效目标表\n见附件", "商品|单位|数量\n纸|箱|3"])
  func noForm(rows: String) throws {
    #expect(try recognised(rows).isEmpty)
    #expect(try recognised(rows, layout: .shifted).isEmpty)
  }

  @Test("an unfilled form is a form")
  func blank() throws {
    let rows = "项目支出绩效目标表\n（    年度）\n项目名称|\n主管部门||实施单位|\n" + Self.rows.prefix(19) + "\n产出指标|数量指标\n|质量指标"
    let form = try #require(try recognised(rows).first)
    #expect(form.form.indicators.isEmpty)
    #expect(form.form.emptyLevels == ["数量指标", "质量指标"])
  }
}
