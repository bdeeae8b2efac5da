import Foundation
import TestSupport
import Testing

/// `fill --from` on a published form: everything it has is offered, everything it lacks is said.
@Suite struct LastYearTests {
  private static let form = "forms/gold/shanghai-2022-target-01.json"

  @Test(.enabled(if: SharedFiles.path(LastYearTests.form) != nil))
  func workingThroughAPublishedFormShowsWhatItsTargetsLack() throws {
    let folder = try TemporaryFolder()
    let path = try #require(SharedFiles.path(Self.form))
    let enters = String(repeating: "\n", count: 150)
    let fill = try CommandRun.jixiao(
      ["fill", "new.yaml", "--from", path], input: enters, folder: folder.path)
    #expect(fill.status == 1)
    #expect(fill.output.contains("的 16 行指标作默认"))
    #expect(fill.output.contains("默认：运营内容完成率（2022 年的表）"))
    #expect(fill.output.contains("默认：=100%（2022 年的表）"))
    #expect(!fill.output.contains("178,705,000"), "amounts are asked anew")
    let file = try #require(folder.text("new.yaml"))
    #expect(file.components(separatedBy: "三级指标:").count == 17)
    #expect(file.contains("年度: 2023"))
    let lint = try CommandRun.jixiao(["lint", "new.yaml"], folder: folder.path)
    let said = lint.output.filter { !$0.isWhitespace }  // lines are wrapped to the screen
    for (name, rule) in [
      ("营造良好的营商环境", "missing-target-value"), ("长效管理制度建设", "vague-target"), ("政务服务模式创新", "vague-target"),
      ("生态效益", "level-name-as-indicator"),
    ] {
      #expect(said.contains("“\(name)”"), "\(name)")
      #expect(said.contains(rule), "\(rule)")
    }
    #expect(fill.output.contains("填完了"))
  }
}
