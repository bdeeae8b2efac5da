import TestSupport
import Testing

@testable import FormReading

@Suite("Numbers of a workbook as they are printed")
struct WorkbookNumberTests {
  @Test(
    "without a format: no binary noise, no exponent, whole numbers exact",
    arguments: [
      ("0.30000000000000004", "0.3"), ("0.94999999999999996", "0.95"), ("1", "1"), ("-1.50", "-1.5"),
      ("0", "0"),
      ("-0", "0"), ("1E-3", "0.001"), ("1.2345E+3", "1234.5"),
      ("12345678901234567890", "12345678901234567890"),
      ("1280000", "1280000"), ("100.00000000000001", "100"), ("9.9999999999999995E-1", "1"),
      ("1.5E+100", "1.5E+100"),
      ("1e-30", "1E-30"), ("  7 ", "7"), ("0.1234567890123456", "0.123456789012346"),
      ("1E+15", "1000000000000000"),
      ("310101199001011234", "310101199001011234"),
    ])
  func general(stored: String, printed: String) {
    #expect(text(stored, "General") == printed)
  }

  @Test("what is taken for printed already prints itself", arguments: 0..<500)
  func plain(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let digits = (0..<Int.random(in: 0...16, using: &random)).map { _ in
      random.pick(["0", "0", "1", "9", "."])
    }
    let stored = digits.joined()
    let isPlain = PrintedDecimal.isPlain(Array(stored.utf8))
    if isPlain { #expect(text(stored, "General") == stored) }
    if !stored.isEmpty, !stored.contains("."), stored.utf8.count <= 15 {
      #expect(isPlain == (stored == "0" || !stored.hasPrefix("0")))
    }
  }

  @Test(
    "what is no number stays as it stands",
    arguments: ["", "-", ".", "1.2.3", "1E", "1E999999", "0x10", "１", "NaN", "1 2", "--1"])
  func noNumbers(stored: String) { #expect(PrintedDecimal(Array(stored.utf8)) == nil) }

  @Test(
    "formats",
    arguments: [
      ("0.95", "0%", "95%"), ("0.94999999999999996", "0%", "95%"), ("0.0315", "0.00%", "3.15%"),
      ("1", "0%", "100%"),
      ("0.285", "0%", "29%"), ("12345.6", "#,##0.00", "12,345.60"), ("-12345.6", "#,##0.00", "-12,345.60"),
      ("1234567", "#,##0", "1,234,567"), ("123", "#,##0", "123"), ("0", "#,##0", "0"), ("0.5", "#,##0", "1"),
      ("2.5", "0", "3"), ("1.005", "0.00", "1.01"), ("0.1", "#.##", ".1"), ("3", "#.##", "3."),
      ("0", "#", ""),
      ("1.5", "0.0#", "1.5"), ("1", "0.0#", "1.0"), ("7", "000", "007"), ("1234", "000", "1234"),
      ("95", "\"≥\"0", "≥95"), ("95", "\"≥\"0\"%\"", "≥95%"), ("6", "0\"台\"", "6台"), ("6", "0台", "6台"),
      ("6", "\\≥0", "≥6"), ("-5", "0;(0)", "(5)"), ("-5", "0.00_);[Red]\\(0.00\\)", "(5.00)"),
      ("0", "0;-0;\"—\"", "—"), ("0", "0.0;-0.0;;@", ""), ("-3", "[Red]0", "-3"),
      ("1234567", "0.0,", "1234.6"),
      ("123456", "0!.0,\"万\"", "12.3万"), ("1234567", "#,##0.00,,\"百万\"", "1.23百万"),
      ("5", "[$¥-804]#,##0.00", "¥5.00"), ("1234.5", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ", "1,234.50"),
      ("0", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-"), ("12345", "0.00E+00", "1.23E+04"),
      ("0.00012", "0.0E+0", "1.2E-4"), ("9.99", "0.0E+0", "1.0E+1"), ("12345", "##0.0E+0", "12.3E+3"),
      ("150", "[>=100]\"高\"0;[<10]\"低\"0;0", "高150"), ("5", "[>=100]\"高\"0;[<10]\"低\"0;0", "低5"),
      ("50", "[>=100]\"高\"0;[<10]\"低\"0;0", "50"), ("-7", "[<0]\"欠\"0;0", "欠7"), ("0.5", "# ?/?", "0.5"),
      ("8", "@", "8"), ("0.5", "General\"分\"", "0.5分"), ("13800138000", "000-0000-0000", "138-0013-8000"),
      ("12", "G/通用格式\"项\"", "12项"), ("-2", "General", "-2"), ("5", "", "5"), ("5", "\"", "5"),
      ("5", "[", "5"),
      ("-0.5", "0%;0%", "50%"), ("0.9", "0%\"以上\"", "90%以上"),
    ])
  func formats(stored: String, code: String, printed: String) {
    #expect(text(stored, code) == printed)
  }

  @Test(
    "days and times",
    arguments: [
      ("43831", "yyyy-mm-dd", "2020-01-01"), ("43831", "yyyy\"年\"m\"月\"d\"日\"", "2020年1月1日"),
      ("43831", "yyyy\"年\"m\"月\"d\"日\";@", "2020年1月1日"), ("43831", "yyyy/m/d", "2020/1/1"),
      ("43831", "yyyy/m/d;@", "2020/1/1"), ("43831", "[$-804]yyyy\"年\"m\"月\"", "2020年1月"),
      ("43831", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2020年1月1日"), ("44926", "yyyy.mm.dd", "2022.12.31"),
      ("43831.75", "yyyy-mm-dd h:mm:ss", "2020-01-01 18:00:00"), ("0.5", "h:mm AM/PM", "12:00 PM"),
      ("0.25", "上午/下午h\"时\"mm\"分\"", "上午6时00分"), ("1.5", "[h]:mm", "36:00"), ("0.0000115741", "s.00", "1.00"),
      ("0.9999999", "h:mm:ss", "0:00:00"), ("43831.9999999", "yyyy-mm-dd", "2020-01-02"),
      ("43831", "aaaa", "星期三"), ("43831", "aaa", "周三"), ("43831", "ddd mmm", "Wed Jan"),
      ("59", "yyyy-mm-dd", "1900-02-28"),
      ("60", "yyyy-mm-dd", "1900-02-29"), ("61", "yyyy-mm-dd", "1900-03-01"),
      ("1", "yyyy-mm-dd", "1900-01-01"),
      ("2958465", "yyyy-mm-dd", "9999-12-31"), ("2958466", "yyyy-mm-dd", "2958466"),
      ("-1", "yyyy-mm-dd", "-1"),
      ("45350", "yy-m-d", "24-2-28"), ("45351", "yyyy-mm-dd", "2024-02-29"),
      ("43831", "YYYY-MM-DD", "2020-01-01"),
      ("0.0416666667", "mm:ss", "00:00"), ("43831", "e\"年\"", "2020年"),
    ])
  func dates(stored: String, code: String, printed: String) {
    #expect(text(stored, code) == printed)
  }

  @Test("the other beginning of time")
  func from1904() {
    let number = PrintedDecimal(Array("42369".utf8))
    let printed = number.map { NumberFormat("yyyy-mm-dd").text(of: $0, is1904: true) }
    #expect(printed.map { String(decoding: $0, as: UTF8.self) } == "2020-01-01")
  }

  @Test("no format code ends the program", arguments: Array(UInt64(1)...4))
  func damagedCodes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "0", "#", "?", ".", ",", "%", "E+", "@", "y", "m", "d", "h", "s", "[h]", "[", "]", "\"", ";", "甲",
      "[>1]", "/", "\\", "General", "AM/PM", "aaa",
    ]
    let numbers = ["0", "-1.5", "43831.7", "1E+300", "1E-300", "12345678901234567890"].compactMap {
      PrintedDecimal(Array($0.utf8))
    }
    for _ in 0..<3000 {
      let code = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let format = NumberFormat(code.joined())
      for number in numbers { _ = format.text(of: number, is1904: false) }
      _ = format.text(Array("甲".utf8)[...])
    }
  }

  private func text(_ stored: String, _ code: String) -> String? {
    guard let number = PrintedDecimal(Array(stored.utf8)) else { return nil }
    let bytes = NumberFormat(code).text(of: number, is1904: false)
    return String(decoding: bytes[trimmed(bytes, 0..<bytes.count)], as: UTF8.self)
  }
}
