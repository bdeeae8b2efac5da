import FormModel
import FormTemplates
import Foundation
import Testing

@Suite struct ShippedTemplateTests {
  @Test func theyAreListed() throws {
    #expect(Set(Shipped.targets) == ["mof-2021-target", "shanghai-target"])
    #expect(
      Set(Shipped.selfEvaluations) == [
        "baoshan-self-evaluation", "mof-2020-self-evaluation", "shanghai-2019", "shanghai-self-evaluation",
        "shanghai-self-evaluation-2024",
      ])
    #expect(!Shipped.ids.contains("target-base"))
    #expect(try Shipped.library.summaries().map(\.id) == Shipped.ids)
  }

  @Test(arguments: Shipped.ids)
  func decodes(id: String) throws {
    do {
      let template = try Shipped.library.template(id)
      #expect(template.id == id)
      #expect(!template.fields.isEmpty && !template.levels.isEmpty && !template.columns.isEmpty)
    } catch {
      Issue.record("\(error.text)")
    }
  }

  @Test func treesAndWeights() throws {
    let shanghai = try Shipped.library.template("shanghai-target")
    #expect(
      outline(shanghai) == [
        "产出指标 50: 数量指标 质量指标 时效指标 成本指标", "效益指标 30: 经济效益指标 社会效益指标 生态效益指标 可持续影响指标",
        "满意度指标 10: 服务对象满意度指标",
      ])
    let mof = try Shipped.library.template("mof-2021-target")
    #expect(
      outline(mof) == [
        "成本指标 20: 经济成本指标 社会成本指标 生态环境成本指标", "产出指标 40: 数量指标 质量指标 时效指标",
        "效益指标 20: 经济效益指标 社会效益指标 生态效益指标 可持续影响指标", "满意度指标 10: 服务对象满意度指标",
      ])
    for template in [shanghai, mof] {
      #expect(template.weights.indicatorSum == 90 && template.weights.total == 100)
      #expect(template.levels.filter(\.isRequired).map(\.name) == ["产出指标", "效益指标"])
    }
    #expect(
      shanghai.weights.firstLevel == [
        ["产出指标": 50, "效益指标": 30, "满意度指标": 10], ["产出指标": 50, "效益指标": 40],
      ])
  }

  private func outline(_ template: Template) -> [String] {
    template.levels.map { first in
      "\(first.name) \(first.weight.map { "\($0)" } ?? "—"): "
        + first.levels.map(\.name).joined(separator: " ")
    }
  }

  @Test(arguments: Shipped.ids)
  func firstLevelsAddUp(id: String) throws {
    let template = try Shipped.library.template(id)
    #expect(!template.weights.firstLevel.isEmpty)
    for alternative in template.weights.firstLevel {
      #expect(alternative.values.reduce(Decimal(0), +) == template.weights.indicatorSum)
      #expect(alternative.keys.allSatisfy { name in template.levels.contains { $0.name == name } })
    }
  }

  /// A spelling leads to one field, one column, one first level and one second level.
  @Test(arguments: Shipped.ids)
  func spellingsAreUnique(id: String) throws {
    let template = try Shipped.library.template(id)
    let fields = template.fields.values
    expectUnique(fields.map(\.label))
    expectUnique(fields.flatMap { [$0.label] + $0.aliases })
    expectUnique(fields.map { $0.nativeKey.joined(separator: "/") })
    expectUnique(template.columns.flatMap { [$0.label] + $0.aliases })
    expectUnique(template.levels.flatMap { [$0.name] + $0.aliases })
    expectUnique(template.levels.flatMap(\.levels).flatMap { [$0.name] + $0.aliases })
  }

  private func expectUnique(_ words: [String]) {
    #expect(
      words.count == Set(words).count, "\(Dictionary(grouping: words) { $0 }.filter { $1.count > 1 }.keys)")
  }

  /// A native key cannot be a value and a group of other values at once.
  @Test(arguments: Shipped.ids)
  func nativeKeysAreLeaves(id: String) throws {
    let keys = try Shipped.library.template(id).fields.values.map(\.nativeKey)
    for key in keys {
      #expect(!keys.contains { $0.count > key.count && $0.starts(with: key) }, "\(key)")
      #expect(!["模板", "绩效指标", "免检"].contains(key[0]))
    }
  }

  @Test(arguments: Shipped.targets)
  func fieldsAreComplete(id: String) throws {
    let template = try Shipped.library.template(id)
    let standard: [FieldKey] = [
      .year, .project, .category, .department, .implementingUnit, .start, .end, .moneyUnit, .projectTotal,
      .projectFiscal, .projectOther, .annualTotal, .annualFiscal, .carriedOver, .annualOther, .totalGoal,
      .annualGoal,
    ]
    #expect(Array(template.fields.keys) == standard)
    for field in template.fields.values {
      #expect(["基本信息", "资金", "目标"].contains(field.section), "\(field.key)")
      #expect(field.example != nil && field.demand != nil, "\(field.key)")
      #expect(field.type != .choice || field.choices.count > 1)
      #expect(field.parts.allSatisfy { template.fields[$0]?.type == .money })
      #expect(!(field.isTakenOver && [.money, .date, .year].contains(field.type)), "\(field.key)")
    }
  }

  /// A self-evaluation has what points are made of.
  @Test(arguments: Shipped.selfEvaluations)
  func scoringIsComplete(id: String) throws {
    let template = try Shipped.library.template(id)
    let plan = try #require(template.scoring)
    #expect(plan.grades.map(\.from) == plan.grades.map(\.from).sorted(by: >) && plan.grades.last?.from == 0)
    #expect(plan.bands.map(\.to) == [100, 80, 60] && plan.bands.map(\.from) == [80, 60, 0])
    #expect(template.weights.total == 100)
    for habits in [plan.rate, plan.executionScore, plan.score] { #expect(!habits.accepted.isEmpty) }
    #expect(template.fields[.grade]?.choices == plan.grades.map(\.name))
  }

  /// What a person reads is short: one line each.
  @Test(arguments: Shipped.ids)
  func wordsAreShort(id: String) throws {
    let template = try Shipped.library.template(id)
    let levels = template.levels + template.levels.flatMap(\.levels)
    var lines = template.fields.values.flatMap { [$0.meaning, $0.demand ?? ""] }
    lines += levels.flatMap { [$0.meaning, $0.demand ?? ""] } + template.columns.map(\.meaning)
    for line in lines { #expect(line.count <= 50 && !line.contains("\n"), "\(line)") }
    for level in levels {
      #expect(level.demand != nil)
      #expect(template.kind == .selfEvaluation || !level.levels.isEmpty || level.examples.count >= 2)
    }
  }

  @Test(arguments: Shipped.targets)
  func fixedSpellings(id: String) throws {
    let template = try Shipped.library.template(id)
    for (spelling, name) in [
      ("产出", "产出指标"), ("效益", "效益指标"), ("效果指标", "效益指标"), ("满意度", "满意度指标"), ("产出指标", "产出指标"),
    ] { #expect(template.level(spelling)?.name == name) }
    for (first, spelling, name) in [
      ("产出", "数量", "数量指标"), ("产出", "产出数量", "数量指标"), ("效益指标", "社会效益", "社会效益指标"),
      ("满意度", "满意度指标", "服务对象满意度指标"), ("满意度指标", "服务对象满意度", "服务对象满意度指标"),
    ] { #expect(template.level(first, spelling)?.name == name) }
  }
}
