import FormModel
import OrderedCollections
import YAMLText

func decodeFields(_ node: YAMLNode) throws(YAMLError) -> OrderedDictionary<FieldKey, TemplateField> {
  let entries = try node.entries(of: "fields")
  let known = entries.map(\.key)
  var fields: OrderedDictionary<FieldKey, TemplateField> = [:]
  var names = UniqueNames()
  var places = UniqueNames()
  for entry in entries {
    let field = try decodeField(entry, known: known)
    try names.add([field.label] + field.aliases, of: field.label, at: entry.keyMark)
    try places.add([field.nativeKey.joined(separator: "/")], of: field.label, at: entry.keyMark)
    fields[field.key] = field
  }
  return fields
}

private func decodeField(_ entry: YAMLEntry, known: [String]) throws(YAMLError) -> TemplateField {
  var keys = try YAMLFields(entry.value, of: entry.key)
  let native = try keys.texts("native")
  let field = TemplateField(
    key: FieldKey(rawValue: entry.key), label: try keys.text("label"),
    printedLabel: try keys.optionalText("printed"), nativeKey: native.isEmpty ? nil : native,
    aliases: try keys.texts("aliases"), section: try keys.text("section"),
    type: try keys.optionalWord("type") ?? .text, isRequired: try keys.flag("required") ?? false,
    meaning: try keys.text("meaning"), example: try keys.optionalText("example"),
    demand: try keys.optionalText("demand"), choices: try keys.texts("choices"),
    defaultText: try keys.optionalText("default"), parts: try decodeParts(keys.take("parts"), known: known),
    isTakenOver: try keys.flag("taken-over") ?? false)
  try keys.finish()
  return field
}

private func decodeParts(_ node: YAMLNode?, known: [String]) throws(YAMLError) -> [FieldKey] {
  guard let node else { return [] }
  var parts: [FieldKey] = []
  for item in try node.items(of: "parts") {
    let key = try item.text(of: "parts")
    guard known.contains(key) else {
      throw YAMLError(.unknownValue(key, key: "parts", allowed: known), at: item.mark)
    }
    parts.append(FieldKey(rawValue: key))
  }
  return parts
}
