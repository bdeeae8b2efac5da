import FormModel
import Foundation
import TestSupport
import Testing

@Suite struct AmountTests {
  @Test(
    arguments: [
      ("1280000", nil, "1280000", MoneyUnit?.none), ("1,280,000元", nil, "1280000", .yuan),
      ("128万", nil, "128", .tenThousandYuan),
      ("128万元", .yuan, "128", .tenThousandYuan), ("1.5亿元整", nil, "1.5", .hundredMillionYuan),
      ("￥128000", nil, "128000", .yuan),
      ("￥12.8", .tenThousandYuan, "12.8", .tenThousandYuan), ("１２８．５０", .yuan, "128.5", .yuan),
      ("人民币128万元", nil, "128", .tenThousandYuan), ("178,705,000.00", .yuan, "178705000", .yuan),
      ("178，705，000.00", .yuan, "178705000", .yuan), ("128（万元）", .yuan, "128", .tenThousandYuan),
      ("-3.5", .yuan, "-3.5", .yuan),
      (" 0.00 ", .yuan, "0", .yuan), ("约3万", .yuan, nil, .yuan), ("—", .yuan, nil, .yuan),
      ("", .yuan, nil, .yuan),
      ("10 20", .yuan, nil, .yuan), ("3百万元", .yuan, nil, .yuan),
    ] as [(String, MoneyUnit?, String?, MoneyUnit?)])
  func reads(_ text: String, _ declared: MoneyUnit?, _ value: String?, _ unit: MoneyUnit?) {
    let amount = Amount(text, unit: declared)
    #expect(amount.text == text)
    #expect(amount.value == value.flatMap { Decimal(string: $0) })
    #expect(amount.unit == unit)
  }

  @Test func moneyRoundTripsExactly() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<5_000 {
      let whole = Int.random(in: 0...999_999_999_999, using: &random)
      let cents = Int.random(in: 0...99, using: &random)
      let text = "\(whole).\(cents < 10 ? "0" : "")\(cents)"
      for from in MoneyUnit.allCases {
        let amount = Amount(text, unit: from)
        for to in MoneyUnit.allCases {
          let there = amount.converted(to: to)
          let back = there.flatMap { Amount("\($0)", unit: to).converted(to: from) }
          #expect(back == amount.value)
          #expect(there.map { $0 * to.yuan } == amount.yuan)
        }
      }
    }
  }

  @Test func unknownUnitHasNoYuan() {
    #expect(Amount("5", unit: nil).yuan == nil)
    #expect(Amount("5", unit: nil).converted(to: .yuan) == nil)
  }

  @Test(arguments: [
    ("元", MoneyUnit?.some(.yuan)), ("（万元）", .tenThousandYuan), ("人民币万元", .tenThousandYuan), ("单位：元", .yuan),
    ("亿 元", .hundredMillionYuan), ("百万元", nil), ("万美元", nil), ("", nil), ("万", nil),
  ])
  func units(_ text: String, _ expected: MoneyUnit?) {
    #expect(MoneyUnit(printed: text) == expected)
  }
}
