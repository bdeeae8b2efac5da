import FormModel
import Foundation
import Testing

@testable import FormRules

/// Amounts in running text, and the tasks that a text lists.
struct MoneyInTextTests {
  @Test(
    arguments: [
      ("年度预算128万元", ["1280000"]), ("申请1,280,000.00元，其中设备48.5万元", ["1280000", "485000"]),
      ("总投资1.2亿元", ["120000000"]), ("每台8万元", []), ("补贴300元/人", []), ("人均500元", []),
      ("10-20万元", []), ("128万册", []), ("〔2021〕15号", []), ("预算300万余元", ["3000000"]),
    ] as [(String, [String])])
  func amounts(text: String, yuan: [String]) {
    #expect(MoneyInText.all(in: text).map(\.yuan) == yuan.compactMap { Decimal(string: $0) })
  }

  @Test(arguments: [("约128万元", true), ("128万余元", true), ("128万元左右", true), ("128万元", false)])
  func whatIsNotExact(text: String, isApproximate: Bool) {
    #expect(MoneyInText.all(in: text).map(\.isApproximate) == [isApproximate])
  }

  /// An amount is known as far as it is printed.
  @Test func sameAsFarAsPrinted() throws {
    let money = try #require(MoneyInText.all(in: "128万元").first)
    #expect(money.isSame(as: 1_283_456) && !money.isSame(as: 1_290_000))
    #expect(money.isTenThousandTimes(128) && !money.isTenThousandTimes(1_280_000))
  }

  @Test(
    arguments: [
      ("1.采购60万元；2.培训20万元", ["600000", "200000"]), ("一是采购60万元;二是培训20万元", ["600000", "200000"]),
      ("一、采购60万元:1.服务器40万元；2.网络15万元；3.安装5万元", ["400000", "150000", "50000"]),
      ("采购60万元，培训20万元", []), ("1.采购60万元", []), ("(1)甲1.5万元\n(2)乙2.5万元", ["15000", "25000"]),
      ("1、采购60万元；2、2026年培训20万元；3、安装5万元", ["600000", "50000"]), ("①甲1万元；②乙2万元、3万元；③丙3万元", ["10000", "30000"]),
    ] as [(String, [String])])
  func listedTasks(text: String, yuan: [String]) {
    let amounts = ListedTasks.amounts(in: text, except: nil, year: 2027)
    #expect(amounts.map(\.yuan) == yuan.compactMap { Decimal(string: $0) })
  }
}
