import FormModel
import FormTemplates
import Testing

@Suite struct RecognitionTests {
  private func form(
    _ kind: FormKind, _ levels: [(String, String?)], unit: String? = nil, year: String? = nil,
    title: String? = nil
  ) -> Form {
    var form = Form(kind: kind)
    form.indicators = levels.map { Indicator(level1: $0.0, level2: $0.1, level3: "设备数") }
    (form[.implementingUnit], form[.year], form[.title]) = (unit, year, title)
    return form
  }

  private func found(_ form: Form) throws -> String? {
    let all = try Shipped.ids.map { try Shipped.library.template($0) }
    return form.recognisedTemplate(among: all)?.id
  }

  @Test func byTreePlaceAndYear() throws {
    let old: [(String, String?)] = [("产出指标", "数量指标"), ("产出指标", "成本指标"), ("满意度指标", "服务对象满意度指标")]
    let new: [(String, String?)] = [("成本指标", "经济成本指标"), ("产出指标", "数量指标"), ("效益指标", "社会效益指标")]
    let both: [(String, String?)] = [("产出指标", "数量指标"), ("效益指标", "社会效益指标")]
    #expect(try found(form(.target, old)) == "shanghai-target")
    #expect(try found(form(.target, new)) == "mof-2021-target")
    #expect(try found(form(.target, both)) == "shanghai-target")
    #expect(try found(form(.target, [])) == "shanghai-target")
    #expect(try found(form(.selfEvaluation, old)) == "mof-2020-self-evaluation")
    #expect(try found(form(.selfEvaluation, [], unit: "某省财政厅")) == "mof-2020-self-evaluation")
    #expect(
      try found(form(.selfEvaluation, old, unit: "上海市某区图书馆", year: "2023")) == "shanghai-self-evaluation")
    #expect(
      try found(form(.selfEvaluation, both, unit: "上海市某区图书馆", year: "2025"))
        == "shanghai-self-evaluation-2024")
    #expect(try found(form(.selfEvaluation, new, unit: "某省图书馆")) == "shanghai-self-evaluation-2024")
    #expect(
      try found(form(.selfEvaluation, both, unit: "上海市宝山区图书馆", year: "2022")) == "baoshan-self-evaluation")
    #expect(
      try found(form(.selfEvaluation, [("投入与管理", nil), ("产出目标", nil)], title: "项目绩效自评价")) == "shanghai-2019")
  }

  @Test func sayWhy() throws {
    let all = try Shipped.ids.map { try Shipped.library.template($0) }
    let form = self.form(.selfEvaluation, [("产出指标", "数量指标")], unit: "上海市宝山区图书馆", year: "2022")
    #expect(form.recognisedTemplate(among: all)?.reasons == ["指标体系相同", "单位名称里有“上海”“宝山”"])
    #expect(form.recognisedTemplate(among: all.filter { $0.kind == .target }) == nil)
  }
}
