import Testing

@testable import JixiaoCommands

/// Whether a text names a project: its whole name and no longer one.
struct CompanionNameTests {
  @Test(
    arguments: [
      ("河道保洁", true), ("2027年河道保洁项目经费情况说明", true), ("1.河道保洁", true), ("河道保洁经费说明", true),
      ("项目名称:河道保洁", true), ("“河道保洁”", true), ("关于河道保洁的说明", true), ("河道保洁(二期)", false), ("大河道保洁", false),
      ("河道保洁设备采购", false), ("河道保洁2", false), ("河道", false), ("", false),
    ])
  func namesAProject(text: String, isNamed: Bool) {
    #expect(CompanionName.names("河道保洁", in: text) == isNamed)
  }
}
