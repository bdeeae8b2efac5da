import FormWriting
import Testing

struct FormWritersTests {
  @Test(arguments: [
    ("md", "markdown"), (".MD", "markdown"), ("html", "html"), ("htm", "html"), ("csv", "csv"),
    ("txt", "text"),
    ("text", "text"), ("xlsx", "xlsx"), ("yml", "yaml"), ("json", "json"), ("jsonl", "ndjson"),
  ]) func endingsLeadToWriters(ending: String, name: String) {
    #expect(FormWriters.writer(named: ending)?.format.name == name)
  }

  @Test(arguments: ["", ".", "pdf", "m"]) func unknownEndings(ending: String) {
    #expect(FormWriters.writer(named: ending) == nil)
  }

  @Test func namesAndEndingsAreUnique() {
    let words = FormWriters.formats.flatMap { Array(Set([$0.name] + $0.extensions)) }
    #expect(Set(words).count == words.count)
    #expect(FormWriters.formats.allSatisfy { !$0.extensions.isEmpty && !$0.purpose.isEmpty })
  }
}

struct FileFormatTests {
  @Test(arguments: ["yaml", "json", "ndjson", "html", "md", "csv", "txt"]) func everyWriterEndsItsText(
    name: String
  ) throws {
    let writer = try #require(
      FormWriters.writer(named: name)?.init(options: WritingOptions(layouts: Samples.layouts))
        as? any TextFormWriter)
    let text = try writer.text(of: Samples.library, template: try Samples.template())
    #expect(text.hasSuffix("\n") || text.hasSuffix("\r\n"))
    #expect(text.contains("自助借还设备布设数量"))
  }
}
