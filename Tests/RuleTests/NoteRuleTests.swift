import FormModel
import FormRules
import Testing

/// What is said of notes (偏差原因分析及改进措施), and of which nothing may be said.
struct NoteRuleTests {
  /// `指标值|实际完成值|得分|说明|rules`, of a row 自助借还设备布设数量 with 10 points.
  private static let cases = """
    ≥6台|5台|8.33|完成率83%，供货商停产，明年补齐|
    ≥6台|5台|8.33|完成率83.33%，供货商停产，明年补齐|
    ≥6台|5台|8.33|完成率84%，供货商停产，明年补齐|
    ≥6台|5台|8.33|完成率85%，供货商停产，明年补齐|note-percentage-differs
    ≥6台|5台|8.33|完成率仅为90%，供货商停产，明年补齐|note-percentage-differs
    ≥6台|5台|8.33|年度目标完成率达到90%，供货商停产，明年补齐|note-percentage-differs
    ≥6台|5台|8.33|布设完成率９０％，供货商停产，明年补齐|note-percentage-differs
    ≥6台|5台|8.33|设备采购完成率95%，一台供货商停产，明年补齐|
    ≥6台|5台|8.33|上半年完成率50%，供货商停产，明年补齐|
    ≥6台|5台|8.33|预算完成率90%，供货商停产，明年补齐|
    ≥6台|5台|8.33|预算执行率90%，供货商停产，明年补齐|
    ≥6台|5台|8.33|偏差率为-16.67%，供货商停产，明年补齐|
    ≥6台|5台|8.33|偏差16.7%，供货商停产，明年补齐|
    ≥6台|5台|8.33|偏差率20%，供货商停产，明年补齐|note-percentage-differs
    ≥6台|5台|8.33|满意度达到90%，供货商停产，明年补齐|
    ≥6台|7台|10|超额完成16.7%，街道另出资一台|
    ≥6台|7台|10|超额17%，街道另出资一台|
    ≥6台|7台|10|超额20%，街道另出资一台|note-percentage-differs
    ≥98%|97%|9.90|实际完成率97%，设备老化，明年更换|
    ≥98%|97%|9.90|完成率98.98%，设备老化，明年更换|
    ≥98%|97%|9.90|低于目标1个百分点，设备老化，明年更换|
    ≥98%|97%|9.90|完成率99%，设备老化，明年更换|
    ≥98%|97%|9.90|完成率92%，设备老化，明年更换|note-percentage-differs
    ≥6台|6台|10|因场地原因未完成目标|note-contradicts-result
    ≥6台|6台|10|该项任务未完成|note-contradicts-result
    ≥6台|6台|10|未达标|note-contradicts-result
    ≥6台|6台|10|年初因场地原因未完成任务，9月补齐|
    ≥6台|6台|10|不存在未完成指标的情况|
    ≥6台|6台|10|合同外新增需求未完成|
    ≥6台|6台|10|上年未完成任务结转本年完成|
    ≥6台|6台|10|避免出现未达标情况|
    ≥6台|6台|9.00|部分设备验收未达标，已更换|
    ≥6台|6台|9.00|验收未达标，已更换|
    ≥6台|5台|8.33|全年任务全部完成，后续做好维护|note-contradicts-result
    ≥6台|5台|8.33|超额完成，后续做好维护|note-contradicts-result
    ≥6台|5台|8.33|已达标，后续做好维护|note-contradicts-result
    ≥6台|5台|8.33|其余五台全部完成，一台缺货，后续补齐|
    ≥6台|5台|8.33|力争明年一季度全部完成|
    ≥6台|5台|8.33|一台没有达到指标要求，后续更换|
    ≥6台|5台|8.33|因供货推迟，12月全部完成，后续抓紧|
    ≤8万元|9万元|8.75|采购全部完成，钢材涨价，后续分批招标|
    ≤4小时|5小时|7.5|故障全部完成修复，后续加强值守|
    2027年9月底前|2027年11月|6|场地移交晚，11月全部完成，今后提前对接|
    2027年9月底前|2027年11月|6|已按期完成，今后提前对接|note-contradicts-result
    提升|部分达成年度指标并具有一定效果|7|已达成年度指标，今后加强宣传推广|note-contradicts-result
    提升|达成年度指标|10|未达成年度指标|note-contradicts-result
    提升|达成年度指标|9|未达成年度指标，后续加强宣传推广|
    ≥6台|5台|8.33|加强管理|boilerplate-reason
    ≥6台|5台|8.33|今后进一步加强管理，确保完成目标。|boilerplate-reason
    ≥6台|5台|8.33|督促供应商加强管理|
    ≥6台|5台|8.33|受疫情影响，今后加强管理|
    ≥6台|5台|8.33|无|
    ≥6台|6台|10|加强管理|
    ≥6台|6台|10|无|
    """.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

  private static let rules: Set<String> = [
    "note-contradicts-result", "note-percentage-differs", "boilerplate-reason", "reason-copied-between-rows",
  ]

  @Test(arguments: cases) func `notes are held against results`(cells: [String]) throws {
    var form = CleanForms.form(for: "shanghai-self-evaluation")
    let row = try #require(form.indicators.firstIndex { $0.level3 == "自助借还设备布设数量" })
    (form.indicators[row][.target], form.indicators[row][.actual]) = (cells[0], cells[1])
    (form.indicators[row][.weight], form.indicators[row][.score]) = ("10", cells[2])
    form.indicators[row][.note] = cells[3]
    let report = try RuleFolder.engine("shanghai-self-evaluation").check(form)
    let found = report.findings.filter { Self.rules.contains($0.rule) }
    #expect(found.map(\.rule).joined(separator: ",") == cells[4], "\(found.map(\.message))")
  }
}
