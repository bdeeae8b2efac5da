import FormModel
import FormRules
import Testing

/// Which figures of a goal promise something that an indicator must carry; the form has 6台 … only.
struct GoalFigureTests {
  @Test(arguments: [
    ("举办培训 12 场，培训 600 人次", "12场、600人次"), ("覆盖率达到 95%", "95%"), ("覆盖率由 80% 提高到 95%", "95%"),
    ("新建绿地 3.5 公顷", "3.5公顷"), ("服务企业 1,300 余家", "1,300余家"), ("故障 24 小时内修复", "24小时"),
    ("响应时间不超过 24 小时", "24小时"), ("每月巡检 3 次", "3次"), ("发放资料 2 万份、海报 300 张", "300张"),
    ("完成 15 个村的改造", "15个"),
  ])
  func `a promise without an indicator is found`(goal: String, figures: String) throws {
    let found = try finding(in: goal)
    #expect(found?.message.contains("写到 \(figures)，") == true, "\(found?.message ?? "")")
  }

  @Test(arguments: [
    "布设设备 6 台", "2027 年 9 月 30 日前完成", "按沪府办〔2021〕15号和[2022]3号文件", "1.做好服务；2、做好保障；（3）做好宣传",
    "提供7*24小时服务", "提供 24 小时自助借还", "落实“15分钟生活圈”和《“十四五”规划 100 条》", "全市 16 个区共享", "现已接入 1300 余家单位",
    "目前有设备 40 台", "新设 6 台，其中东片 4 台、西片 2 台", "投入资金 128 万元", "服务期 36 个月", "从 3 个方面推进", "系统升级到 2.0 版",
    "建设5G专网，支持IPV6", "“1+16+X”体系", "12345热线办理", "第 3 季度完成", "2026 年—2028 年", "借还 50000 册次", "借还 5 万册",
    "办好第 12 届读书节", "考核位列全市前 3 名", "一是布设，二是开通",
  ])
  func `what only describes, and what an indicator carries, is no finding`(goal: String) throws {
    let found = try finding(in: goal)
    #expect(found == nil, "\(found?.message ?? "")")
  }

  private func finding(in goal: String) throws -> Finding? {
    var form = CleanForms.shanghai
    form[.annualGoal] = goal
    let engine = try #require(RuleFolder.engines["shanghai-target"])
    return engine.check(form).findings.first { $0.rule == "goal-figure-without-indicator" }
  }
}
