import Foundation
import TestSupport
import Testing

/// How far long work is: a bar on a terminal, nothing of it left behind.
@Suite struct ProgressTests {
  @Test("a bar while a file keeps the program waiting, gone when all is read")
  func bar() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"kind": "target", "project": "河道保洁"}"#, to: "一.json")
    let pipe = folder.path + "/管道"
    #expect(mkfifo(pipe, 0o600) == 0)
    let end = open(pipe, O_RDWR)
    let environment = CommandRun.environment(home: folder.path).merging(["TERM": "xterm"]) { $1 }
    let program = try PtyProcess(
      BuiltExecutable.jixiao, ["convert", "一.json", "管道", "-o", "全部.json", "--jobs", "2"],
      environment: environment, folder: folder.path)
    #expect(program.waitFor("已读 1/2"))
    let form = Array(#"{"kind": "target", "project": "公园绿化"}"#.utf8)
    #expect(write(end, form, form.count) == form.count)
    close(end)
    #expect(program.waitFor("读了 2 个文件，2 张表"))
    #expect(program.exitStatus() == 0)
    let parts = program.text.components(separatedBy: "\r\u{1B}[K")
    #expect(parts.count > 1)
    #expect(!(parts.last ?? "").contains("已读"))
  }
}
