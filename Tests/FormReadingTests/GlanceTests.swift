import TestSupport
import Testing

@testable import FormReading

@Suite("What a glance at a text tells")
struct GlanceTests {
  @Test("signs that formats are known by")
  func signs() {
    let cases: [(text: String, signs: TextSigns)] = [
      ("甲\t≥95%（元）：“乙”\n", []), ("a\"b", .quote), ("|", .bar), ("+", .drawing), ("【甲】", .listTitle),
      ("甲｜乙", .bar), ("│", [.bar, .drawing]), ("┌─┐", [.bar, .drawing]), ("╔═╗", [.bar, .drawing]),
      ("甲\"【", [.quote, .listTitle]), ("", []), ("\u{2580}", []),
    ]
    for (text, signs) in cases {
      let file = FormInput(bytes: Array(text.utf8), name: "a.txt")
      #expect(file.signs == signs, "\(text)")
      #expect(TextLook(Array("甲\n\(text)\n乙".utf8)[...]).signs == signs, "\(text)")
    }
  }

  @Test("signs and encoding are those of the bytes at hand")
  func changedBytes() {
    var file = FormInput(bytes: Array("甲|乙".utf8), name: "a.txt")
    file.noteLook()
    file.noteUTF8()
    #expect(file.signs == .bar && file.isUTF8)
    file.bytes = [0xFF, UInt8(ascii: "+")]
    #expect(file.signs == .drawing && !file.isUTF8)
  }

  @Test("a byte is found where it is", arguments: 0..<200)
  func search(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      UInt8.random(in: seed % 2 == 0 ? 0...3 : 0...255, using: &random)
    }
    let start = Int.random(in: 0...bytes.count, using: &random)
    let range = start..<Int.random(in: start...bytes.count, using: &random)
    bytes.withUnsafeBufferPointer { buffer in
      for byte in [0, 1, 2, 3, 127, 128, 129, 255] as [UInt8] {
        #expect(buffer.firstIndex(of: byte, in: range) == bytes[range].firstIndex(of: byte))
      }
    }
  }

  @Test("bytes are found and counted as one by one", arguments: 0..<200)
  func words(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      random.pick([0x41, 0x42, 0x7F, 0x80, 0xBF, 0xC0, 0xE4, 0xFF] as [UInt8])
    }
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = Int.random(in: start...bytes.count, using: &random)
    bytes.withUnsafeBufferPointer { buffer in
      let first = bytes[start..<end].firstIndex { $0 == 0x41 || $0 == 0xE4 }
      #expect(buffer.firstIndex(of: 0x41, or: 0xE4, in: start..<end) == first)
      #expect(buffer.characters(in: start..<end) == bytes[start..<end].count { $0 & 0xC0 != 0x80 })
      let part = UnsafeBufferPointer(rebasing: buffer[start..<end])
      for place in 0...bytes.count {
        #expect(buffer.holds(part, at: place) == bytes[place...].starts(with: part))
      }
    }
  }

  @Test("separators are counted") func separators() {
    let look = TextLook(Array("甲，乙,丙；丁;戊，".utf8)[...])
    #expect((look.commas, look.semicolons, look.wideCommas) == (1, 1, 2))
    #expect(TextLook([0xE4, 0x2C, 0x2C, 0x2C][...]).commas >= 1)
  }

  @Test(
    "four records in five with three fields are separated values, with quotes and without", arguments: 0..<100
  )
  func leastCertain(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let separator = random.pick([",", ";"])
    let count = Int.random(in: 1...8, using: &random)
    var lines = (0..<count * 4).map { _ in ["甲", "一二\u{3000}", ""].map { $0 }.joined(separator: separator) }
    lines += (0..<count).map { _ in random.pick(["乙", "丙,丁", "戊；己"]) }
    lines.shuffle(using: &random)
    let end = random.pick(["\n", "\r\n"])
    let plain = lines.joined(separator: end) + end
    for text in [plain, plain.replacing("甲", with: "\"甲\"")] {
      let bytes = Array(text.utf8)
      let dialect = bytes.withUnsafeBufferPointer { CSVDialect.recognised($0, TextLook(bytes[...])) }
      #expect(dialect?.separator == .byte(separator.utf8.first ?? 0), "\(text)")
    }
  }
}
