import FormModel
import FormTemplates
import YAMLText

/// Decodes files of spellings into words; any file may hold any of the keys.
struct SpellingsDecoder {
  private(set) var words = FormWordsBuilder()

  /// - Throws: with the place: unknown keys, columns, lines and parts, wrong types.
  mutating func decode(_ text: String, named name: String) throws(YAMLError) {
    guard let root = try parseYAML(text), !root.isNull else { return }
    var keys = try YAMLFields(root, of: name)
    try fields(keys.take("fields"))
    try budget(&keys)
    try each(keys.take("columns"), TableColumn.self) { $0.column = $0.column ?? $1 }
    try levels(&keys)
    try marks(&keys)
    try keys.finish()
  }

  private mutating func fields(_ node: YAMLNode?) throws(YAMLError) {
    for entry in try node?.entries(of: "fields") ?? [] {
      let index = words.field(try meaning(entry))
      try add(entry) { $0.field = $0.field ?? index }
    }
  }

  private func meaning(_ entry: YAMLEntry) throws(YAMLError) -> FieldMeaning {
    let parts = entry.key.split(separator: ".")
    guard parts.first == "budget" else { return .field(FieldKey(rawValue: entry.key)) }
    guard parts.count == 3, let column = BudgetLine.Column(rawValue: String(parts[2])) else {
      let allowed = BudgetLine.Column.allCases.map { "budget.total.\($0.rawValue)" }
      throw YAMLError(.unknownKey(entry.key, allowed: allowed), at: entry.keyMark)
    }
    return .budget(line: String(parts[1]), column)
  }

  private mutating func budget(_ keys: inout YAMLFields) throws(YAMLError) {
    try each(keys.take("funding-totals"), FundingTotal.self) { $0.fundingTotal = $0.fundingTotal ?? $1 }
    try each(keys.take("funding-parts"), FundingPart.self) { $0.fundingPart = $0.fundingPart ?? $1 }
    try each(keys.take("budget-columns"), BudgetLine.Column.self) { $0.budgetColumn = $0.budgetColumn ?? $1 }
    for entry in try keys.take("budget-lines")?.entries(of: "budget-lines") ?? [] {
      let index = words.line(entry.key)
      try add(entry) { $0.budgetLine = $0.budgetLine ?? index }
    }
  }

  private mutating func levels(_ keys: inout YAMLFields) throws(YAMLError) {
    for entry in try keys.take("first-levels")?.entries(of: "first-levels") ?? [] {
      addLevel(entry.key, try entry.value.texts(of: entry.key), under: [])
    }
    for entry in try keys.take("second-levels")?.entries(of: "second-levels") ?? [] {
      var fields = try YAMLFields(entry.value, of: entry.key)
      addLevel(entry.key, try fields.texts("spellings"), under: try fields.texts("under"))
      try fields.finish()
    }
  }

  private mutating func marks(_ keys: inout YAMLFields) throws(YAMLError) {
    for entry in try keys.take("titles")?.entries(of: "titles") ?? [] {
      let kind: FormKind = try known(entry)
      for end in try entry.value.texts(of: entry.key) { words.addTitle(end, kind) }
    }
    try each(keys.take("sections"), FormSection.self) { $0.section = $0.section ?? $1 }
    for label in try keys.texts("totals") { words.add(label) { $0.isTotal = true } }
    for label in try keys.texts("subtotals") { words.addSubtotal(label) }
    for label in try keys.texts("notes") { words.add(label) { $0.isNote = true } }
    for label in try keys.texts("points") { words.add(label) { $0.isPoints = true } }
    for label in try keys.texts("qualities") { words.add(label) { $0.isQuality = true } }
    for text in try keys.texts("formalities") { words.addFormality(text) }
    for mark in try keys.texts("pages") { words.addPageMark(mark) }
    for mark in try keys.texts("including") {
      words.add(mark) { $0.isIncluding = true }
      words.addIncluding(mark)
    }
  }

  // MARK: Lists of labels

  private mutating func each<Case>(
    _ node: YAMLNode?, _: Case.Type, _ change: (inout Word, Case) -> Void
  ) throws(YAMLError) where Case: RawRepresentable<String> & CaseIterable {
    for entry in try node?.entries(of: "") ?? [] {
      let item: Case = try known(entry)
      try add(entry) { change(&$0, item) }
    }
  }

  private func known<Case>(_ entry: YAMLEntry) throws(YAMLError) -> Case
  where Case: RawRepresentable<String> & CaseIterable {
    guard let item = Case(rawValue: entry.key) else {
      throw YAMLError(.unknownKey(entry.key, allowed: Case.allCases.map(\.rawValue)), at: entry.keyMark)
    }
    return item
  }

  private mutating func add(_ entry: YAMLEntry, _ change: (inout Word) -> Void) throws(YAMLError) {
    for label in try entry.value.texts(of: entry.key) { words.add(label, change) }
  }
}

// MARK: Templates

extension SpellingsDecoder {
  /// Adds the labels of a template; a label that is known already keeps its meaning.
  mutating func add(_ template: Template) {
    words.addTitle(template.title, template.kind)
    for field in template.fields.values where field.key.group != "funding" {
      let index = words.field(.field(field.key))
      for label in [field.label, field.printedLabel] + field.aliases {
        words.add(label) { $0.field = $0.field ?? ($0.section == nil ? index : nil) }
      }
    }
    for column in template.columns {
      guard let head = TableColumn(rawValue: column.column.rawValue) else { continue }
      for label in [column.label] + column.aliases { words.add(label) { $0.column = $0.column ?? head } }
    }
    for first in template.levels {
      addLevel(first.name, first.aliases, under: [])
      for second in first.levels { addLevel(second.name, second.aliases, under: [first.name]) }
    }
  }

  private mutating func addLevel(_ name: String, _ spellings: [String], under parents: [String]) {
    let index = words.level(name, under: parents)
    for label in [name] + spellings {
      words.add(label) { word in
        if parents.isEmpty { word.level1 = word.level1 ?? index } else { word.level2 = word.level2 ?? index }
      }
    }
  }
}
