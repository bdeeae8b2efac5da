import FormModel
import Foundation
import TestSupport
import Testing

@Suite struct DecimalTests {
  @Test(arguments: [
    "0", "12", "-3", "0.5", "-0.05", "1000000", "98.75", "0.000001", "123456789012345678901234567890",
  ])
  func printsWhatItReads(_ text: String) {
    #expect(Decimal(string: text)?.description == text)
  }

  @Test(arguments: [
    ("12.50", "12.5"), ("+3", "3"), ("-0", "0"), ("007.10", "7.1"), (".5", "0.5"), ("5.", "5"),
  ])
  func leavesOutWhatSaysNothing(_ text: String, _ expected: String) {
    #expect(Decimal(string: text)?.description == expected)
  }

  @Test(arguments: [
    "", "-", ".", "1,000", "1e3", "１２", "12 ", "--1", "1.2.3", String(repeating: "9", count: 39),
  ])
  func readsNothingElse(_ text: String) { #expect(Decimal(string: text) == nil) }

  @Test func equalNumbersAreOne() {
    let a = Decimal(sign: .plus, exponent: -2, significand: 1250)
    #expect(a == Decimal(sign: .plus, exponent: -1, significand: 125))
    #expect(Set([a, Decimal(125) / 10, Decimal(25) / 2]).count == 1)
    #expect(Decimal(sign: .plus, exponent: 2, significand: 3) == 300)
  }

  @Test(arguments: [
    ("1", "3", "0.3333333333333333333333333333333333333"),
    ("2", "3", "0.6666666666666666666666666666666666667"),
    ("10", "4", "2.5"), ("-1", "8", "-0.125"), ("0", "7", "0"), ("7", "0", "0"), ("181.54", "340.08", nil),
  ])
  func divides(_ a: String, _ b: String, _ expected: String?) throws {
    let (x, y) = (try #require(Decimal(string: a)), try #require(Decimal(string: b)))
    if let expected { #expect((x / y).description == expected) }
    if y != 0 { #expect((x / y * y).rounded(decimals: 30) == x) }
  }

  @Test func keepsThirtyEightDigitsOfWhatIsTooLong() throws {
    let nines = try #require(Decimal(string: String(repeating: "9", count: 38)))
    #expect(nines + 1 == Decimal(sign: .plus, exponent: 38, significand: 1))
    #expect((nines + nines).description == "2" + String(repeating: "0", count: 38))
    #expect(nines * nines > nines && -nines * nines < -nines)
    #expect(nines + Decimal(sign: .plus, exponent: -20, significand: 1) == nines)
    #expect(nines < nines * 10 && nines * 10 - nines > 0)
  }

  @Test(arguments: [
    ("4.999", 2, "4.99", "5"), ("-1.55", 1, "-1.5", "-1.6"), ("4.925", 2, "4.92", "4.93"), ("7", 2, "7", "7"),
    ("0.0004", 2, "0", "0"),
  ])
  func cutsAndRounds(_ text: String, _ decimals: Int, _ cut: String, _ rounded: String) throws {
    let number = try #require(Decimal(string: text))
    #expect(number.truncated(decimals: decimals).description == cut)
    #expect(number.rounded(decimals: decimals).description == rounded)
  }

  /// Against Foundation's type, on numbers as forms have them.
  @Test func agreesWithFoundation() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<4000 {
      let texts = (0..<2).map { _ in
        "\(Int.random(in: -99_999_999...99_999_999, using: &random)).\(Int.random(in: 0...9999, using: &random))"
      }
      let own = texts.compactMap { Decimal(string: $0) }
      let other = texts.compactMap { Foundation.Decimal(string: $0) }
      try #require(own.count == 2 && other.count == 2)
      #expect((own[0] + own[1]).description == "\(other[0] + other[1])")
      #expect((own[0] - own[1]).description == "\(other[0] - other[1])")
      #expect((own[0] * own[1]).description == "\(other[0] * other[1])")
      #expect((own[0] < own[1]) == (other[0] < other[1]) && (own[0] == own[1]) == (other[0] == other[1]))
      guard own[1] != 0, let quotient = Foundation.Decimal(string: (own[0] / own[1]).description) else {
        continue
      }
      let difference = quotient - other[0] / other[1]
      #expect(abs(difference) < Foundation.Decimal(sign: .plus, exponent: -25, significand: 1))
    }
  }

  @Test func theSmallestNumberOfAMachineIsDividedByMinusOne() throws {
    let least = try #require(Decimal(string: "-9223372036854775808"))
    let tenth = try #require(Decimal(string: "-0.1"))
    #expect((least / -1).description == "9223372036854775808")
    #expect((least / 10 / tenth).description == "9223372036854775808")
  }
}
