import Testing
import YAMLText

@Suite("JSON as places and texts")
struct JSONParserTests {
  private func text(_ json: String) throws -> String? {
    let node = try #require(try parseJSON(Array(json.utf8)).first)
    return node.isNull ? nil : try node.text(of: "")
  }

  static let texts: [(json: String, text: String?)] = [
    (#""""#, ""), (#""甲""#, "甲"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u4e2d\u6587""#, "中文"),
    (#""\ud83d\uDE00""#, "😀"), (#""a\u0000b""#, "a\u{0}b"), ("1", "1"), ("-0.50", "-0.50"), ("1E+2", "1E+2"),
    ("0", "0"), ("true", "true"), ("null", nil), (#""null""#, "null"), (" \r\n\t7 ", "7"),
  ]

  @Test("reads every kind of scalar", arguments: texts)
  func scalars(json: String, expected: String?) throws { #expect(try text(json) == expected) }

  @Test(
    "refuses what RFC 8259 refuses",
    arguments: [
      "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "[1 2]", "01", "+1", "1.", ".5", "1e", "-", "nul", "True",
      "\"\\x\"",
      "\"\\u12\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud800", "\"a\tb\"", "\"a", "{\"a\"}", "[",
      "{\"a\":", "]",
      "{\"a\":1,\"a\":2}", "// a\n1", "NaN", "\\", "\"\\",
    ])
  func refused(json: String) { #expect(throws: YAMLError.self) { try parseJSON(Array(json.utf8)) } }

  @Test("counts lines, and columns in characters")
  func places() throws {
    let root = try #require(try parseJSON(Array("{\"甲\": \"😀\",\n  \"乙\": [1]}".utf8)).first)
    let entries = try root.entries(of: "")
    #expect(entries[0].value.mark == YAMLMark(line: 1, column: 7))
    #expect(entries[1].keyMark == YAMLMark(line: 2, column: 3))
    #expect(try entries[1].value.items(of: "")[0].mark == YAMLMark(line: 2, column: 9))
  }

  @Test("reads one value after the other")
  func many() throws {
    #expect(try parseJSON(Array("1\n2 [3]\n".utf8)).count == 3)
    #expect(try parseJSON([]).isEmpty)
  }

  @Test("stops at 64 levels")
  func depth() {
    let text = Array(String(repeating: "[", count: 1_000_000).utf8)
    #expect(throws: YAMLError(.tooDeep(64), at: YAMLMark(line: 1, column: 66))) { try parseJSON(text) }
  }
}
