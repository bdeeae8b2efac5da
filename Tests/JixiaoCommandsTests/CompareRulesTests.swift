import BundledData
import FormComparison
import FormModel
import FormReading
import FormRules
import TestSupport
import Testing

@testable import JixiaoCommands

/// `compare` says of a self-evaluation what all rules together leave of its groups, no more and no less.
@Suite struct CompareRulesTests {
  private static func source(_ rows: [(name: String?, target: String, actual: String?, score: String?)])
    -> ComparedSource
  {
    var form = Form(kind: .selfEvaluation, template: "shanghai-self-evaluation")
    (form[.year], form[.project]) = ("2027", "社区图书自助借还服务")
    form.indicators = rows.map { row in
      var indicator = Indicator(level1: "产出指标", level2: "质量指标", level3: row.name ?? "")
      (indicator[.target], indicator[.actual], indicator[.weight], indicator[.score]) = (
        row.target, row.actual, "10", row.score
      )
      return indicator
    }
    return ComparedSource(file: "自评.yaml", number: nil, read: LocatedForm(form: form))
  }

  private static let sources = [
    source([(nil, "≥95%", nil, nil), ("设备完好率", "≥95%", "96%", "10")]),
    source([("设备完好率", "健全", "待填写", nil), ("故障处理", "及时", "XXX", "10")]),
    source([("设备完好率", "≥95%", "120%", "12"), ("借阅覆盖率", "≥95%", "130%", "9")]),
    source([]), source([(nil, "", nil, nil)]),
  ]

  @Test(arguments: sources.indices) func unlessHoldsForRulesOfOtherGroups(index: Int) throws {
    let library = try Library(ruleFolders: [], templateFolders: [], needsRules: true)
    let groups: Set<String> = ["comparison", "scoring", "across"]
    let source = Self.sources[index]
    let engine = try library.engine(for: library.template("shanghai-self-evaluation"))
    let all = engine.check(source.read).findings
    let wanted = all.filter { groups.contains(engine.rules[$0.rule]?.group ?? "") }
    let work = try CompareWork(library: library, template: nil, today: nil)
    let found = try work.compare(nil, source, decisions: PairList()).evaluated.findings.map(\.finding)
    #expect(found == wanted)
    let alone = try RuleEngine(
      rules: Self.only(groups, of: library), template: library.template("shanghai-self-evaluation"))
    if index == 0 {
      #expect(
        !found.contains { $0.rule == "score-missing" && $0.path.isInRow(0) }, "the name is missing: one cause"
      )
      #expect(alone.check(source.read).findings.count > wanted.count, "without the others it would be said")
    }
  }

  /// The rules as they would be without those that silence them.
  private static func only(_ groups: Set<String>, of library: Library) throws -> RuleSet {
    let files = BundledData.files(under: "Rules").filter { file in
      let parts = file.path.split(separator: "/")
      return parts.contains("vocabulary") || parts.contains { groups.contains(String($0)) }
    }.map { file in
      RuleFile(
        path: file.path,
        text: file.text.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { !$0.hasPrefix("unless:") }.joined(separator: "\n"))
    }
    return try RuleSet(files: files)
  }

  @Test func copiedReasonsOfAnotherProjectAreNamed() throws {
    let folder = try TemporaryFolder()
    let note = "供货商停产换了型号，明年三月前补布设一台"
    for (file, project) in [("甲", "社区图书自助借还服务"), ("乙", "乡村书屋更新"), ("丙", "公园绿地养护")] {
      let form = """
        模板: shanghai-self-evaluation
        年度: 2027
        项目名称: \(project)
        绩效指标:
          产出指标:
            数量指标:
              - 三级指标: 设备布设数量
                指标值: ≥6台
                实际完成值: 5台
                权重: 10
                得分: 8.33
                偏差原因分析及改进措施: \(file == "丙" ? "草坪返青慢，明年补种一次，加强养护巡查" : note)

        """
      try folder.write(form, to: "自评/\(file).yaml")
    }
    let run = try CommandRun.jixiao(["compare", "自评", "-q", "-j", "2"], folder: folder.path)
    let said = run.output.split(separator: "\n").filter { $0.contains("一字不差") }
    #expect(said.count == 1, "\(run.output)\(run.errors)")
    #expect(said.first?.contains("与“乡村书屋更新”（自评/乙.yaml）的一字不差") == true, "\(said)")
  }
}

extension FormPath {
  fileprivate func isInRow(_ row: Int) -> Bool {
    if case .indicator(row, _) = self { true } else { false }
  }
}
