import OfficeFiles
import Testing

@Suite("XML as tags and texts")
struct MarkupTests {
  private func markup(_ text: String) throws -> Markup { try Markup(Array(text.utf8), part: "a.xml") }

  @Test(
    "all of the text stays as it is",
    arguments: [
      "<a/>",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x=\"1>2\" y='\"'>甲<b/>&lt;乙&#x4E00;<!-- < --></a>\n",
      "<w:p xmlns:w='w'><w:r >\r\n<w:t xml:space=\"preserve\"> 丙 </w:t></w:r></w:p>", "<a><?b c?>d</a>",
    ])
  func whole(text: String) throws { #expect(try markup(text).text == text) }

  @Test func tokensAreNamed() throws {
    let tokens = try markup("<w:p xmlns:w='w' w:val=\"甲\"><w:t>乙</w:t><w:br/></w:p>").tokens
    #expect(tokens.map(\.kind) == [.start, .start, .text, .end, .empty, .end])
    #expect(tokens.map(\.name) == ["w:p", "w:t", "", "w:t", "w:br", "w:p"])
    #expect(tokens[0].attribute("w:val") == "甲" && tokens[0].attribute("val") == nil)
  }

  @Test("what is written in other ways is a text like any other")
  func sections() throws {
    let tokens = try markup("<a><![CDATA[<b>&]]></a>").tokens
    #expect(tokens.map(\.source) == ["<a>", "&lt;b&gt;&amp;", "</a>"])
    #expect(try markup("\u{FEFF}<a/>").text == "<a/>")
  }

  @Test(arguments: [
    ("&lt;甲&gt; &amp;amp; &#8805;&#x4e00;", "<甲> &amp; ≥一"), ("&quot;&apos;", "\"'"),
    ("& &x; &#0; &", "& &x; &#0; &"),
    ("", ""),
  ])
  func references(source: String, text: String) {
    let plain = Markup.plain(source)
    #expect(plain == text || (source.contains("&#0;") && plain.hasPrefix("& &x; ")))
    #expect(Markup.plain(Markup.escaped(text)) == text)
  }

  @Test(
    "what is no XML, or none that can be kept, is refused",
    arguments: [
      "<a>", "<a></b>", "甲", "<!DOCTYPE a><a/>", "<a>&b;</a>",
    ])
  func broken(text: String) {
    #expect(throws: OfficeFileError.self) { try markup(text) }
  }

  @Test func otherEncodings() {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>e</a>"
    #expect(throws: OfficeFileError.self) { try markup(text) }
    let wide = Array("<a/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: OfficeFileError.self) { try Markup([0xFF, 0xFE] + wide, part: "a.xml") }
  }
}
