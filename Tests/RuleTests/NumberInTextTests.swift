import ChineseText
import FormModel
import Testing

@testable import FormRules

/// Numbers in running text, and what they count.
struct NumberInTextTests {
  @Test(arguments: [
    ("布设设备6台", ["6台"]), ("服务1,300余家企业，3万余人次", ["1,300余家", "3万余人次"]), ("覆盖率95%以上", ["95%"]),
    ("60\n万元", ["60\n万元"]), ("20(万元)", ["20(万元)"]), ("〔2021〕15号", []), ("7*24小时", []), ("2027年9月底前", []),
    ("IPV6", []), ("3.5公顷", ["3.5公顷"]), ("12345热线", []), ("0123456789012345个", ["0123456789012345个"]),
    ("五个", []),
  ])
  func whatNumbersCount(text: String, figures: [String]) {
    #expect(NumberInText.all(in: text).filter { $0.measured != nil }.map(\.figure) == figures)
  }

  @Test(arguments: [
    ("2027年9月底前，2028年", [2027, 2028]), ("12.5年", []), ("1,20年", []), ("20270年", []), ("2027", []),
  ])
  func years(text: String, years: [Int]) {
    #expect(NumberInText.years(in: text) == years)
  }

  @Test func whatStandsAroundANumber() throws {
    let number = try #require(NumberInText.all(in: "2027年完成，布设设备6台以上").last)
    #expect(number.beginning(80) { $0 == "，" } == "布设设备" && number.beginning(2) { $0 == "，" } == "设备")
    #expect(number.rest == "以上" && number.isFollowed(by: "以") && !number.isFollowed(by: "上"))
    #expect(number.previous == "备" && number.next == "台" && number.printed == "6")
  }

  /// The longest beginning of what stands behind a number that is a unit once 余 and 多 are taken out.
  @Test func unitsAreThoseOfTheReader() {
    let names = MeasureUnit.listed.map(\.text)
    let scaled = MeasureUnit.scales.flatMap { scale in names.map { scale.name + $0 } }
    for name in names + scaled {
      for text in [
        name, "余" + name, name + "多次", "(" + name + ")", name + "/人", name.prefix(1) + "多" + name.dropFirst(),
      ] {
        var bytes = text
        let found = bytes.withUTF8 { UnitIndex.shared.unit(in: $0, at: 0) }
        let wanted = Self.unit(atBeginningOf: text)
        #expect(found?.end == wanted?.length, "\(text)")
        #expect(found?.unit.base == wanted?.unit.base && found?.unit.factor == wanted?.unit.factor, "\(text)")
      }
    }
  }

  private static func unit(atBeginningOf text: String) -> (unit: MeasureUnit, length: Int)? {
    let signs = Array(text.unicodeScalars.prefix(4))
    for length in stride(from: signs.count, to: 0, by: -1) {
      let part = String(String.UnicodeScalarView(signs[..<length]))
      let word = String(String.UnicodeScalarView(signs[..<length].filter { !FigureSigns.isApproximate($0) }))
      if let unit = MeasureUnit(printed: word), unit.kind != .other { return (unit, part.utf8.count) }
    }
    return nil
  }

  /// Wherever a mark stands among the bytes that are looked at together.
  @Test(arguments: ["“", "‘", "《", "「", "『"])
  func quotations(mark: String) {
    for count in 0..<20 {
      let text = String(repeating: "a", count: count)
      #expect(Quotations.stand(in: text + mark) && Quotations.stand(in: text + mark + "、一。”"))
      #expect(!Quotations.stand(in: text + "、一。”》") && NumberInText.all(in: text + "一5").count == 1)
    }
  }
}
