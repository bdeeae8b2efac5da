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
      ("word-cut", "tab-self-evaluation"),
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
}

private let hasPoppler = ["pdftotext", "pdftocairo"].allSatisfy {
  FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
}
