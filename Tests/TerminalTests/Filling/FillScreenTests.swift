import Foundation
import TestSupport
import Testing

extension ScreenTests {
  /// A whole project typed in Chinese at a terminal; the emulator's screen is the judge.
  @Suite(.serialized) struct Filling {
    private static let head: [(label: String, text: String)] = [
      ("年度", "2027"), ("项目名称", "社区图书自助借还服务"), ("项目类别", "1"), ("主管部门", "某区文化和旅游局"),
      ("实施单位", "某区图书馆"), ("计划开始日期", ""), ("计划完成日期", "12月31日"), ("金额单位", "1"),
      ("项目资金总额", "128万元"), ("财政资金", ""), ("其他资金（项目总额）", "0"), ("年度资金申请总额", "128万元"),
      ("当年财政拨款", ""), ("上年结转资金", "0"), ("其他资金（年度）", "0"),
      ("项目总目标", "三年内在全区 18 个社区建成自助借还网点，让居民步行 15 分钟可以借到书。"),
      ("年度总目标", "布设自助借还设备 6 台，新增可借图书 12000 册，图书借阅人次增长 15%。"),
    ]

    /// 三级指标 and 指标值 by second level, in the order in which they are asked.
    private static let groups: [(level2: String, rows: [(name: String, target: String)])] = [
      ("数量指标", [("自助借还设备布设数量", "不低于6台"), ("新增可借图书数量", ">=12000册"), ("建成自助借还网点数量", "≥6个")]),
      ("质量指标", [("设备验收合格率", "=100%"), ("设备完好率", "≥98%")]),
      ("时效指标", [("设备布设完成时间", "2027年6月30日前"), ("设备故障平均修复时间", "≤4小时")]),
      ("成本指标", [("单台设备采购价格", "≤8万元")]),
      ("经济效益指标", []),
      ("社会效益指标", [("图书借阅人次增长率", "≥15%"), ("借书平均等候时间缩短率", "≥20%")]),
      ("生态效益指标", []),
      ("可持续影响指标", [("设备设计使用年限", "≥8年")]),
      ("服务对象满意度指标", [("借阅读者满意度", "≥90%")]),
    ]

    @Test(arguments: ["xterm-256color", "tmux-256color"])
    func aClerkFinishesAForm(terminal: String) throws {
      let folder = try TemporaryFolder()
      let screen = try TmuxScreen(
        BuiltProgram.path("jixiao"), ["fill", "图书馆.yaml"], terminal: terminal,
        environment: ["HOME": folder.path, "LANG": "C.UTF-8"], folder: folder.path, columns: 100, rows: 40)
      let clerk = Clerk(screen: screen)
      for (label, text) in Self.head { try clerk.answer(label, text) }
      for group in Self.groups { try Self.fill(group.level2, group.rows, clerk) }
      try clerk.command(":均分", until: "合计 90 / 90")
      try clerk.answer("检查", "")
      try clerk.answer("输出", "")
      try clerk.see("the end", #_sourceLocation) { $0.text.contains("填完了") }
      try Self.isClean(folder)
    }

    private static func fill(_ level2: String, _ rows: [(name: String, target: String)], _ clerk: Clerk)
      throws
    {
      let label = "\(level2)：三级指标名称"
      for (index, row) in rows.enumerated() {
        switch (level2, index) {
        case ("数量指标", 0): try editedInTheMiddle(label, row.name, clerk)
        case ("质量指标", 0): try completed(label, typed: "设备验", row.name, clerk)
        case ("时效指标", 1): try undoneAndTypedAgain(label, row.name, clerk)
        default: try clerk.answer(label, row.name)
        }
        if (level2, index) == ("社会效益指标", 0) { try objectedAndCorrected(clerk) }
        try clerk.answer("年度指标值", row.target)
      }
      try clerk.answer(label, "")
    }

    /// A word is missing in the middle, one stands there twice: both are mended beside wide characters.
    private static func editedInTheMiddle(_ label: String, _ name: String, _ clerk: Clerk) throws {
      try clerk.see("the question", #_sourceLocation) { $0.line == label + ">" }
      try clerk.screen.type("自助还设备布设布设数量")
      for _ in 0..<2 { try clerk.screen.press("Left") }
      for _ in 0..<2 { try clerk.screen.press("BSpace") }
      try clerk.screen.press("Home")
      for _ in 0..<2 { try clerk.screen.press("Right") }
      try clerk.screen.type("借")
      try clerk.see("the mended line", #_sourceLocation) { $0.line == "\(label)> \(name)" }
      try clerk.screen.press("Enter")
    }

    private static func completed(_ label: String, typed: String, _ name: String, _ clerk: Clerk) throws {
      try clerk.see("the question", #_sourceLocation) { $0.line == label + ">" }
      try clerk.screen.type(typed)
      try clerk.screen.press("Tab")
      try clerk.see("the completed name", #_sourceLocation) { $0.line == "\(label)> \(name)" }
      try clerk.screen.press("Enter")
    }

    private static func undoneAndTypedAgain(_ label: String, _ name: String, _ clerk: Clerk) throws {
      try clerk.answer(label, "设备故障修理")
      try clerk.see("the next question", #_sourceLocation) { $0.line == "年度指标值>" }
      try clerk.command(":撤销", until: "已撤销：增加“设备故障修理”")
      try clerk.command(":增加 时效指标 \(name)", until: "› \(name)")
    }

    /// A vague target is objected to; `:返回` works while it stands there; the number is accepted.
    private static func objectedAndCorrected(_ clerk: Clerk) throws {
      try clerk.see("the question", #_sourceLocation) { $0.line == "年度指标值>" }
      try clerk.screen.type("提升")
      try clerk.screen.press("Enter")
      try clerk.see("the objection, the answer kept in the line", #_sourceLocation) {
        $0.text.contains("vague-target") && $0.line == "年度指标值> 提升"
      }
      try clerk.command(":返回", until: "三级指标> 图书借阅人次增长率")
      try clerk.screen.press("Enter")
      try clerk.see("the target again", #_sourceLocation) {
        $0.line.hasPrefix("年度指标值>") || $0.line.contains("三级指标名称>")
      }
      if try clerk.screen.capture().line.contains("三级指标名称>") {
        try clerk.command(":转到 图书借阅人次增长率/指标值", until: "年度指标值> 提升")
      }
      try clerk.screen.press("C-u")
    }

    private static func isClean(_ folder: TemporaryFolder) throws {
      let lint = try CommandRun.jixiao(["lint", "--fail-level", "info", "图书馆.yaml"], folder: folder.path)
      #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
      #expect(folder.names.contains("图书馆.html"))
    }
  }
}
