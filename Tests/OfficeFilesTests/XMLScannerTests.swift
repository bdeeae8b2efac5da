import OfficeFiles
import TestSupport
import Testing

@Suite("XML and HTML as events")
struct XMLScannerTests {
  @Test(
    "what is scanned",
    arguments: [
      ("<a/>", "<a></a>"), ("<a b='1' c:d=\"2\" xmlns:c='u'>x</a>", "<a b=1 d=2>x</a>"),
      ("<x:a xmlns:x='u'><x:b>&#30002;&#x4E59;&amp;&lt;</x:b></x:a>", "<a><b>甲乙&<</b></a>"),
      ("<a><![CDATA[<甲>]]> 乙\r\n</a>", "<a><甲> 乙\n</a>"), ("<a><?pi x?><!-- c -->甲</a>", "<a>甲</a>"),
      ("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<a>甲</a>\n", "<a>甲</a>"),
      ("<u:a>甲</u:a>", "<a>甲</a>"), ("<a b='&#10;&quot; x'/>", "<a b=\n\" x></a>"),
    ])
  func scanning(text: String, events: String) throws {
    #expect(try scanned(Array(text.utf8)) == events)
  }

  @Test("UTF-16 in both orders", arguments: [true, false])
  func utf16(isBig: Bool) throws {
    let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><表 名=\"甲\">𠀀乙</表>"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? pair : pair.reversed()
    }
    #expect(try scanned(bytes) == "<表 名=甲>𠀀乙</表>")
  }

  @Test("texts longer than the stretches in which they are read")
  func longTexts() throws {
    let text = String(repeating: "甲乙&#19993;\n", count: 40_000)
    let expected = String(repeating: "甲乙丙\n", count: 40_000)
    #expect(try scanned(Array("<a>\(text)</a>".utf8)) == "<a>\(expected)</a>")
    let many = String(repeating: "<b c='甲'>乙</b>", count: 20_000)
    #expect(try scanned(Array("<a>\(many)</a>".utf8)) == "<a>\(many.replacing("'", with: ""))</a>")
  }

  @Test(
    "HTML as it is written",
    arguments: [
      (
        "<!DOCTYPE html><TABLE><tr><td colspan=2>甲<br>乙<td>丙&nbsp;</table>",
        ["colspan=2", "<br></br>乙</td><td>丙\u{A0}"]
      ),
      ("<p>一<p>二", ["<p>一</p><p>二</p>"]), ("甲 < 乙", ["甲 < 乙"]),
      ("<meta charset=gbk><td>甲</td>", ["<td>甲</td>"]),
    ])
  func html(text: String, parts: [String]) throws {
    let events = try scanned(Array(text.utf8), as: .utf8HTML)
    for part in parts { #expect(events.contains(part), "\(events)") }
  }

  @Test("HTML that names its own encoding")
  func encodedHTML() throws {
    let bytes = Array("<meta charset=gbk><td>".utf8) + [0xBC, 0xD7] + Array("</td>".utf8)
    #expect(try scanned(bytes, as: .html).contains("<td>甲</td>"))
  }

  static let refused: [(String, String, OfficeFileError)] = [
    ("empty", "", .malformed(part: "x", line: 1)),
    ("text", "甲", .malformed(part: "x", line: 1)),
    ("open", "<a>\n\n<b>", .malformed(part: "x", line: 3)),
    ("crossed", "<a>\n<b></a></b>", .malformed(part: "x", line: 2)),
    ("two roots", "<a/><b/>", .malformed(part: "x", line: 1)),
    ("unknown entity", "<a>&b;</a>", .malformed(part: "x", line: 1)),
    ("control character", "<a>\u{1}</a>", .malformed(part: "x", line: 1)),
    ("NUL", "<a>\u{0}</a>", .malformed(part: "x", line: 1)),
    ("reference to no character", "<a>&#0;</a>", .malformed(part: "x", line: 1)),
    ("DOCTYPE", "<!DOCTYPE a><a/>", .doctype(part: "x")),
    (
      "billion laughs",
      "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><a>&c;&c;&c;</a>",
      .doctype(part: "x")
    ),
    (
      "external entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
      .doctype(part: "x")
    ),
    ("external DTD", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>", .doctype(part: "x")),
    ("parameter entity", "<!DOCTYPE a [<!ENTITY % b SYSTEM \"x\">%b;]><a/>", .doctype(part: "x")),
    ("UTF-7", "<?xml version='1.0' encoding='UTF-7'?><a/>", .malformed(part: "x", line: 1)),
    ("EBCDIC", "<?xml encoding='IBM037' version='1.0'?><a/>", .malformed(part: "x", line: 1)),
    (
      "declaration without end", "<?xml version='1.0'" + String(repeating: " ", count: 300) + "?><a/>",
      .malformed(part: "x", line: 1)
    ),
    ("many attributes", "<a \(attributes(129))/>", .tooManyAttributes(part: "x")),
    (
      "many attributes in a long part",
      "<a>" + String(repeating: " ", count: 65_000) + "<b c='x' \(attributes(129))/></a>",
      .tooManyAttributes(part: "x")
    ),
    (
      "many namespaces", (0..<200).map { "<a\($0) xmlns:b\($0)='u'>" }.joined(),
      .tooManyAttributes(part: "x")
    ),
    (
      "attribute without end", "<a b='\(String(repeating: "x", count: 11_000_000))",
      .malformed(part: "x", line: 1)
    ),
    ("deep", String(repeating: "<a>", count: 100_000), .tooDeep(part: "x", limit: 256)),
    (
      "many elements", "<a>" + String(repeating: "<b/>", count: 1000) + "</a>",
      .tooManyElements(part: "x", limit: 500)
    ),
  ]

  @Test("many different names are refused")
  func names() {
    let text = "<a>" + (0..<20_000).map { "<b\($0)/>" }.joined() + "</a>"
    for syntax in [XMLScanner.Syntax.xml, .html] {
      #expect(throws: OfficeFileError.tooManyAttributes(part: "x")) {
        try scanned(Array(text.utf8), as: syntax)
      }
    }
  }

  private static func attributes(_ count: Int) -> String {
    (0..<count).map { "a\($0) = '>'" }.joined(separator: " ")
  }

  @Test("as many attributes and namespaces as any program writes")
  func attributes() throws {
    #expect(try scanned(Array("<a \(Self.attributes(100))/>".utf8)).hasPrefix("<a a0=> a1=> "))
    let siblings = String(repeating: "<b xmlns:c='u'/>", count: 400)
    #expect(try scanned(Array("<a>\(siblings)</a>".utf8)).count == "<a></a>".count + 400 * "<b></b>".count)
    let text = String(repeating: "< a = b", count: 400)
    #expect(try scanned(Array("<a><![CDATA[\(text)]]></a>".utf8)) == "<a>\(text)</a>")
    #expect(try scanned(Array("<p>\(text)".utf8), as: .html).contains("< a = b< a = b"))
    for opening in [
      "<p \(Self.attributes(129))>", "<p " + String(repeating: "a/", count: 200),
      "<p a==\"" + String(repeating: " b", count: 200),
    ] {
      #expect(throws: OfficeFileError.tooManyAttributes(part: "x")) {
        try scanned(Array(opening.utf8), as: .html)
      }
    }
  }

  @Test("what is refused", arguments: refused.indices)
  func refusal(index: Int) {
    let (name, text, expected) = Self.refused[index]
    var limits = XMLLimits()
    limits.elements = 500
    do throws(OfficeFileError) {
      _ = try scanned(Array(text.utf8), limits: limits)
      Issue.record("\(name) is read")
    } catch { #expect(error == expected, "\(name)") }
  }

  @Test("HTML can be too deep as well")
  func deepHTML() {
    let text = String(repeating: "<div>", count: 100_000)
    #expect(throws: OfficeFileError.tooDeep(part: "x", limit: 256)) {
      try scanned(Array(text.utf8), as: .html)
    }
  }

  @Test("cut off anywhere it is refused; a flipped bit never ends the program")
  func damage() {
    let bytes = Array("<?xml version='1.0'?><a b='甲'><c>乙&amp;&#x4E59;</c></a>".utf8)
    for count in 0..<bytes.count {
      #expect(throws: OfficeFileError.self, "\(count)") { try scanned(Array(bytes[..<count])) }
    }
    for bit in 0..<(bytes.count * 8) {
      var damaged = bytes
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      _ = try? scanned(damaged)
      _ = try? scanned(damaged, as: .html)
    }
  }
}

/// The events written down: `<name attribute=value>text</name>`.
private struct Transcript: XMLHandler {
  var text = ""

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    text += "<\(name.bytes.string)"
    for index in 0..<attributes.count {
      text += " \(attributes.name(index).bytes.string)=\(attributes.value(index).string)"
    }
    text += ">"
  }

  mutating func end(_ name: XMLName) { text += "</\(name.bytes.string)>" }

  mutating func text(_ bytes: XMLBytes) { text += bytes.string }
}

private func scanned(
  _ bytes: [UInt8], as syntax: XMLScanner.Syntax = .xml, limits: XMLLimits = XMLLimits()
) throws(OfficeFileError) -> String {
  var transcript = Transcript()
  try XMLScanner.scan(bytes[...], named: "x", as: syntax, limits: limits, to: &transcript)
  return transcript.text
}
