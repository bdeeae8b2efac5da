import FormComparison
import FormModel
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Reports over several years")
struct TrendReporterTests {
  private static let setting = ReportSetting(rules: [], width: 60, layouts: Samples.layouts)

  /// The library form of two years with results above their targets, under a name.
  private func project(name: String = "社区图书自助借还服务", row: String = "全年借还册次") throws -> TrendedProject {
    let template = try Samples.template("shanghai-self-evaluation")
    let forms = (2026...2027).map { year in
      var form = Samples.library
      (form.kind, form[.year], form[.project]) = (.selfEvaluation, "\(year)", name)
      form.indicators[1].level3 = row
      form.indicators[1].actual = TargetValue("\(year - 2000)万册次")
      form.indicators[1].note = "=cmd"
      return form
    }
    let trend = Trend(
      forms.map { TrendForm(form: $0, name: "\($0.year ?? 0).yaml", plan: template.scoring) },
      words: MatchingWords(), habits: TrendHabits(overshoot: 120, fewestResults: 2))
    return TrendedProject(
      forms: forms.map { form in
        CheckedForm(
          file: "\(form.year ?? 0).yaml", read: LocatedForm(form: form), profile: CheckedProfile(template),
          findings: [])
      }, trend: trend, findings: [TrendFinding(year: 1, form: 1, finding: Samples.finding)],
      overshootSeverity: .info)
  }

  @Test("Every format says what is overshot, and what rules found")
  func everyFormat() throws {
    let project = try project()
    #expect(project.worst == .warning)
    for type in TrendReporters.all {
      let text = try type.init(Self.setting).text(of: [project], LeftOutForms(ofOneYear: ["单独.yaml"]))
      let name = type.format.name
      #expect(text.contains("26万册次") && text.contains("27万册次"), "\(name)")
      #expect(
        text.contains(name == "json" ? "\"overshot\": [" : name == "csv" ? "年年超额" : "都超过目标较多"), "\(name)")
      if name != "csv" { #expect(text.contains("单独.yaml") && text.contains("制度印发并执行"), "\(name)") }
    }
  }

  @Test(
    "Text of a form is never markup, script or formula",
    arguments: ["</script><b>x", "=1+1", "]]>\u{202E}甲|\"&'"])
  func hostile(text: String) throws {
    let project = try project(name: text, row: text)
    let page = try HTMLTrend(Self.setting).text(of: [project, project], LeftOutForms(undated: [text]))
    #expect(XMLParser(data: Data(page.utf8)).parse())
    #expect(!page.contains("<script") && !page.contains("\u{202E}"))
    #expect(!page.contains("<b>x"))
    let csv = CSVTrend(Self.setting).text(of: [project], LeftOutForms())
    #expect(!csv.contains(",=") && !csv.contains("\n="))
    let json = JSONTrend(Self.setting).text(of: [project], LeftOutForms())
    #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
  }

  @Test("No line is wider than the screen", arguments: [24, 40, 60, 120])
  func narrow(width: Int) throws {
    let report = HumanTrend(ReportSetting(width: width)).text(of: [try project()], LeftOutForms())
    for line in report.split(separator: "\n") {
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
      #expect(columns <= width, "\(line)")
    }
  }

  @Test("Two lines lead through the years, targets and results")
  func chart() throws {
    let page = try HTMLTrend(Self.setting).text(of: [try project()], LeftOutForms())
    #expect(page.contains("<polyline class=\"target\" points=\"8,56 212,56\"/>"))
    #expect(page.contains("<polyline class=\"result\" points=\"8,11 212,8\"/>"))
  }
}
