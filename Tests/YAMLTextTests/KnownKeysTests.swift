import ChineseText
import Testing
import YAMLText

@Suite("Known keys are found by their bytes")
struct KnownKeysTests {
  /// One key of every length, and one that differs from a long one in its middle.
  private static let names =
    (0...24).map { String("abcdefghijklmnopqrstuvwxyz".prefix($0)) } + [
      "abcdefgh-jklmnopqrstuvwx", "指标值", "三级指标",
    ]

  @Test(arguments: names) func eachIsFoundAndNothingElse(name: String) throws {
    let keys = KnownKeys(Self.names)
    for latest in [-1, 3, Self.names.count - 1] {
      let index = Array(name.utf8).withUnsafeBytes { keys.index(of: $0, after: latest) }
      #expect(index == Self.names.firstIndex(of: name))
    }
    let longer = Array("\(name)!".utf8).withUnsafeBytes { keys.index(of: $0) }
    #expect(longer == nil)
    let changed = name.replacing("i", with: "j").replacing("f", with: "\u{0}")
    if changed != name { #expect(Array(changed.utf8).withUnsafeBytes { keys.index(of: $0) } == nil) }
  }

  @Test func aKeyWithEscapesIsTheKeyItMeans() throws {
    var scanner = JSONScanner(UTF8Bytes(#"{"\u6307标值": 1, "指标\\": 2}"#))
    #expect(try scanner.kind() == .object)
    scanner.enter()
    let first = try #require(try scanner.key())
    #expect(KnownKeys(["指标", "指标值"]).index(of: first, in: scanner) == 1 && scanner.string(first) == "指标值")
    try scanner.skip()
    let second = try #require(try scanner.key())
    #expect(
      KnownKeys(["指标", "指标\\"]).index(of: second, in: scanner) == 1 && scanner.string(second) == "指标\\")
  }

  @Test("columns behind a text count its characters, whatever they are and however many", arguments: 0...40)
  func columns(count: Int) throws {
    for sign in ["a", "é", "绩", "😀", "\u{7F}", "\u{301}", "#", "!", "["] {
      for before in ["", "a", "绩ab"] {
        let text = before + String(repeating: sign, count: count)
        let json = "[\"\(text)\", \"\(text)\\n\(text)\", 1]"
        let items = try #require(try parseJSON(Array(json.utf8)).first).items(of: "")
        #expect(try items[0].text(of: "") == text && items[1].text(of: "") == "\(text)\n\(text)")
        let characters = text.unicodeScalars.count
        #expect(items[1].mark.column == characters + 6)
        #expect(items[2].mark.column == 3 * characters + 12)
        for end in ["\u{1}", "\u{1F}"] {
          let place = YAMLMark(line: 1, column: characters + 2)
          #expect(throws: YAMLError(.json(.controlCharacter), at: place)) {
            try parseJSON(Array("\"\(text)\(end)\"".utf8))
          }
        }
      }
    }
  }

  @Test(
    "a doubled key of a mapping is told from a new one, be they few or many", arguments: [1, 11, 12, 13, 40])
  func seen(count: Int) {
    for doubled in 0..<count {
      var seen = SeenTexts()
      for number in 0..<count { #expect(seen.add("键\(number)", line: number + 1) == nil) }
      #expect(seen.add("键\(doubled)", line: 99) == doubled + 1)
    }
  }
}
