import FormModel
import FoundationEssentials
import TestSupport
import Testing

@testable import FormWriting

@Suite("The interchange form piece by piece")
struct JSONStreamTests {
  @Test("on one line and indented")
  func layout() {
    var line = JSONStream(isIndented: false)
    write(to: &line)
    #expect(
      line.text == #"{"a": null, "b": {}, "c": [], "d": ["甲", {"e": "\"\n\u001b\\"}], "f": 2027}"# + "\n")
    var lines = JSONStream(isIndented: true)
    write(to: &lines)
    #expect(
      lines.text == """
        {
         "a": null,
         "b": {},
         "c": [],
         "d": [
          "甲",
          {
           "e": "\\"\\n\\u001b\\\\"
          }
         ],
         "f": 2027
        }

        """)
  }

  private func write(to out: inout JSONStream) {
    out.object { out in
      out.member("a", nil)
      out.object("b") { _ in }
      out.array("c", [String]()) { $0.text($1) }
      out.array("d", [true, false]) { out, isText in
        if isText { out.text("甲") } else { out.object { $0.member("e", "\"\n\u{1B}\\") } }
      }
      out.member("f", number: "2027")
    }
  }

  @Test("a byte that needs an escape is seen anywhere", arguments: 0...255 as ClosedRange<UInt8>)
  func escapes(byte: UInt8) {
    for count in 1...19 {
      for place in 0..<count {
        var bytes = [UInt8](repeating: 0xE5, count: count)
        bytes[place] = byte
        let needed = byte < 0x20 || [0x22, 0x5C, 0x7F, 0xC2].contains(byte)
        #expect(bytes.withUnsafeBytes { JSONValue.mayNeedEscapes($0) } == needed, "\(count) \(place)")
      }
    }
  }

  @Test("decimals as they print themselves")
  func decimals() {
    for text in ["0", "1", "95", "100", "120", "121", "-5", "0.5", "12.50", "10000", "1000000000000", "1e3"] {
      guard let value = Decimal(string: text) else { continue }
      #expect(decimalText(value) == "\(value)")
    }
  }
}
