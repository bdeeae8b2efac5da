import Foundation
import TestSupport
import Testing

/// A file that means harm is refused with a reason; the others of the batch go on.
@Suite struct HostileBatchTests {
  @Test("each is refused and the others go on", arguments: HostileFile.all)
  func batch(file: HostileFile) throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"kind": "target", "project": "河道保洁"}"#, to: "一.json")
    try folder.write(#"{"kind": "target", "project": "公园绿化"}"#, to: "三.json")
    let path = try file.make(in: folder.path)
    let run = try CommandRun.jixiao(
      ["convert", "一.json", path, "三.json", "--to", "ndjson"], folder: folder.path)
    #expect(run.status == 2)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.errors.contains(file.words), "\(run.errors)")
    #expect(run.errors.contains(path))
    #expect(run.errors.contains("读了 2 个文件，2 张表；1 处失败"))
    #expect(!run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("a file that one may not read", .enabled(if: geteuid() != 0, "root may read everything"))
  func permission() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"kind": "target"}"#, to: "密.json")
    chmod(folder.path + "/密.json", 0)
    let run = try CommandRun.jixiao(["convert", "密.json", "--to", "ndjson"], folder: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("没有权限"))
  }

  @Test("a name that steers the terminal is shown, not obeyed")
  func names() throws {
    let folder = try TemporaryFolder()
    try folder.write("坏：1\n", to: "甲/\u{1B}[2J.yaml")
    let run = try CommandRun.jixiao(["convert", "甲", "--to", "ndjson"], folder: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("␛[2J.yaml"))
    #expect(!run.errors.contains("\u{1B}"))
  }
}

extension HostileFile: CustomTestStringConvertible {
  public var testDescription: String { name }
}
