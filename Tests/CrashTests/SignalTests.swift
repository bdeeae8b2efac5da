import Glibc
import TestSupport
import Testing

/// A request to end: the draft is kept, the person is told, the exit status tells too.
struct SignalTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func endsWithTheDraftKept(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let command = try RunningCommand.fill("表.yaml", in: folder)
    command.send("2027\n社区图书自助借还服务\n")
    #expect(command.pump(seconds: 30) { $0.questions.count == 3 })
    command.signal(signal)
    #expect(command.exitStatus(within: 30) == 130)
    #expect((command.text + command.errorText).contains("草稿已保存在 表.yaml"))
    #expect(folder.text("表.yaml")?.contains("项目名称: 社区图书自助借还服务") ?? false)
    #expect(!folder.names.contains(".表.yaml.lock"))
  }
}
