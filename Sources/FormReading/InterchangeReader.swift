import FormModel
import FormTemplates
import YAMLText

/// Reads objects of the interchange format, one after the other.
///
/// Known keys are the standard fields and those of the template that the object names. Numbers are taken as
/// the characters they are written with.
struct InterchangeReader {
  private let layouts: NativeLayouts
  private var form = Form()
  private var locations = FormLocations()
  /// The keys of each template seen so far: decoding a template costs more than reading a form.
  private var templateKeys: [String: Keys] = [:]

  init(layouts: NativeLayouts) { self.layouts = layouts }

  mutating func read(_ node: YAMLNode) throws(YAMLError) -> LocatedForm {
    form = Form()
    locations = [.form: place(node)]
    let entries = try node.entries(of: Messages.form)
    let keys = keys(of: template(in: entries))
    guard entries.contains(where: { $0.key == "kind" }) else {
      throw YAMLError(.missingKey("kind"), at: node.mark)
    }
    for entry in entries { try member(entry, keys) }
    return LocatedForm(form: form, locations: locations)
  }

  private mutating func member(_ entry: YAMLEntry, _ keys: Keys) throws(YAMLError) {
    guard keys.members.contains(entry.key) else {
      throw YAMLError(.unknownKey(entry.key, allowed: keys.members), at: entry.keyMark)
    }
    if entry.value.isNull { return }
    switch entry.key {
    case "kind": form.kind = try kind(entry)
    case "template": form.template = try text(entry)
    case "family": form.family = try text(entry)
    case "budget": try budget(entry)
    case "indicators": try indicators(entry)
    case "emptyLevels": form.emptyLevels = try texts(entry)
    case "suppressions": try suppressions(entry)
    case "locations": _ = try entry.value.entries(of: entry.key)
    case "remarks": _ = try entry.value.items(of: entry.key)
    default: try field(entry, keys.groups[entry.key])
    }
  }

  private mutating func field(_ entry: YAMLEntry, _ group: [String]?) throws(YAMLError) {
    guard let group else { return try set(FieldKey(rawValue: entry.key), entry) }
    for child in try entry.value.entries(of: entry.key) {
      guard group.contains(child.key) else {
        throw YAMLError(.unknownKey(child.key, allowed: group), at: child.keyMark)
      }
      try set(FieldKey(rawValue: "\(entry.key).\(child.key)"), child)
    }
  }

  private mutating func set(_ key: FieldKey, _ entry: YAMLEntry) throws(YAMLError) {
    guard let text = try text(entry) else { return }
    form[key] = text
    locations[.field(key)] = place(entry.value)
  }

  private func kind(_ entry: YAMLEntry) throws(YAMLError) -> FormKind {
    let word = try text(entry) ?? ""
    if let kind = FormKind(rawValue: word) { return kind }
    let allowed = FormKind.allCases.map(\.rawValue)
    throw YAMLError(.unknownValue(word, key: entry.key, allowed: allowed), at: entry.value.mark)
  }

  private mutating func suppressions(_ entry: YAMLEntry) throws(YAMLError) {
    for item in try entry.value.items(of: entry.key) {
      var fields = try YAMLFields(item, of: entry.key)
      form.suppressions.append(
        Suppression(
          rule: try fields.text("rule"), path: try fields.optionalText("path"),
          reason: try fields.text("reason"), person: try fields.optionalText("person"),
          until: try fields.optionalText("until")))
      try fields.finish()
    }
  }
}

// MARK: Tables

extension InterchangeReader {
  private mutating func indicators(_ entry: YAMLEntry) throws(YAMLError) {
    for item in try entry.value.items(of: entry.key) {
      let index = form.indicators.count
      locations[.indicator(index, nil)] = place(item)
      var row = Indicator(level1: "", level3: "")
      let cells = try item.entries(of: entry.key)
      for key in ["level1", "level3"] where !cells.contains(where: { $0.key == key }) {
        throw YAMLError(.missingKey(key), at: item.mark)
      }
      for cell in cells {
        if Self.derivedCells.contains(cell.key) { continue }
        guard let column = IndicatorColumn(rawValue: cell.key) else {
          let allowed = IndicatorColumn.allCases.map(\.rawValue)
          throw YAMLError(.unknownKey(cell.key, allowed: allowed), at: cell.keyMark)
        }
        guard let text = try text(cell) else { continue }
        row[column] = text
        locations[.indicator(index, column)] = place(cell.value)
      }
      form.indicators.append(row)
    }
  }

  private mutating func budget(_ entry: YAMLEntry) throws(YAMLError) {
    for item in try entry.value.items(of: entry.key) {
      let index = form.budget.count
      locations[.budget(index, nil)] = place(item)
      var line: BudgetLine?
      let cells = try item.entries(of: entry.key)
      for cell in cells where cell.key == "line" { line = BudgetLine(line: try text(cell) ?? "") }
      guard var line else { throw YAMLError(.missingKey("line"), at: item.mark) }
      for cell in cells where cell.key != "line" {
        guard let column = BudgetLine.Column(rawValue: cell.key) else {
          let allowed = ["line"] + BudgetLine.Column.allCases.map(\.rawValue)
          throw YAMLError(.unknownKey(cell.key, allowed: allowed), at: cell.keyMark)
        }
        guard let text = try text(cell) else { continue }
        line[column] = text
        locations[.budget(index, column)] = place(cell.value)
      }
      form.budget.append(line)
    }
  }

  /// Meanings that the writer adds and the reader works out again.
  private static let derivedCells: Set<String> = ["targetValue", "actualValue"]
}

// MARK: Keys and values

extension InterchangeReader {
  private struct Keys {
    /// Keys of the object itself, in the order in which errors list them.
    var members: [String]
    /// Keys below a key that holds an object.
    var groups: [String: [String]]
  }

  private static let standardKeys = keys(adding: [])

  private mutating func keys(of template: String?) -> Keys {
    guard let template else { return Self.standardKeys }
    if let known = templateKeys[template] { return known }
    let own = (try? layouts.layout(of: template))?.fieldKeys.subtracting(FieldKey.standard) ?? []
    let keys = own.isEmpty ? Self.standardKeys : Self.keys(adding: own.sorted())
    templateKeys[template] = keys
    return keys
  }

  private static func keys(adding own: [FieldKey]) -> Keys {
    var keys = Keys(
      members: [
        "kind", "template", "family", "budget", "indicators", "emptyLevels", "suppressions", "locations",
        "remarks",
      ],
      groups: [:])
    for key in FieldKey.standard + own {
      let member = String(key.group ?? key.name)
      if key.group != nil { keys.groups[member, default: []].append(String(key.name)) }
      if !keys.members.contains(member) { keys.members.append(member) }
    }
    return keys
  }

  private func template(in entries: [YAMLEntry]) -> String? {
    entries.first { $0.key == "template" }.flatMap { try? text($0) }
  }

  /// A text, or a number as it is written; `nil` for `null` and for a blank text.
  private func text(_ entry: YAMLEntry) throws(YAMLError) -> String? {
    if entry.value.isNull { return nil }
    guard case .scalar(let text, let quoted) = entry.value.content,
      quoted || (text != "true" && text != "false")
    else { throw YAMLError(.wrongType(key: entry.key, expected: .text), at: entry.value.mark) }
    return text.isEmpty ? nil : text
  }

  private func texts(_ entry: YAMLEntry) throws(YAMLError) -> [String] {
    var texts: [String] = []
    for item in try entry.value.items(of: entry.key) { texts.append(try item.text(of: entry.key)) }
    return texts
  }

  private func place(_ node: YAMLNode) -> SourceLocation {
    .text(line: node.mark.line, column: node.mark.column)
  }
}
