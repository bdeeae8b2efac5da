import ChineseText
import TestSupport
import Testing

@Suite("Texts told apart in half width, without blanks, and not folded for it")
struct FoldedHashTests {
  @Test("the number is that of the folded text, and so is the count of signs")
  func sameAsFolded() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<20_000 {
      let text = random.text(length: 12)
      let plain = foldedWithoutSpace(text)
      let hash = FoldedHash(text)
      #expect(hash == FoldedHash(plain))
      #expect(hash.count == plain.unicodeScalars.count)
    }
  }

  @Test("texts that differ have different numbers")
  func different() {
    let texts = ["", "甲", "乙", "甲乙", "乙甲", "a", "A", "1", "１１", "é", "e\u{301}", "𠀀", "甲。", "甲."]
    #expect(Set(texts.map { FoldedHash($0).value }).count == texts.count)
  }

  @Test("only Chinese, ASCII and their punctuation are surely a character each")
  func plainSigns() {
    #expect(FoldedHash("“甲”１２，ab—。").hasPlainSigns)
    for text in ["é", "ё", "가", "𠀀", "😀"] { #expect(!FoldedHash("甲" + text).hasPlainSigns) }
  }

  @Test("two texts are the same when their folded texts are, byte for byte")
  func same() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let text = random.text(length: 6)
      let others = [
        foldedWithoutSpace(text), " " + text, text + "\u{3000}", text + "甲", random.text(length: 6),
        String(text.dropLast()) + random.text(length: 1),
      ]
      for other in others {
        let isSame = isSameBytes(foldedWithoutSpace(text), foldedWithoutSpace(other))
        #expect(isSameFolded(text, other) == isSame)
        #expect(isSameFolded(other, text) == isSame)
      }
    }
    #expect(isSameFolded("产出指标（１）", "产出指标 (1)"))
    #expect(!isSameFolded("产出指标", "产出"))
  }
}

@Suite struct GrowingTextTests {
  @Test(arguments: [0, 7, 10, 100, 909, 12_345, -3, .max, .min])
  func numbers(_ number: Int) {
    var text = GrowingText()
    text.add(number)
    #expect(text.text == "\(number)")
  }

  @Test func replaces() {
    var text = GrowingText(capacity: 10)
    text.add("甲")
    let start = text.bytes.count
    text.add("乙丙")
    text.replace(from: start, with: "丁")
    #expect(text.text == "甲丁")
  }
}
