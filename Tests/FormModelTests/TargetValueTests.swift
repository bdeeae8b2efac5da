import FormModel
import Foundation
import TestSupport
import Testing

@Suite struct TargetValueTests {
  @Test func tableIsLarge() {
    #expect(TargetValueTable.all.count >= 550)
  }

  @Test func everyTextSaysWhatTheTableSays() {
    for (text, expected) in TargetValueTable.all {
      #expect(TargetValue(text).meaning.tableText == expected, "\(text)")
    }
  }

  @Test(arguments: ["", " ", "\u{3000}", "\r\n", "\u{200B}"])
  func blanks(_ text: String) {
    #expect(TargetValue(text).meaning == .blank)
    #expect(TargetValue(text).text == text)
  }

  @Test(arguments: [
    (" ≥95%\n", "≥ 95 %"), ("≥\r\n95\r\n%", "≥ 95 %"), ("2023\u{3000}年底", "date 2023-12-?"), ("3\n次", "3 次"),
    ("≥95%\n≥90%", "qualitative"), ("5\n6", "qualitative"),
  ])
  func blanksWithin(_ text: String, _ expected: String) {
    #expect(TargetValue(text).meaning.tableText == expected)
  }

  @Test func qualitativeKeepsItsWords() {
    #expect(TargetValue(" 提升，９５ ").meaning == .qualitative("提升,95"))
  }

  @Test func aSentenceIsQualitative() {
    let text = String(repeating: "完成", count: 200) + "≥95%"
    #expect(TargetValue(text).meaning == .qualitative(text))
  }

  @Test func fullWidthSaysTheSame() {
    for (text, expected) in TargetValueTable.all {
      #expect(TargetValue(fullWidth(text)).meaning.tableText == expected, "\(fullWidth(text))")
      #expect(TargetValue(fullWidth(text)).meaning == TargetValue(text).meaning)
    }
  }

  @Test func blanksBeforeAndAfterSayNothing() {
    for (text, _) in TargetValueTable.all {
      #expect(TargetValue("\u{3000} \(text) \r\n").meaning == TargetValue(text).meaning, "\(text)")
    }
  }

  @Test(arguments: [
    ("不低于95％", "≥95%"), ("95%以上", "≥95%"), ("4小时以内", "≤4小时"), ("≥15000.00(条)", "≥15000条"),
    ("80%-90%", "80%~90%"), ("3到5个", "3~5个"), ("百分之九十五", "95%"), ("≤1.30(/)", "≤1.3"), ("2 名", "2名"),
    ("每年≥2次", "≥2次/年"), ("7*24小时", "168小时/周"), ("2023.00(年)", "2023(年)"), ("￥128000", "128000元"),
    ("三十二场", "32场"), (">1 千小时", ">1千小时"), ("-5%", "-5%"), ("10(级)", "10(级)"),
  ])
  func canonicalText(_ text: String, _ expected: String) {
    #expect(TargetValue(text).canonicalText == expected)
  }

  @Test(arguments: ["提升", "", "XX", "2023年底", "优/良", "约95%"])
  func noCanonicalText(_ text: String) {
    #expect(TargetValue(text).canonicalText == nil)
  }

  @Test func canonicalTextReadsBack() {
    for (text, _) in TargetValueTable.all {
      let value = TargetValue(text)
      switch value.meaning {
      case .quantity, .range:
        let canonical = value.canonicalText
        #expect(canonical != nil, "\(text)")
        let again = canonical.map(TargetValue.init)
        #expect(again?.meaning == value.meaning, "\(text) \(canonical ?? "")")
        #expect(again?.canonicalText == canonical)
      default: #expect(value.canonicalText == nil)
      }
    }
  }

  @Test func everyPublishedValueIsInTheTable() throws {
    let shared = folders.map { $0.appendingPathComponent("shared/forms/gold") }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
    guard let shared else { return }
    let known = Set(TargetValueTable.parse(PublishedTargetValues.table).map(\.text))
    for file in try FileManager.default.contentsOfDirectory(at: shared, includingPropertiesForKeys: nil) {
      let form = try JSONDecoder().decode(PublishedForm.self, from: Data(contentsOf: file))
      for text in form.indicators.flatMap({ [$0.target, $0.actual] }).compactMap({ $0 }) {
        #expect(known.contains(text), "\(text) in \(file.lastPathComponent)")
      }
    }
  }

  @Test func noTextIsTooMuch() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100_000 {
      let value = TargetValue(random.value())
      if let canonical = value.canonicalText { #expect(TargetValue(canonical).meaning == value.meaning) }
      _ = MeasureUnit(printed: value.text)
      _ = Amount(value.text, unit: .yuan)
    }
  }

  private struct PublishedForm: Decodable {
    var indicators: [Row]
    struct Row: Decodable {
      var target: String?
      var actual: String?
    }
  }

  /// The folders above this file, nearest first: the reference forms lie beside the package or above it.
  private var folders: [URL] {
    var folder = URL(fileURLWithPath: #filePath)
    return (0..<folder.pathComponents.count).map { _ in
      folder = folder.deletingLastPathComponent()
      return folder
    }
  }

  private func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          switch scalar.value {
          case 0x21...0x7E: Unicode.Scalar(scalar.value + 0xFEE0)
          case 0x20: "\u{3000}"
          default: scalar
          }
        }))
  }
}
