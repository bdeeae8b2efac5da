import FoundationEssentials
import YAMLText

func decodeLevels(_ node: YAMLNode, of key: String) throws(YAMLError) -> [TemplateLevel] {
  var second = UniqueNames()
  var first = UniqueNames()
  var levels: [TemplateLevel] = []
  for entry in try node.entries(of: key) {
    var keys = try YAMLFields(entry.value, of: entry.key)
    var level = try decodeLevel(entry.key, &keys)
    for child in try keys.take("levels")?.entries(of: "levels") ?? [] {
      var childKeys = try YAMLFields(child.value, of: child.key)
      let below = try decodeLevel(child.key, &childKeys)
      try childKeys.finish()
      try second.add([below.name] + below.aliases, of: below.name, at: child.keyMark)
      level.levels.append(below)
    }
    try keys.finish()
    try first.add([level.name] + level.aliases, of: level.name, at: entry.keyMark)
    levels.append(level)
  }
  return levels
}

private func decodeLevel(_ name: String, _ keys: inout YAMLFields) throws(YAMLError) -> TemplateLevel {
  TemplateLevel(
    name: name, aliases: try keys.texts("aliases"), isRequired: try keys.flag("required") ?? false,
    meaning: try keys.text("meaning"), examples: try decodeExamples(keys.take("examples")),
    demand: try keys.optionalText("demand"))
}

private func decodeExamples(_ node: YAMLNode?) throws(YAMLError) -> [TemplateLevel.Example] {
  var examples: [TemplateLevel.Example] = []
  for entry in try node?.entries(of: "examples") ?? [] {
    examples.append(TemplateLevel.Example(name: entry.key, target: try entry.value.text(of: entry.key)))
  }
  return examples
}

func decodeWeights(_ node: YAMLNode, levels: [TemplateLevel]) throws(YAMLError) -> WeightPlan {
  var keys = try YAMLFields(node, of: "weights")
  let sum = try keys.number("indicators")
  let decimals = try keys.needed("decimals")
  var plan = WeightPlan(
    indicatorSum: sum, execution: try keys.number("execution"), decimals: 0, firstLevel: [])
  guard let places = Int(try decimals.text(of: "decimals")), (0...6).contains(places) else {
    throw YAMLError(.wrongType(key: "decimals", expected: .number), at: decimals.mark)
  }
  plan.decimals = places
  for entry in try keys.take("first-level")?.entries(of: "first-level") ?? [] {
    plan.firstLevel.append(try decodeFirstLevel(entry, sum: sum, levels: levels))
  }
  try keys.finish()
  return plan
}

private func decodeFirstLevel(
  _ entry: YAMLEntry, sum: Decimal, levels: [TemplateLevel]
) throws(YAMLError) -> [String: Decimal] {
  var weights: [String: Decimal] = [:]
  for item in try entry.value.entries(of: entry.key) {
    guard levels.contains(where: { $0.name == item.key }) else {
      throw YAMLError(.unknownKey(item.key, allowed: levels.map(\.name)), at: item.keyMark)
    }
    weights[item.key] = try item.value.number(of: item.key)
  }
  let found = weights.values.reduce(Decimal(0), +)
  guard found == sum else {
    throw YAMLError(.other(Messages.weightSum(found, expected: sum)), at: entry.keyMark)
  }
  return weights
}

extension TemplateLevel {
  func weighing(_ weight: Decimal?) -> TemplateLevel {
    var level = self
    level.weight = weight
    return level
  }
}
