import FormModel
import FormTemplates
import FormWriting
import Testing

struct CSVWriterTests {
  /// A strict reader of RFC 4180.
  private func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars.dropFirst())[...]
    while let scalar = scalars.popFirst() {
      let last = records.count - 1
      let cell = records[last].count - 1
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        records[last][cell].unicodeScalars.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: records[last].append("")
      case "\r" where !isQuoted:
        #expect(scalars.popFirst() == "\n")
        records.append([""])
      case "\n" where !isQuoted: Issue.record("a lone line feed")
      default: records[last][cell].unicodeScalars.append(scalar)
      }
    }
    #expect(records.popLast() == [""])
    return records
  }

  /// The records of the indicator table, its head first.
  private func table(_ text: String) -> [[String]] {
    let all = records(text)
    return Array(all.drop { $0.first != "一级指标" }.prefix { $0.first?.isEmpty == false })
  }

  @Test func theWholeFormIsWritten() throws {
    let text = CSVWriter().text(of: Samples.library, template: try Samples.template())
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    let records = records(text)
    #expect(Set(records.map(\.count)).count == 1)
    let cells = records.map { $0.filter { !$0.isEmpty } }
    #expect(
      cells.prefix(3) == [["财政项目支出绩效目标申报表"], ["年度", "2027"], ["项目名称", "社区图书自助借还服务", "项目类别", "经常性项目"]])
    #expect(cells.contains(["项目资金(元)"]))
    #expect(cells.contains(["项目资金总额", "178,705,000.00", "年度资金申请总额", "1,280,000.00"]))
    #expect(cells.contains { $0.first == Samples.library[.totalGoal] })
    #expect(cells.last?.first == "总分")
  }

  @Test func targetsAreSplit() throws {
    let rows = table(CSVWriter().text(of: Samples.library, template: try Samples.template()))
    #expect(rows[0].prefix(7) == ["一级指标", "二级指标", "三级指标", "计算符号", "年度指标值", "度量单位", "分值"])
    #expect(rows[1].prefix(7) == ["产出指标", "数量指标", "自助借还设备布设数量", "≥", "6", "台", "10"])
    #expect(rows[2].prefix(2) == ["产出指标", "数量指标"])
    // 60.00(%) is not what the parts joined would say.
    #expect(rows[6][3...6] == ["", "≥60.00(%)", "", "20"])
    #expect(rows[4][3...6] == ["", "2027年9月30日前", "", "10"])
  }

  @Test func targetsCanStayWhole() throws {
    let writer = CSVWriter(options: WritingOptions(joinsTargets: true))
    let rows = table(writer.text(of: Samples.library, template: try Samples.template()))
    #expect(rows[0].prefix(5) == ["一级指标", "二级指标", "三级指标", "年度指标值", "分值"])
    #expect(rows[3][3...4] == ["'=100%", "15"])
  }

  @Test(arguments: [
    ("1-2", "'1-2"), ("3/4", "'3/4"), ("1-2-3", "'1-2-3"), ("'3/4", "''3/4"), ("2027-09-30", "2027-09-30"),
    ("007", "'007"), ("0", "0"), ("0.5", "0.5"), ("1E5", "'1E5"),
    ("123456789012345678", "'123456789012345678"),
    ("123456789012345", "123456789012345"), ("1.234567890123456", "'1.234567890123456"), ("1-2台", "1-2台"),
    ("2027/9", "'2027/9"), ("1/", "1/"), ("12", "12"),
    ("=cmd()", "'=cmd()"), ("+1+1", "'+1+1"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
    (" =1", "' =1"), ("＝1", "'＝1"), ("-5", "-5"), ("=", "="), ("3=3", "3=3"), ("a\"b,c", "a\"b,c"),
    ("一\n二", "一\n二"), ("\"\u{301}x", "\"\u{301}x"), ("\u{FEFF}=1", "'\u{FEFF}=1"), ("'=1", "''=1"),
    ("'甲", "'甲"),
  ]) func noTextIsEvaluated(text: String, read: String) throws {
    let form = Form(indicators: [Indicator(level1: "产出指标", level3: text)])
    #expect(table(CSVWriter().text(of: form, template: try Samples.template()))[1][2] == read)
    let free = CSVWriter(options: WritingOptions(guardsFormulas: false))
    #expect(table(free.text(of: form, template: try Samples.template()))[1][2] == text)
  }

  @Test func generatedFormsAreWrittenWhole() throws {
    let template = try Samples.template()
    let writer = CSVWriter(options: WritingOptions(guardsFormulas: false, joinsTargets: true))
    for seed in 0..<300 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      let records = records(writer.text(of: form, template: template))
      #expect(Set(records.map(\.count)).count == 1)
      let cells = Set(records.joined())
      for row in form.indicators {
        let texts = IndicatorColumn.allCases.compactMap { $0 == .level1Weight ? nil : row[$0] }
        #expect(row.level1Weight != nil || cells.isSuperset(of: texts), "seed \(seed)")
      }
      for (key, text) in form.fields where key != .moneyUnit {
        #expect(cells.contains(text), "seed \(seed) \(key)")
      }
    }
  }

  @Test func formsStandBelowEachOther() throws {
    let template = try Samples.template()
    let one = records(CSVWriter().text(of: Samples.library, template: template))
    let two = records(CSVWriter().text(of: [Samples.library, Samples.library], template: template))
    #expect(two == one + [Array(repeating: "", count: one[0].count)] + one)
  }
}
