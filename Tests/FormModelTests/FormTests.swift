import FormModel
import Foundation
import Testing

@Suite struct FormTests {
  @Test func aBlankTextIsNeverStored() {
    var form = Form(fields: [.project: "图书自助借还", .category: ""])
    #expect(form.fields.count == 1)
    form[.project] = ""
    #expect(form[.project] == nil)
    #expect(form.fields.isEmpty)
  }

  @Test func moneyIsReadInTheFormsUnit() {
    let form = Form(fields: [.moneyUnit: "（万元）", .annualTotal: "128.50", .annualOther: "3元", .year: "２０２７年度"])
    #expect(form.amount(.annualTotal)?.yuan == 1_285_000)
    #expect(form.amount(.annualOther)?.yuan == 3)
    #expect(form.amount(.carriedOver) == nil)
    #expect(form.year == 2027)
  }

  @Test(arguments: IndicatorColumn.allCases)
  func everyColumnIsKeptAndCleared(_ column: IndicatorColumn) {
    var row = Indicator(level1: "产出指标", level3: "设备数量")
    row[column] = "10"
    #expect(row[column] == "10")
    row[column] = ""
    #expect((row[column] ?? "").isEmpty)
  }

  @Test(arguments: BudgetLine.Column.allCases)
  func everyBudgetCellIsKeptAndCleared(_ column: BudgetLine.Column) {
    var line = BudgetLine(line: "total")
    line[column] = "1.00"
    #expect(line[column] == "1.00")
    line[column] = nil
    #expect(line.cells.isEmpty)
  }

  @Test(
    arguments: [("10", "10"), ("4.50", "4.5"), ("１０", "10"), ("—", nil), ("", nil), ("10分", nil)]
      as [(String, String?)])
  func scores(_ text: String, _ value: String?) {
    #expect(Score(text).value == value.flatMap { Decimal(string: $0) })
    #expect(Score(text).text == text)
  }

  @Test func computedScoresPrintPlainly() throws {
    #expect(Score(try #require(Decimal(string: "4.50"))).text == "4.5")
    #expect(Score(Decimal(10)).text == "10")
  }

  @Test func pathsContainTheirParts() {
    #expect(FormPath.form.contains(.field(.year)))
    #expect(FormPath.indicator(2, nil).contains(.indicator(2, .target)))
    #expect(!FormPath.indicator(2, nil).contains(.indicator(3, .target)))
    #expect(!FormPath.indicator(2, .weight).contains(.indicator(2, .target)))
    #expect(FormPath.budget(0, nil).contains(.budget(0, .rate)))
    #expect(FormPath.level("产出指标", nil).contains(.level("产出指标", "数量指标")))
  }
}
