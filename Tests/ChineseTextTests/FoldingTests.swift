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
}
