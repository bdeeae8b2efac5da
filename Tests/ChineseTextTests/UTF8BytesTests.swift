import ChineseText
import Testing

@Suite("UTF-8, looked at once")
struct UTF8BytesTests {
  /// Bytes at the edges of what UTF-8 allows.
  private static let edges: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE,
    0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  /// Every four of them, at every place of a step of eight bytes and behind the last whole one.
  @Test(arguments: edges) func saysWhatTheStandardLibrarySays(first: UInt8) {
    for second in Self.edges {
      for third in Self.edges {
        for fourth in Self.edges {
          let bytes = [first, second, third, fourth]
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect((UTF8Bytes(bytes) != nil) == isValid, "\(bytes)")
          for before in ["", "a", "绩", "é绩"] {
            let text = Array(before.utf8) + bytes + Array("目标 target".utf8)
            let isValid = String(validating: text, as: UTF8.self) != nil
            if (UTF8Bytes(text) != nil) != isValid { Issue.record("\(text)") }
          }
        }
      }
    }
  }

  @Test func givesThePartsOfAText() throws {
    let text = "指标值: ≥15.00(场), 😀 of a longer text"
    let bytes = try #require(UTF8Bytes(Array(text.utf8)))
    for start in 0...bytes.bytes.count {
      for end in start...bytes.bytes.count {
        let wanted = String(decoding: bytes.bytes[start..<end], as: UTF8.self)
        #expect(bytes.text(start..<end) == wanted)
        #expect(bytes.text(start..<end, like: wanted) == wanted)
        #expect(bytes.text(start..<end, like: "产出指标") == wanted)
      }
    }
  }

  @Test func looksAtAPartAlone() throws {
    let bytes: [UInt8] = [0xFF] + Array("目标".utf8) + [0xE7]
    #expect(UTF8Bytes(bytes) == nil)
    let part = try #require(UTF8Bytes(bytes, in: 1..<7))
    #expect(part.text(0..<bytes.count) == "目标")
    #expect(part.dropFirst(to: 4)?.text(0..<8) == "标")
    #expect(part.dropFirst(to: 5) == nil)
  }
}
