import BundledData
import FormModel
import FormTemplates
import FormWriting

/// Fictional forms, and what the writers need.
enum Samples {
  static let templates = ["shanghai-target", "mof-2021-target"]

  static func template(_ id: String = "shanghai-target") throws -> Template {
    try TemplateLibrary(templateFiles).template(id)
  }

  static var templateFiles: [TemplateFile] {
    BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
  }

  static var layouts: [String: String] {
    let folder = "Templates/layout/"
    return Dictionary(
      uniqueKeysWithValues: BundledData.files(under: folder).map {
        (String($0.path.dropFirst(folder.count)), $0.text)
      })
  }

  static let finding = Finding(
    rule: "vague-target", severity: .warning, path: .indicator(6, .target), message: "指标值“制度印发并执行”无法衡量",
    help: "写出数值、计量单位和比较方向", basis: Basis(document: "财预〔2021〕101号", certainty: .memory))

  static let library = Form(
    template: "shanghai-target",
    fields: [
      .year: "2027", .project: "社区图书自助借还服务", .category: "经常性项目", .department: "某区文化和旅游局",
      .implementingUnit: "某区图书馆", .start: "2027-01-01", .end: "2027-12-31", .moneyUnit: "元",
      .projectTotal: "178,705,000.00", .projectFiscal: "178,705,000.00", .annualTotal: "1,280,000.00",
      .annualFiscal: "1,280,000.00", .annualOther: "0",
      .totalGoal: "在全区六个街道建成自助借还网络，居民步行十五分钟可以借到书、还掉书。\n三年内每个街道至少两处，设备完好率保持在98%以上。",
      .annualGoal: "2027年新设自助借还设备6台，年内完成安装、联网和验收；全年借还不少于12万册次，读者满意度不低于90%。",
    ],
    indicators: [
      Indicator(
        level1: "产出指标", level2: "数量指标", level3: "自助借还设备布设数量", target: TargetValue("≥6台"),
        weight: Score("10")),
      Indicator(
        level1: "产出指标", level2: "数量指标", level3: "全年借还册次", target: TargetValue("≥12万册次"),
        weight: Score("10")),
      Indicator(
        level1: "产出指标", level2: "质量指标", level3: "设备验收合格率", target: TargetValue("=100%"),
        weight: Score("15")),
      Indicator(
        level1: "产出指标", level2: "时效指标", level3: "设备安装完成时间", target: TargetValue("2027年9月30日前"),
        weight: Score("10")),
      Indicator(
        level1: "产出指标", level2: "成本指标", level3: "单台设备采购价格", target: TargetValue("≤8万元"),
        weight: Score("5")),
      Indicator(
        level1: "效益指标", level2: "社会效益指标", level3: "步行十五分钟可达自助借还点的居民比例",
        target: TargetValue("≥60.00(%)"), weight: Score("20")),
      Indicator(
        level1: "效益指标", level2: "可持续影响指标", level3: "设备运维制度", target: TargetValue("制度印发并执行"),
        weight: Score("10")),
      Indicator(
        level1: "满意度指标", level2: "服务对象满意度指标", level3: "读者满意度", target: TargetValue("≥90%"),
        weight: Score("10")),
    ])
}
