import ChineseText
import Testing

@testable import FormWriting

@Suite struct OneLineTests {
  @Test(
    "what is added to a line is as safe as a text by itself",
    arguments: [
      "", "甲", "“甲”，①２％—…", "甲\n乙", "\n甲\r\n乙\n", "甲\u{1B}[1m", "a\u{7F}", "\u{85}", "é", "\u{AD}",
      "\u{61C}ب", "가",
      "甲\u{200B}", "\u{202E}甲", "\u{2066}", "𠀀\u{E0041}", "😀", "\u{FEFF}", "\u{FFF9}", "ﬀ",
    ])
  func added(_ text: String) {
    var line = GrowingText()
    line.add("前\n")
    let start = line.bytes.count
    line.add(text)
    line.keepToOneLine(from: start)
    #expect(line.text == "前\n" + oneLine(text))
  }

  @Test("every sign that is hidden is seen to be, wherever it stands")
  func hidden() {
    for value in UInt32(1)..<0x11_0000 {
      guard let sign = Unicode.Scalar(value), isHidden(sign) else { continue }
      let text = "甲“\(sign)”a"
      #expect(!visible(text).unicodeScalars.contains(sign))
      #expect(!oneLine(text).unicodeScalars.contains(sign))
    }
  }
}
