import Foundation
import TestSupport
import Testing

extension ScreenTests {
  /// `:compare` while a form is open, with the name of the file completed by Tab.
  @Suite(.serialized) struct FillCompare {
    private static func form(_ year: String, _ target: String) -> String {
      """
      模板: shanghai-target
      年度: \(year)
      项目名称: 社区图书自助借还服务
      绩效指标:
        产出指标:
          数量指标:
            - {三级指标: 自助借还设备布设数量, 指标值: \(target), 权重: 90}

      """
    }

    @Test func aFileIsComparedAndTheFormStaysOpen() throws {
      let folder = try TemporaryFolder()
      try folder.write(Self.form("2027", "≥6台"), to: "草稿.yaml")
      try folder.write(Self.form("2027", "≥8台"), to: "上一稿（送审）.yaml")
      let screen = try TmuxScreen(
        BuiltProgram.path("jixiao"), ["fill", "草稿.yaml"],
        environment: ["HOME": folder.path, "LANG": "C.UTF-8"],
        folder: folder.path, columns: 90, rows: 60)
      let clerk = Clerk(screen: screen)
      try clerk.see("a question", #_sourceLocation) { $0.line.hasSuffix(">") }
      let question = screen.latest.line
      try screen.type("：对比 上")
      try screen.press("Tab")
      try clerk.see("the completed name", #_sourceLocation) { $0.line.hasSuffix("：对比 上一稿（送审）.yaml") }
      try screen.press("Enter")
      try clerk.see("the report", #_sourceLocation) {
        $0.text.contains("原 ≥8台 → 现 ≥6台") && $0.text.contains("▼ 放宽") && $0.line == question
      }
      try clerk.command(":compare 没有.yaml", until: "读不了 没有.yaml")
      try clerk.command(":v", until: "写出另一张表的文件名")
    }
  }
}
