import FormModel
import FoundationEssentials
import OrderedCollections
import YAMLText

/// Reads a merged template document.
///
/// - Throws: `YAMLError` for unknown and missing keys, wrong types, and words that name nothing.
func decodeTemplate(_ node: YAMLNode, id: String) throws(YAMLError) -> Template {
  var keys = try YAMLFields(node, of: "template.yaml")
  let levels = try decodeLevels(try keys.needed("levels"), of: "levels")
  let weights = try decodeWeights(try keys.needed("weights"), levels: levels)
  let rows = try RowLevels(keys.take("row-levels"), levels: levels)
  let template = Template(
    id: id, title: try keys.text("title"), summary: try keys.text("summary"),
    kind: try keys.word("kind"), basis: try decodeBasis(try keys.needed("basis")),
    fields: try decodeFields(try keys.needed("fields")),
    levels: levels.map { $0.weighing(weights.firstLevel.first?[$0.name]) },
    columns: try decodeColumns(try keys.needed("columns")), weights: weights,
    scoring: try keys.take("scoring").map { (node) throws(YAMLError) in try decodeScoring(node) },
    marks: try decodeMarks(keys.take("recognised-by")),
    parameters: try decodeParameters(keys.take("parameters")),
    projectKinds: try decodeProjectKinds(keys.take("project-kinds"), rows: rows),
    rules: try decodeAdjustments(keys.take("rules")))
  try keys.finish()
  return template
}

/// Reads only what a list of templates shows.
func decodeSummary(_ node: YAMLNode, id: String, extends: String?) throws(YAMLError) -> TemplateSummary {
  var keys = try YAMLFields(node, of: "template.yaml")
  return TemplateSummary(
    id: id, title: try keys.text("title"), summary: try keys.text("summary"), kind: try keys.word("kind"),
    extends: extends)
}

private func decodeBasis(_ node: YAMLNode) throws(YAMLError) -> Basis {
  var keys = try YAMLFields(node, of: "basis")
  let basis = Basis(document: try keys.text("document"), certainty: try keys.word("certainty"))
  try keys.finish()
  return basis
}

private func decodeColumns(_ node: YAMLNode) throws(YAMLError) -> [TemplateColumn] {
  var columns: [TemplateColumn] = []
  var names = UniqueNames()
  for entry in try node.entries(of: "columns") {
    var keys = try YAMLFields(entry.value, of: entry.key)
    let column = TemplateColumn(
      column: try word(entry.key, of: "columns", at: entry.keyMark), label: try keys.text("label"),
      aliases: try keys.texts("aliases"), meaning: try keys.text("meaning"),
      example: try keys.optionalText("example"), isAsked: try keys.flag("asked") ?? false,
      isPrinted: try keys.flag("printed") ?? true)
    try keys.finish()
    try names.add([column.label] + column.aliases, of: column.label, at: entry.keyMark)
    columns.append(column)
  }
  return columns
}

private func decodeParameters(_ node: YAMLNode?) throws(YAMLError) -> [String: [String]] {
  var parameters: [String: [String]] = [:]
  for entry in try node?.entries(of: "parameters") ?? [] {
    parameters[entry.key] = try entry.value.texts(of: entry.key)
  }
  return parameters
}

private func decodeAdjustments(_ node: YAMLNode?) throws(YAMLError) -> [String: RuleAdjustment] {
  var rules: [String: RuleAdjustment] = [:]
  for entry in try node?.entries(of: "rules") ?? [] {
    var keys = try YAMLFields(entry.value, of: entry.key)
    rules[entry.key] = RuleAdjustment(
      severity: try keys.optionalWord("severity"), offReason: try keys.optionalText("off"),
      parameters: try keys.take("parameters")?.entries(of: "parameters") ?? [])
    try keys.finish()
  }
  return rules
}
