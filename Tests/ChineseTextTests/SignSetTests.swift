import TestSupport
import Testing

@testable import ChineseText

/// Taking signs out byte by byte leaves what taking them out sign by sign leaves.
struct SignSetTests {
  private static let signs = "()《》“”'、，。·-—_/!！…×é𠀀"

  @Test(arguments: [false, true])
  func `what is left is what a filter leaves`(dropsBlanks: Bool) {
    var random = SplitMix64(seed: 5)
    let set = SignSet(Self.signs, dropsBlanks: dropsBlanks)
    let values = Set(Self.signs.unicodeScalars)
    for _ in 0..<3_000 {
      let text = random.text(length: 40) + "《数》 据，（台）\u{3000}é𠀀"
      let kept = text.unicodeScalars.filter { !values.contains($0) && !(dropsBlanks && isBlank($0)) }
      #expect(Array(set.removed(from: text).utf8) == Array(String(String.UnicodeScalarView(kept)).utf8))
    }
  }
}
