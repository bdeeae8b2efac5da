import FormModel
import Testing

@Suite struct DeadlineTests {
  @Test(
    arguments: [
      ("2023年底", Int?.none, "2023-12-31"), ("2023年2月", nil, "2023-02-28"), ("9月30日前", 2027, "2027-09-30"),
      ("年内完成", 2027, "2027-12-31"), ("第三季度", 2027, "2027-09-30"), ("2月29日", 2027, nil), ("年底前", nil, nil),
      ("2024年", 2027, "2024-12-31"), ("6月上旬", 2027, "2027-06-10"),
    ] as [(String, Int?, String?)])
  func lastDay(_ text: String, _ formYear: Int?, _ expected: String?) throws {
    guard case .date(let deadline) = TargetValue(text).meaning else {
      Issue.record("\(text) is no date")
      return
    }
    #expect(deadline.lastDay(formYear: formYear)?.description == expected)
  }
}
