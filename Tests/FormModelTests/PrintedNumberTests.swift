import FormModel
import Foundation
import Testing

@Suite struct PrintedNumberTests {
  @Test(arguments: [
    ("5", "5"), ("178,705,000.00", "178705000"), ("１，２８０．５", "1280.5"), (" 10 ", "10"), ("-3", "-3"),
    ("－3.50", "-3.5"),
    ("+2", "2"), ("0.00", "0"), ("- 3", "-3"), ("0012", "12"), ("12,345", "12345"), ("123,456.5", "123456.5"),
    ("123456789012345678.9", "123456789012345678.9"), ("1,234", "1234"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(decimal(printed: text) == Decimal(string: expected))
  }

  @Test(arguments: [
    "", "—", "10分", "1-2", "10 20", "1,2", "1,,000", ",100", "5.", ".5", "1.2.3", "--3", "5%", "三",
    "1234,567", "1.000,000", "12,34", "1,2345", "1,234,56", "1,23.4", "1,234,.5", ",", ".",
    "1234567890123456789012345678901",
  ])
  func refuses(_ text: String) {
    #expect(decimal(printed: text) == nil)
  }

  @Test(
    arguments: [
      ("2027", 2027), ("２０２７年", 2027), ("2027年度", 2027), ("2027 年度", 2027), ("20270", nil), ("027", nil),
      ("0999", nil),
      ("2027年1月", nil), ("", nil),
    ] as [(String, Int?)])
  func years(_ text: String, _ expected: Int?) {
    #expect(fourDigitYear(text) == expected)
  }
}
