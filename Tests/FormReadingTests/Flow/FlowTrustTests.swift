import BundledData
import FormModel
import FormTemplates
import Testing

@testable import FormReading

/// Text whose order is not that of the cells: nothing is said to be a row, everything is listed.
@Suite("Flowed text: order that cannot be trusted")
struct FlowTrustTests {
  private static let head = "项目支出绩效自评表\n（2026年度）\n项目名称     借还服务\n主管部门     临江市图书馆\n"

  /// Columns side by side, cells on several lines (`pdftotext -layout`).
  private static let aligned =
    head + """
      一级指  二级指标     三级指标     年度指标值   实际完成值   分值   得分
       标
              数量指标   自助借还设备布     ≥15台      18台     10    10
      产出指            设和调试
       标     质量指标   图书完好率和
                       上架正确率     ≥95%       96%     10    9
              时效指标     新书上架     ≤10个
                       时长         工作日      8个      10    10
      效益指  社会效益     读者到馆     ≥9000     9500
       标      指标      人次          人次       人次     20    20
                   总分                               100   99

      """

  /// Columns one below the other (`pdftotext`).
  private static let blocks =
    head + """
      一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分

      自助借还设备布

      10

      设和调试 ≥15台

      数量指标

      图书完好率和

      18台 96% 8个

      ≥95% 10 10

      质量指标 上架正确率

      新书上架 时长

      10 9

      产出指

      ≤10个 工作日 标

      """

  private func read(_ text: String) throws -> LocatedForm {
    let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
    let spellings = Spellings(files: files, templates: TemplateLibrary(files))
    return try #require(try FormReader.read(Array(text.utf8), name: "form.txt", spellings: spellings).first)
  }

  @Test("is listed line by line, and says what reads better", arguments: [aligned, blocks])
  func listed(_ text: String) throws {
    let read = try read(text)
    #expect(read.form[.project] == "借还服务")
    #expect(read.form[.department] == "临江市图书馆")
    #expect(read.form.indicators.isEmpty)
    let listed = read.remarks.filter { $0.kind == .unplaced }
    #expect(listed.filter { $0.reason == Messages.looseText }.count == 1)
    #expect(listed.contains { $0.text.contains("图书完好率和") })
  }

  @Test("is read where each row has its line")
  func rows() throws {
    let text =
      Self.head + """
        一级指标     二级指标     三级指标      年度指标值    实际完成值   分值    得分
        产出指标     数量指标     读者办证      ≥90件       95件      10     10
                            借书册数      ≥900册      950册     20     20
                   质量指标     图书完好率     ≥95%       96%      20     20
        效益指标     社会效益指标   到馆人次      ≥9000人     9500人    30     30
                            活动场次      ≥30场       31场      10     10
        总分                                                   90     90

        """
    let read = try read(text)
    #expect(read.form.indicators.map(\.level3) == ["读者办证", "借书册数", "图书完好率", "到馆人次", "活动场次"])
    #expect(!read.remarks.contains { $0.reason == Messages.looseText })
  }
}
