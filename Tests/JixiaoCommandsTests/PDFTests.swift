import FormModel
import FormReading
import FormWriting
import Foundation
import TestSupport
import Testing

@testable import JixiaoCommands

/// PDF files of fictional forms, printed by a browser and by LibreOffice, through the real program and poppler.
@Suite(
  .enabled(if: hasPoppler, "pdftotext or pdftocairo is not installed: PDF files are not read"))
struct PDFTests {
  private static let fixtures = PackageFolder.path + "/Tests/Fixtures"

  @Test(
    "two forms over several pages, levels and rows broken by pages",
    arguments: [
      ("self-evaluation", "tab-self-evaluation"), ("target", "tab-target"),
      ("word-cut", "tab-self-evaluation"), ("sheet-bare", "tab-self-evaluation"),
      ("sheet-wide", "tab-self-evaluation"),
    ])
  func forms(name: String, source: String) throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun.jixiao(
      ["convert", "\(Self.fixtures)/pdf/\(name).pdf", "--to", "ndjson"], folder: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "读了 1 个文件，2 张表\n")
    let read = try forms(run.output)
    let expected = try forms(
      String(contentsOfFile: "\(Self.fixtures)/forms/\(source)/expected.ndjson", encoding: .utf8))
    #expect(read.count == expected.count)
    for (form, want) in zip(read, expected) { #expect(plain(form) == plain(want)) }
  }

  /// What is compared: everything printed, without blanks and line breaks.
  private func plain(_ form: Form) -> String {
    var form = form
    (form.template, form.family, form.emptyLevels) = (nil, nil, [])
    return String(JSONWriter.line(of: LocatedForm(form: form)).filter { !$0.isWhitespace }).replacing(
      "\\n", with: "")
  }

  private func forms(_ text: String) throws -> [Form] {
    try FormReader.read(Array(text.utf8), name: "a.ndjson").map(\.form)
  }

  @Test("a place is a page and a line")
  func places() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun.jixiao(
      ["convert", "\(Self.fixtures)/pdf/target.pdf#2", "--to", "json", "--locations", "-q"],
      folder: folder.path)
    #expect(run.output.contains("第3页第"), "\(run.output.suffix(500))")
  }

  @Test("what is no PDF, or has no words, is refused with what to do")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try folder.write("%PDF-1.7\n1 0 obj\n", to: "截断.pdf")
    let run = try CommandRun.jixiao(["convert", "截断.pdf", "--to", "ndjson"], folder: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("截断.pdf: PDF 打不开，文件不完整或已损坏\n"))
  }

  @Test(
    "a password and a scan: what, where and what to do",
    arguments: [
      ("locked", "PDF 加了密码，或不允许取出文字\n  用 PDF 软件去掉密码后另存，或要 Word、Excel 文件\n"),
      ("scanned", "PDF 里没有文字，多半是扫描的图片\n  先用文字识别（OCR）软件转换，或向对方要 Word、Excel 文件\n"),
    ])
  func unreadable(name: String, words: String) throws {
    let folder = try TemporaryFolder()
    let path = "\(Self.fixtures)/pdf/\(name).pdf"
    let run = try CommandRun.jixiao(["convert", path, "--to", "ndjson"], folder: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("\(path): \(words)"), "\(run.errors)")
  }

  @Test("a program of the same name that is not poppler's")
  func otherProgram() throws {
    let folder = try TemporaryFolder()
    for name in ["pdftotext", "pdftocairo"] {
      try folder.write("#!/bin/sh\nexit 99\n", to: name)
      chmod("\(folder.path)/\(name)", 0o755)
    }
    var environment = CommandRun.environment(home: folder.path)
    environment["PATH"] = folder.path
    let run = try CommandRun(
      BuiltExecutable.jixiao, ["convert", "\(Self.fixtures)/pdf/target.pdf", "--to", "ndjson"],
      environment: environment, folder: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("不是 poppler 的"), "\(run.errors)")
  }

  @Test("the locale of the person changes nothing", arguments: ["C", "zh_CN.GBK", "de_DE.UTF-8"])
  func locales(name: String) throws {
    let folder = try TemporaryFolder()
    let path = "\(Self.fixtures)/pdf/sheet-bare.pdf"
    var environment = CommandRun.environment(home: folder.path)
    let usual = try CommandRun(
      BuiltExecutable.jixiao, ["convert", path, "--to", "ndjson"], environment: environment,
      folder: folder.path)
    environment["LC_ALL"] = name
    let run = try CommandRun(
      BuiltExecutable.jixiao, ["convert", path, "--to", "ndjson"], environment: environment,
      folder: folder.path)
    #expect(run.output == usual.output)
  }

  @Test("without poppler the package is named")
  func missing() throws {
    let folder = try TemporaryFolder()
    var environment = CommandRun.environment(home: folder.path)
    environment["PATH"] = folder.path
    let run = try CommandRun(
      BuiltExecutable.jixiao, ["convert", "\(Self.fixtures)/pdf/target.pdf", "--to", "ndjson"],
      environment: environment, folder: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("apt-get install poppler-utils"))
    #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) == [])
  }

  @Test("a child that goes on for ever, or writes without end, is ended")
  func children() throws {
    let input = open("/dev/null", O_RDONLY)
    defer { close(input) }
    #expect(throws: ChildProcess.Failure.tooSlow) {
      try ChildProcess.run("sleep", ["60"], input: input, seconds: 1, bytes: 100)
    }
    #expect(throws: ChildProcess.Failure.tooLarge) {
      try ChildProcess.run("yes", [], input: input, seconds: 60, bytes: 1 << 20)
    }
    #expect(throws: ChildProcess.Failure.missing) {
      try ChildProcess.run("no-such-program-here", [], input: input, seconds: 1, bytes: 100)
    }
    let echo = try ChildProcess.run("echo", ["绩效"], input: input, seconds: 60, bytes: 100)
    #expect(String(decoding: echo.output, as: UTF8.self) == "绩效\n")
    #expect(echo.status == 0)
  }

  @Test("a child that closes its streams and goes on is ended, and none is left")
  func lingering() throws {
    let folder = try TemporaryFolder()
    let input = open("/dev/null", O_RDONLY)
    defer { close(input) }
    let script = "echo $$ > \(folder.path)/pid; exec >&- 2>&-; exec sleep 60"
    #expect(throws: ChildProcess.Failure.tooSlow) {
      try ChildProcess.run("sh", ["-c", script], input: input, seconds: 2, bytes: 100)
    }
    #expect(!isThere(folder.text("pid")))
    let killed = try ChildProcess.run("sh", ["-c", "kill -TERM $$"], input: input, seconds: 60, bytes: 100)
    #expect(killed.status == 128 + SIGTERM)
  }

  @Test("Ctrl-C ends the program and the child with it")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\necho $$ > \(folder.path)/pid\nexec sleep 60\n", to: "pdftotext")
    chmod("\(folder.path)/pdftotext", 0o755)
    var environment = CommandRun.environment(home: folder.path)
    environment["PATH"] = folder.path + ":/usr/bin:/bin"
    let program = try PtyProcess(
      BuiltExecutable.jixiao, ["convert", "\(Self.fixtures)/pdf/target.pdf", "--to", "ndjson"],
      environment: environment, folder: folder.path)
    #expect(program.wait(seconds: 60) { _ in folder.text("pid")?.hasSuffix("\n") ?? false })
    program.type("\u{3}")
    #expect(program.exitStatus(within: 30) == 128 + SIGINT)
    for _ in 0..<300 where isRunning(folder.text("pid")) { usleep(100_000) }
    #expect(!isRunning(folder.text("pid")))
  }
}

/// Whether a process, or what is left of it, is there.
private func isThere(_ number: String?) -> Bool {
  guard let id = number.flatMap({ Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) else {
    return true
  }
  return kill(id, 0) == 0
}

/// Whether a process runs; its parent may not have asked for its end yet.
private func isRunning(_ number: String?) -> Bool {
  let id = number?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  return (try? String(contentsOfFile: "/proc/\(id)/cmdline", encoding: .utf8))?.isEmpty == false
}

private let hasPoppler = ["pdftotext", "pdftocairo"].allSatisfy {
  FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
}
