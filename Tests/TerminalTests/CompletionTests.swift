import ChineseText
import Testing

@testable import Terminal

@Suite struct CompletionTests {
  private static let words = ["服务可用性", "服务响应时间", "设备完好率"].map { Completion.Candidate($0) }

  @Test(arguments: [
    ("服", "服", Completion.Step.replace("服务")),
    ("服务", "服务", .list),
    ("服务响", "服务响", .replace("服务响应时间")),
    ("指标 设", "指标 设 后文", .replace("设备完好率")),
    ("设备完好率", "设备完好率", .nothing),
    ("无", "无", .nothing),
    ("", "", .list),
  ])
  func stepsByCharacter(before: String, line: String, step: Completion.Step) {
    #expect(Completion.matching(before, among: Self.words).step(in: line) == step)
  }

  /// Characters made of several code points are never cut.
  @Test func commonPrefixKeepsCharactersWhole() {
    let families = Completion(candidates: [.init("👨‍👩‍👧甲"), .init("👨‍👩‍👦乙")], range: 0..<0)
    #expect(families.commonPrefix == "")
    #expect(Completion(candidates: [.init("e\u{301}a"), .init("eb")], range: 0..<0).commonPrefix == "")
  }

  @Test func theOnlyCandidateMayDifferFromWhatWasTyped() {
    let found = Completion(candidates: [.init("服务响应时间")], range: 0..<2)
    #expect(found.step(in: "响应") == .replace("服务响应时间"))
    let several = Completion(candidates: [.init("服务响应时间"), .init("平均响应时间")], range: 0..<2)
    #expect(several.step(in: "响应") == .list)
  }

  @Test func listsInColumns() {
    let lines = candidateList(Self.words, columns: 30, maximumLines: 9, style: .plain)
    #expect(lines == ["服务可用性    设备完好率", "服务响应时间"])
    let many = (1...50).map { Completion.Candidate("候选项\($0)") }
    let short = candidateList(many, columns: 24, maximumLines: 5, style: .plain)
    #expect(short.count == 5 && short[4].contains("21"), "\(short)")
    #expect(short.allSatisfy { displayWidth(of: $0) < 40 })
  }
}
