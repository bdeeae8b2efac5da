import FormModel
import FormTemplates
import Testing

@Suite struct ProjectKindTests {
  @Test(arguments: Shipped.targets)
  func kindsOfTheField(id: String) throws {
    let kinds = try Shipped.library.template(id).projectKinds
    #expect(
      kinds.map(\.name) == [
        "购置", "培训", "会议", "信息化建设", "信息化运维", "文字成果", "宣传活动", "基础设施维修", "补助发放", "委托服务",
      ])
    for kind in kinds {
      #expect((6...14).contains(kind.indicators.count), "\(kind.name) \(kind.indicators.count)")
      #expect(kind.words.count >= 5)
      #expect(Set(kind.indicators.map(\.level3)).count == kind.indicators.count, "\(kind.name)")
    }
  }

  /// Every row stands in the tree, and the rows of a kind cover what a form needs.
  @Test(arguments: Shipped.targets)
  func rowsStandInTheTree(id: String) throws {
    let template = try Shipped.library.template(id)
    for kind in template.projectKinds {
      for row in kind.indicators {
        #expect(template.level(row.level1, row.level2)?.name == row.level2, "\(kind.name) \(row.level3)")
      }
      let first = Set(kind.indicators.map(\.level1))
      #expect(first == Set(template.levels.map(\.name)), "\(kind.name)")
      let second = Set(kind.indicators.map(\.level2))
      #expect(second.isSuperset(of: ["数量指标", "质量指标", "时效指标"]), "\(kind.name)")
    }
  }

  @Test(arguments: Shipped.targets)
  func targetsAreMeasurable(id: String) throws {
    let template = try Shipped.library.template(id)
    for row in template.projectKinds.flatMap(\.indicators) { expectMeasurable(row.target, of: row.level3) }
    for level in template.levels.flatMap(\.levels) {
      for example in level.examples { expectMeasurable(example.target, of: example.name) }
    }
    for column in template.columns where column.column == .target {
      expectMeasurable(column.example ?? "", of: column.label)
    }
  }

  /// With a number for `__`, a target is a date, or a number with its sign and unit.
  private func expectMeasurable(_ target: String, of name: String) {
    switch TargetValue(target.replacing("__", with: "9")).meaning {
    case .date: break
    case .quantity(let quantity):
      #expect(quantity.comparator != nil, "\(name) \(target)")
      #expect(quantity.unit != nil || name == "机房电能利用效率", "\(name) \(target)")
    case let other: Issue.record("\(name) \(target): \(other)")
    }
  }
}
