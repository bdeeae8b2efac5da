import FoundationEssentials
import YAMLText

func decodeScoring(_ node: YAMLNode) throws(YAMLError) -> ScoringPlan {
  var keys = try YAMLFields(node, of: "scoring")
  let reverse: ScoringPlan.Reverse = try keys.word("reverse")
  var grades: [ScoringPlan.Grade] = []
  for entry in try keys.needed("grades").entries(of: "grades") {
    grades.append(.init(name: entry.key, from: try entry.value.number(of: entry.key)))
  }
  var bands: [ScoringPlan.Band] = []
  for entry in try keys.needed("bands").entries(of: "bands") {
    var own = try YAMLFields(entry.value, of: entry.key)
    bands.append(
      .init(
        name: entry.key, words: try own.texts("words"), from: try own.number("from"),
        to: try own.number("to")))
    try own.finish()
  }
  var rounding = try YAMLFields(try keys.needed("rounding"), of: "rounding")
  let plan = ScoringPlan(
    reverse: reverse, grades: grades, bands: bands, exempt: try keys.texts("exempt"),
    rate: try decodeHabits("rate", &rounding),
    executionScore: try decodeHabits("execution-score", &rounding),
    score: try decodeHabits("score", &rounding))
  try rounding.finish()
  try keys.finish()
  return plan
}

private func decodeHabits(_ key: String, _ fields: inout YAMLFields) throws(YAMLError) -> RoundingHabits {
  var own = try YAMLFields(try fields.needed(key), of: key)
  let habits = RoundingHabits(
    accepted: try decodeRoundings("accepted", &own), explained: try decodeRoundings("explained", &own))
  try own.finish()
  return habits
}

/// `rounded 2`, `truncated 1`.
private func decodeRoundings(
  _ key: String, _ fields: inout YAMLFields
) throws(YAMLError) -> [RoundingHabits.Rounding] {
  guard let node = fields.take(key) else { return [] }
  var found: [RoundingHabits.Rounding] = []
  for text in try node.texts(of: key) {
    let parts = text.split(separator: " ")
    let way = try word(String(parts.first ?? ""), of: key, at: node.mark) as RoundingHabits.Rounding.Way
    guard parts.count == 2, let decimals = Int(parts[1]), (0...6).contains(decimals) else {
      throw YAMLError(.wrongType(key: key, expected: .number), at: node.mark)
    }
    found.append(.init(way, decimals))
  }
  return found
}

func decodeMarks(_ node: YAMLNode?) throws(YAMLError) -> TemplateMarks {
  guard let node else { return TemplateMarks() }
  var keys = try YAMLFields(node, of: "recognised-by")
  var marks = TemplateMarks(
    titles: try keys.texts("titles"), units: try keys.texts("units"), isUsual: try keys.flag("usual") ?? false
  )
  if let years = keys.take("years") {
    var own = try YAMLFields(years, of: "years")
    marks.firstYear = try decodeYear("from", &own)
    marks.lastYear = try decodeYear("to", &own)
    try own.finish()
  }
  try keys.finish()
  return marks
}

private func decodeYear(_ key: String, _ fields: inout YAMLFields) throws(YAMLError) -> Int? {
  guard let node = fields.take(key) else { return nil }
  guard let year = Int(try node.text(of: key)) else {
    throw YAMLError(.wrongType(key: key, expected: .number), at: node.mark)
  }
  return year
}
