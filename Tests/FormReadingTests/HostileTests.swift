import FormModel
import FormReading
import FormWriting
import TestSupport
import Testing

@Suite("Hostile files give errors, never a crash")
struct HostileTests {
  static let files: [HostileFile] = [
    HostileFile("deep flow", String(repeating: "[", count: 200_000)),
    HostileFile("deep YAML flow", "绩效指标: " + String(repeating: "[", count: 200_000)),
    HostileFile("deep maps", "{\"kind\":" + String(repeating: "{\"a\":", count: 100_000)),
    HostileFile(
      "deep block", (0..<2000).map { String(repeating: " ", count: $0) + "甲:" }.joined(separator: "\n")),
    HostileFile("deep dashes", "绩效指标:\n" + String(repeating: "- ", count: 50_000)),
    HostileFile("NUL", "年度: 20\u{0}27\n"), HostileFile("escape", "年度: \u{1B}[31m\n"),
    HostileFile("long key", "年度: 1\n" + String(repeating: "长", count: 500_000) + ": 1\n"),
    HostileFile(
      "long unknown JSON key",
      "{\"kind\": \"target\", \"" + String(repeating: "k", count: 1_000_000) + "\": 1}"
    ),
    HostileFile("anchors", "年度: &a 1\n项目名称: *a\n"),
    HostileFile("billion laughs", "a: &a [x]\nb: &b [*a,*a]\n年度: *b\n"),
    HostileFile("tag", "年度: !!binary aGk=\n"), HostileFile("merge", "<<: {年度: 1}\n"),
    HostileFile("directive", "%YAML 9.9\n---\n年度: 1\n...\n甲\n"),
    HostileFile("huge number", "{\"kind\": \"target\", \"year\": 1e999999999, \"projet\": 1}"),
  ]

  @Test("nesting, control characters, long keys, anchors", arguments: files)
  func errors(file: HostileFile) {
    for ending in ["yaml", "json"] {
      #expect(throws: ReadingError.self) { try read(file.text, named: "a.\(ending)") }
    }
  }

  @Test("the error for a long line stays short")
  func shortErrors() {
    do {
      _ = try read(
        "{\"kind\": \"target\", \"a\": \"" + String(repeating: "长", count: 300_000) + "\"}", named: "a.json")
    } catch { #expect(error.text.utf8.count < 2000) }
  }

  @Test("a line of 10 MB is a value like any other")
  func longLine() throws {
    let text = String(repeating: "长", count: 3_500_000)
    #expect(try read("项目名称: \"\(text)\"\n", named: "a.yaml").first?.form[.project] == text)
    #expect(
      try read("{\"kind\":\"target\",\"project\":\"\(text)\"}", named: "a.json").first?.form[.project] == text
    )
  }

  @Test("every truncation and many damaged bytes", arguments: Array(UInt64(1)...4))
  func damage(seed: UInt64) {
    var forms = GeneratedForms(seed: seed, templates: library.ids)
    for _ in 0..<25 {
      let form = forms.form()
      for text in [YAMLWriter.text(of: form, layouts: layouts), JSONWriter.text(of: form.unplaced)] {
        var bytes = Array(text.utf8)
        let cut = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &forms.random)))
        _ = try? FormReader.read(cut, name: "a.yaml", layouts: layouts)
        for _ in 0..<5 {
          let place = Int.random(in: 0..<bytes.count, using: &forms.random)
          bytes[place] = UInt8.random(in: 0...255, using: &forms.random)
          _ = try? FormReader.read(bytes, name: "a.json", layouts: layouts)
          _ = try? NativeDocument.read(String(decoding: bytes, as: UTF8.self), layouts: layouts)
        }
      }
    }
  }
}

/// A file that wants to do harm; its text is too long for a test's name.
struct HostileFile: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
