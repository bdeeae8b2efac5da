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

  @Test func targetsAreSplit() throws {
    let text = CSVWriter().text(of: Samples.library, template: try Samples.template())
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    let records = records(text)
    #expect(records[0] == ["项目名称", "年度", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "度量单位", "分值", "指标值原文"])
    #expect(records.count == 9)
    #expect(records[1].suffix(5) == ["≥", "6", "台", "10", "≥6台"])
    #expect(records[6].suffix(5) == ["≥", "60.00", "%", "20", "≥60.00(%)"])
    #expect(records[4].suffix(5) == ["", "2027年9月30日前", "", "10", "2027年9月30日前"])
  }

  @Test func targetsCanStayWhole() throws {
    let writer = CSVWriter(options: WritingOptions(joinsTargets: true))
    let records = records(writer.text(of: Samples.library, template: try Samples.template()))
    #expect(records[0].suffix(2) == ["指标值", "分值"])
    #expect(records[3].suffix(2) == ["'=100%", "15"])
  }

  @Test(arguments: [
    ("=cmd()", "'=cmd()"), ("+1+1", "'+1+1"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
    (" =1", "' =1"), ("＝1", "'＝1"), ("-5", "-5"), ("=", "="), ("3=3", "3=3"), ("a\"b,c", "a\"b,c"),
    ("一\n二", "一\n二"), ("\"\u{301}x", "\"\u{301}x"), ("\u{FEFF}=1", "'\u{FEFF}=1"),
  ]) func noTextIsEvaluated(text: String, read: String) throws {
    let form = Form(indicators: [Indicator(level1: "产出指标", level3: text)])
    #expect(records(CSVWriter().text(of: form, template: try Samples.template()))[1][4] == read)
    let free = CSVWriter(options: WritingOptions(guardsFormulas: false))
    #expect(records(free.text(of: form, template: try Samples.template()))[1][4] == text)
  }

  @Test func generatedRowsAreReadBack() throws {
    let template = try Samples.template()
    let writer = CSVWriter(options: WritingOptions(guardsFormulas: false))
    for seed in 0..<300 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      let records = records(writer.text(of: form, template: template))
      #expect(Set(records.map(\.count)).count == 1)
      for (row, indicator) in zip(records.dropFirst(), form.indicators) {
        let texts = IndicatorColumn.allCases.compactMap { indicator[$0] }
        #expect(Set(texts).isSubset(of: row), "seed \(seed)")
      }
    }
  }

  @Test func formsAreStacked() throws {
    let text = CSVWriter().text(of: [Samples.library, Samples.library], template: try Samples.template())
    #expect(records(text).count == 17)
  }
}
