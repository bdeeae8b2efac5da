import ChineseText
import TestSupport
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("９５％", "95%"), ("（ａ）", "(a)"), ("甲　乙", "甲 乙"), ("、。“”", "、。“”"), ("≥９", "≥9"), ("", ""), ("ｶﾞ", "ｶﾞ"),
    ("～", "~"),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
  }

  @Test(arguments: [(" 甲　乙\r\n\u{200B}\u{FEFF}\u{A0}９ ", "甲乙9"), ("a b", "ab"), ("　", "")])
  func removesBlanks(_ text: String, _ expected: String) {
    #expect(foldedWithoutSpace(text) == expected)
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let text = random.text(length: 12)
      #expect(folded(folded(text)) == folded(text))
      #expect(foldedWithoutSpace(foldedWithoutSpace(text)) == foldedWithoutSpace(text))
    }
  }

  /// Eight bytes at a time say the same as sign by sign, wherever the signs stand.
  @Test func foldingIsFoldingEachSign() {
    var random = SplitMix64(seed: 2)
    var changed = 0
    for _ in 0..<20_000 {
      let text = random.text(length: 30)
      let signs = text.unicodeScalars
      let half = String(String.UnicodeScalarView(signs.map { ChineseText.folded($0) }))
      let shown = signs.filter { !isBlank($0) }.map { ChineseText.folded($0) }
      let tight = String(String.UnicodeScalarView(shown))
      #expect(isSameBytes(folded(text), half))
      #expect(isSameBytes(foldedWithoutSpace(text), tight))
      changed += isSameBytes(text, tight) ? 0 : 1
    }
    #expect(changed > 5000)
  }

  @Test(arguments: ["", "甲", "甲乙丙丁", "0123456789abcdef", "一二三四五六七八九十"])
  func textsAreTheSameByteForByte(_ text: String) {
    #expect(isSameBytes(text, String(decoding: Array(text.utf8), as: UTF8.self)))
    for place in text.utf8.indices.map({ text.utf8.distance(from: text.startIndex, to: $0) }) {
      var bytes = Array(text.utf8)
      bytes[place] = bytes[place] == 0x41 ? 0x42 : 0x41
      #expect(!isSameBytes(text, String(decoding: bytes, as: UTF8.self)))
    }
    #expect(!isSameBytes(text, text + "x"))
  }
}
