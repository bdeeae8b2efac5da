import Foundation
import TestSupport
import Testing

/// The same bytes in every report and in the list of pairs, whatever the number of jobs.
@Suite struct CompareJobsTests {
  private static let names = ["设备布设数量", "书库容量", "读者到馆人次", "流动书车服务次数", "阅读推广活动场次", "站点建设数量"]

  private static func form(_ number: Int, isTarget: Bool, _ random: inout SplitMix64) -> String {
    let rows = names.shuffled(using: &random).prefix(4 + number % 3).map { name in
      let value = 20 + Int(random.next() % 40)
      let cells = isTarget ? "权重: 15" : "实际完成值: \(value - 3)个, 分值: 15, 得分: 14"
      let other = !isTarget && random.one(in: 3) ? String(name.dropFirst(2)) : name
      return "      - {三级指标: \(other), 指标值: ≥\(value)个, \(cells)}\n"
    }
    let template = isTarget ? "shanghai-target" : "shanghai-self-evaluation"
    return "模板: \(template)\n年度: 2027\n项目名称: 第\(number)个项目\n绩效指标:\n  产出指标:\n    数量指标:\n" + rows.joined()
  }

  @Test func reportsAndListsAreTheSame() throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 5)
    for number in 0..<60 {
      try folder.write(Self.form(number, isTarget: true, &random), to: "申报/\(number).yaml")
      if number % 7 != 3 {
        try folder.write(Self.form(number, isTarget: false, &random), to: "自评/\(number * 13 % 61).yaml")
      }
    }
    let formats = ["human", "json", "markdown", "csv"]
    var seen: [[String]] = []
    for jobs in ["1", "2", "5"] {
      let outputs = formats.flatMap { ["--format", "\($0)=\($0)-\(jobs)"] } + ["--format", "html=页\(jobs)"]
      let run = try CommandRun.jixiao(
        ["compare", "申报", "自评", "--no-input", "--pairs", "认定-\(jobs).yaml", "-q", "-j", jobs] + outputs,
        folder: folder.path)
      #expect(run.status == 1, "\(run.errors)")
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/页\(jobs)").sorted()
      let texts = (formats.map { "\($0)-\(jobs)" } + ["认定-\(jobs).yaml"] + pages.map { "页\(jobs)/\($0)" })
        .map { folder.text($0) ?? "" }
      seen.append(pages + texts + [run.errors])
    }
    for other in seen.dropFirst() {
      #expect(other.count == seen[0].count)
      for (place, texts) in zip(seen[0], other).enumerated() where texts.0 != texts.1 {
        Issue.record("output \(place): \(texts.0.prefix(400))\n\(texts.1.prefix(400))")
      }
    }
    #expect(seen[0].count > 55, "pages")
    #expect(folder.text("认定-1.yaml")?.components(separatedBy: "判断: 待定").count ?? 0 > 5)
    #expect(folder.text("human-1")?.contains("没有找到自评表的申报表") == true)
  }
}
