import FormWriting
import Testing

struct FormWritersTests {
  @Test(arguments: [
    ("md", "markdown"), (".MD", "markdown"), ("html", "html"), ("htm", "html"), ("csv", "csv"),
    ("txt", "text"),
    ("text", "text"),
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
