import TestSupport
import Testing

/// Two programs on one form: the second is told who and since when, and may only read.
struct LockTests {
  @Test func theSecondMayOnlyRead() throws {
    let folder = try TemporaryFolder()
    let first = try RunningCommand.fill("表.yaml", in: folder)
    first.send("2027\n社区图书自助借还服务\n")
    #expect(first.pump(seconds: 30) { $0.questions.count == 3 })
    let file = folder.text("表.yaml")

    let second = try CommandRun.jixiao(["fill", "表.yaml"], input: "2026\n", folder: folder.path)
    #expect(second.status == 75)
    #expect(second.errors.contains("表.yaml"))
    #expect(second.errors.contains("进程 \(first.processID)"))
    #expect(second.errors.contains(/自 \d{4}-\d\d-\d\d \d\d:\d\d 起/))
    #expect(folder.text("表.yaml") == file)

    let reader = try CommandRun.jixiao(["show", "表.yaml"], folder: folder.path)
    #expect(reader.status == 0)
    #expect(reader.output.contains("社区图书自助借还服务"))

    first.send(":退出\n")
    #expect(first.exitStatus(within: 30) != nil)
    let third = try CommandRun.jixiao(["fill", "表.yaml"], input: "经常性项目\n", folder: folder.path)
    #expect(third.status == 1)
    #expect(folder.text("表.yaml")?.contains("项目类别: 经常性项目") ?? false)
  }

  /// The kernel gives the lock back, whatever ends the program.
  @Test func aKilledProgramLeavesNoLock() throws {
    let folder = try TemporaryFolder()
    let first = try RunningCommand.fill("表.yaml", in: folder)
    #expect(first.pump(seconds: 30) { !$0.output.isEmpty })
    first.killNow()
    let second = try CommandRun.jixiao(["fill", "表.yaml"], input: "2027\n", folder: folder.path)
    #expect(second.status == 1)
    #expect(folder.text("表.yaml")?.contains("年度: 2027") ?? false)
  }
}
