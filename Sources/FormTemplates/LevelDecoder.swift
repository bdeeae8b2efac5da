import FormModel
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
  let sum = try keys.needed("indicators")
  let decimals = try keys.needed("decimals")
  guard let places = Int(try decimals.text(of: "decimals")), (0...6).contains(places) else {
    throw YAMLError(.wrongType(key: "decimals", expected: .number), at: decimals.mark)
  }
  var plan = WeightPlan(
    indicatorSum: try sum.number(of: "indicators"), execution: try keys.number("execution"), decimals: places,
    firstLevel: [])
  for entry in try keys.take("first-level")?.entries(of: "first-level") ?? [] {
    let weights = try decodeFirstLevel(entry, levels: levels)
    let found = weights.values.reduce(Decimal(0), +)
    guard found == plan.indicatorSum else {
      throw YAMLError(
        .other(Messages.weightSum(found, of: entry.key, expected: plan.indicatorSum)),
        at: newer(entry.keyMark, sum.mark))
    }
    plan.firstLevel.append(weights)
  }
  try keys.finish()
  return plan
}

/// Of two places that disagree, the one in the file that extends the other's: there the mistake was made.
private func newer(_ a: YAMLMark, _ b: YAMLMark) -> YAMLMark { b.source < a.source ? b : a }

private func decodeFirstLevel(_ entry: YAMLEntry, levels: [TemplateLevel]) throws(YAMLError) -> [String:
  Decimal]
{
  var weights: [String: Decimal] = [:]
  for item in try entry.value.entries(of: entry.key) {
    guard levels.contains(where: { $0.name == item.key }) else {
      throw YAMLError(.unknownKey(item.key, allowed: levels.map(\.name)), at: item.keyMark)
    }
    weights[item.key] = try item.value.number(of: item.key)
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
