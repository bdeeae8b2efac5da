import FormComparison
import FormModel
import Foundation
import Testing

/// What became of a target: kind, direction and extent, worked out by hand.
@Suite struct ValueChangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var before: String
    var after: String
    /// Kinds with ↓ (loosened) or ↑ (tightened), the difference with its unit and share; `?` for what cannot be told.
    var wanted: String
    var testDescription: String { "\(before) → \(after)" }

    init(_ before: String, _ after: String, _ wanted: String) {
      (self.before, self.after, self.wanted) = (before, after, wanted)
    }
  }

  private static let cases = [
    Case("≥95%", "≥95.00(%)", ""), Case("≥95%", "不低于９５％", ""), Case("≥95%", "≥90%", "value↓ -5% -5.26"),
    Case("≥95%", "≥98%", "value↑ 3% 3.16"), Case("≤5秒", "≤8秒", "value↓ 3秒 60"),
    Case("≤5秒", "≤3秒", "value↑ -2秒 -40"), Case("=100%", "=95%", "value↓ -5% -5"),
    Case("=119", "=110", "value↓ -9 -7.56"), Case("8人", "6人", "value -2人 -25"), Case("=100%", "100%", ""),
    Case("≥2次", ">2次", "sign↑"), Case(">2次", "≥2次", "sign↓"), Case("≤2次", "<2次", "sign↑"),
    Case("≥2次", "=2次", "sign"), Case("≥2次", "≤2次", "sign"), Case("≥2次", "≤1次", "sign value↓ -1次 -50"),
    Case("≥1.5亿条", "≥15000万条", ""), Case("≥1.5亿条", "≥1.2亿条", "value↓ -0.3亿条 -20"),
    Case("≥1.5亿条", "≥12000万条", "value↓ -0.3亿条 -20"), Case("≤128万元", "≤1280000元", ""),
    Case("≤128万元", "≤128元", "scale"), Case("≤128万元", "≤130万元", "value↓ 2万元 1.56"),
    Case("≥2TB", "≥2048GB", ""), Case("≥300TB", "≥12000GB", "value↓ -288.28125TB -96.09"),
    Case("≤1小时", "≤60分钟", ""), Case("≤1小时", "≤90分钟", "value↓ 0.5小时 50"),
    Case("≤3天", "≤72小时", ""), Case("≤3天", "≤3个工作日", "unit ?unitsDoNotConvert"),
    Case("≤6小时", "≤6个工作日", "unit ?unitsDoNotConvert"), Case("≥6台", "≥6套", "unit ?unitsDoNotConvert"),
    Case("≥6台", "≥6", "unit"), Case("≥6", "≥6台", "unit"), Case("≥6台", "≥5", "value ?unitMissing"),
    Case("≥5万条", "≥50000", "unit"), Case("≥5万条", "≥50000条", ""), Case("≥5万条", "≥5条", "scale"),
    Case("≥95%", "≥0.95", "scale"), Case("≥0.95", "≥95%", "scale"),
    Case("≥95%", "≥0.9", "value ?unitMissing"),
    Case("≤5‰", "≤0.5%", ""), Case("≤5‰", "≤5%", "scale"), Case("≤5‰", "≤1%", "value↓ 5‰ 100"),
    Case("≥2万人", "≥20000人", ""), Case("≥2万人", "≥2人", "scale"), Case("≥2名", "≥2人", ""),
    Case("≥2人", "≥2人次", "unit ?unitsDoNotConvert"), Case("≥100个", "≥10个", "value↓ -90个 -90"),
    Case("≥0个", "≥1个", "value↑ 1个"), Case("=0起", "=2起", "value↑ 2起"), Case("≤0起", "≤2起", "value↓ 2起"),
    Case("80%~90%", "80%~90%", ""), Case("80%~90%", "70%~95%", "value↓"),
    Case("80%~90%", "82%~88%", "value↑"),
    Case("80%~90%", "85%~95%", "value"), Case("80%~90%", "≥80%", "value"), Case("≥80%", "80%~90%", "value"),
    Case("2027年9月底前", "2027年9月30日前", ""), Case("2027年底", "2027年12月31日", ""),
    Case("2027年9月底前", "2027年10月底前", "value↓ 31天"), Case("2027年9月底前", "2027年8月底前", "value↑ -30天"),
    Case("9月底前", "2027年9月底前", ""), Case("2027年底", "2028年底", "value↓ 366天"),
    Case("2027年底", "按期完成", "value↓"), Case("≥95%", "提升", "value↓"), Case("提升", "≥95%", "value↑"),
    Case("提升", "提高", ""), Case("提升", "持续提升", "wording"), Case("健全", "完善", ""), Case("通过", "合格", "wording"),
    Case("不超批复预算", "不超批复预算。", ""), Case("≥95%", "", "value↓"), Case("", "≥95%", "value"), Case("", "", ""),
    Case("≥95%", "待定", "value"), Case("优", "优", ""), Case("优", "良", "wording"),
  ]

  @Test(arguments: cases) func changeOfATarget(_ example: Case) throws {
    func form(_ target: String, _ kind: FormKind) -> Form {
      var form = Form(kind: kind, fields: [.year: "2027"])
      form.indicators = [
        Indicator(level1: "产出指标", level2: "数量指标", level3: "甲", target: TargetValue(target)),
        Indicator(level1: "产出指标", level2: "数量指标", level3: "乙", target: TargetValue("≥1个")),
      ]
      if target.isEmpty { form.indicators[0].target = nil }
      return form
    }
    let comparison = Comparison(
      approved: form(example.before, .target), evaluated: form(example.after, .selfEvaluation),
      words: MatchingData.words)
    let texts =
      comparison.changes.map(Self.text)
      + comparison.unclear.filter { $0.approved != .form }.map { "?\($0.reason.rawValue)" }
    #expect(texts.joined(separator: " ") == example.wanted)
  }

  private static func text(_ change: Change) -> String {
    let sign = change.direction.map { $0 == .loosened ? "↓" : "↑" } ?? ""
    guard let extent = change.extent else { return change.kind.rawValue + sign }
    let share = extent.percent.map { " \($0)" } ?? ""
    return "\(change.kind.rawValue)\(sign) \(extent.difference)\(extent.unit)\(share)"
  }
}
