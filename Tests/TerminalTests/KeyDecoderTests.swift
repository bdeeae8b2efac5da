import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("a", [.character("a")]),
      ("绩", [.character("绩")]),
      ("😀", [.character("😀")]),
      ("\u{1B}[A\u{1B}OB", [.up, .down]),
      ("\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH", [.home, .home, .home, .home]),
      ("\u{1B}[F\u{1B}[4~\u{1B}[8~\u{1B}OF", [.end, .end, .end, .end]),
      ("\u{1B}[3~\u{1B}[3;5~", [.delete, .deleteWord]),
      ("\u{1B}[1;5D\u{1B}[1;5C\u{1B}[1;2C", [.wordLeft, .wordRight, .right]),
      ("\u{1B}b\u{1B}f\u{1B}d", [.wordLeft, .wordRight, .deleteWord]),
      ("\u{1B}[15~x", [.character("x")]),
      ("\u{1B}[[Ax", [.character("x")]),
      ("\u{1B}[I\u{1B}[Z\u{1B}[?1;2cx", [.character("x")]),
      ("\u{1B}绩", [.character("绩")]),
      ("\u{1B}\u{1B}[A", [.up]),
      ("\u{1B}\r", [.lineBreak]),
      ("\u{3}\t\r", [.control(3), .control(9), .control(13)]),
      (
        "\u{1B}[200~甲\t乙\n\u{1B}[31m丙\u{1B}[201~丁",
        [.paste(Array("甲\t乙\n\u{1B}[31m丙".utf8)), .character("丁")]
      ),
      ("\u{1B}[200~\u{1B}[201~", [.paste([])]),
      ("\u{80}\u{9B}x", [.character("x")]),
      ("·×°", [.character("·"), .character("×"), .character("°")]),
    ] as [(String, [KeyDecoder.Key])])
  func decodes(text: String, keys: [KeyDecoder.Key]) {
    var decoder = KeyDecoder()
    #expect(text.utf8.flatMap { decoder.feed($0) } == keys)
    #expect(!decoder.isWithinKey)
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], [.character("\u{FFFD}"), .character("a")]),
      ([0xE7, 0xBB, 0x61], [.character("\u{FFFD}"), .character("a")]),
      ([0xE7, 0xBB, 0xE7, 0xBB, 0xA9], [.character("\u{FFFD}"), .character("绩")]),
      ([0xE0, 0x80, 0x80], [.character("\u{FFFD}")]),
      ([0xED, 0xA0, 0x80], [.character("\u{FFFD}")]),
      ([0xC0, 0x61], [.character("\u{FFFD}"), .character("a")]),
    ] as [([UInt8], [KeyDecoder.Key])])
  func showsBrokenBytes(bytes: [UInt8], keys: [KeyDecoder.Key]) {
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed($0) } == keys)
  }

  @Test func survivesAnyBytes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var decoder = KeyDecoder()
      for _ in 0..<40 { _ = decoder.feed(UInt8.random(in: 0...255, using: &random)) }
      for byte in "\u{1B}[201~\u{1B}[m".utf8 { _ = decoder.feed(byte) }
      #expect(decoder.feed(0x61) == [.character("a")])
    }
  }
}
