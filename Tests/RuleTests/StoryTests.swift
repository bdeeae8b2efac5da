import Testing

@testable import FormRules

/// Whether a text speaks of a name.
struct StoryTests {
  @Test(
    arguments: [
      ("设备布设", true), ("读者培训", true), ("台备设布", true), ("水质监测", false), ("水质\0设备", true), ("质设\0备水", true),
      ("设备", nil),
      ("水\0质\0设", nil),
    ] as [(String, Bool?)])
  func speaks(name: String, answer: Bool?) {
    #expect(Story("布设自助借还设备6台，读者培训").speaks(of: name) == answer)
  }

  /// Texts that differ only in the words have the same rest.
  @Test func restOfAText() {
    let bits = SignBits(["程度", "率"])
    #expect(bits.hash(ofRest: "完好率") == bits.hash(ofRest: "完好程度"))
    #expect(bits.hash(ofRest: "完好率") != bits.hash(ofRest: "好完率"))
    #expect(SignBits([]).hash(ofRest: "完好率") != SignBits([]).hash(ofRest: "完好程度"))
  }

  @Test(
    arguments: [
      (["率", "合格率", "%"], "设备合格率", 9), (["率", "合格率", "%"], "完好率", 3), (["率", "%"], "95%", 1),
      (["率"], "率先", nil),
      ([], "率", nil),
    ] as [([String], String, Int?)])
  func endsOfATextLongestFirst(words: [String], text: String, length: Int?) {
    let index = EdgeIndex(.end, words.enumerated().map { ($1, $0, false) })
    var text = text
    #expect(text.withUTF8 { index.longest(in: $0)?.length } == length)
  }
}
