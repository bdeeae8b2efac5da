import FormModel
import FormTemplates
import YAMLText

/// Reads objects of the interchange format, one after the other, straight from their bytes.
///
/// Known keys are the standard fields and those of the template that the object names. Numbers are taken as
/// the characters they are written with.
struct InterchangeReader {
  private var scanner: JSONScanner
  private var library: InterchangeKeys
  private var keys = InterchangeKeys.standard
  private var form = Form()
  private var locations = FormLocations()

  init(layouts: NativeLayouts) {
    scanner = JSONScanner([])
    library = InterchangeKeys(layouts: layouts)
  }

  /// All forms up to the end of what is scanned, in arrays or one after the other.
  ///
  /// - Parameter limit: with more forms than these the rest is not looked at.
  mutating func readAll(
    from scanner: JSONScanner, into forms: inout [LocatedForm], limit: Int = .max
  ) throws(YAMLError) {
    self.scanner = scanner
    while forms.count <= limit, !self.scanner.isAtEnd {
      if try self.scanner.kind() == .list {
        self.scanner.enter()
        while forms.count <= limit, try self.scanner.hasItem() { forms.append(try read()) }
      } else {
        forms.append(try read())
      }
    }
  }

  private mutating func read() throws(YAMLError) -> LocatedForm {
    form = Form()
    locations = FormLocations()
    keys = InterchangeKeys.standard
    try openObject(Messages.form)
    let start = scanner.mark
    locations[.form] = place
    scanner.enter()
    var seen = SeenKeys()
    while let key = try scanner.key() {
      let (index, name) = try known(key)
      try seen.add(index, name, key)
      try member(index, name)
    }
    guard seen.has(InterchangeKeys.kind) else { throw YAMLError(.missingKey("kind"), at: start) }
    return LocatedForm(form: form, locations: locations)
  }

  /// A key of the form itself. One that the standard does not know may be the template's, which may be named
  /// further down.
  private mutating func known(_ key: JSONKey) throws(YAMLError) -> (index: Int, name: String) {
    if let index = keys.members.index(of: key, in: scanner) { return (index, keys.members.names[index]) }
    if form.template == nil, let template = try templateAhead() {
      keys = library.keys(of: template)
      if let index = keys.members.index(of: key, in: scanner) { return (index, keys.members.names[index]) }
    }
    throw YAMLError(.unknownKey(scanner.string(key), allowed: keys.members.names), at: key.mark)
  }

  private func templateAhead() throws(YAMLError) -> String? {
    var ahead = self
    try ahead.scanner.skip()
    while let key = try ahead.scanner.key() {
      if ahead.keys.members.index(of: key, in: ahead.scanner) == InterchangeKeys.template {
        return try ahead.text("template")
      }
      try ahead.scanner.skip()
    }
    return nil
  }

  private mutating func member(_ index: Int, _ name: String) throws(YAMLError) {
    let kind = try scanner.kind()
    if kind == .word, scanner.takeNull() { return }
    switch name {
    case "kind": form.kind = try formKind()
    case "template": try template()
    case "family": form.family = try text(name)
    case "budget": try budget()
    case "indicators": try indicators()
    case "emptyLevels": form.emptyLevels = try emptyLevels()
    case "suppressions": try suppressions()
    case "locations":
      try openObject(name)
      try scanner.skip()
    case "remarks":
      try openList(name)
      try scanner.skip()
    default: try field(keys.fields[index], name)
    }
  }

  private mutating func field(_ field: InterchangeKeys.Field, _ name: String) throws(YAMLError) {
    switch field {
    case .single(let key): try set(key, name)
    case .group(let names, let fields):
      try openObject(name)
      scanner.enter()
      var seen = SeenKeys()
      while let key = try scanner.key() {
        guard let index = names.index(of: key, in: scanner) else {
          throw YAMLError(.unknownKey(scanner.string(key), allowed: names.names), at: key.mark)
        }
        try seen.add(index, names.names[index], key)
        try set(fields[index], names.names[index])
      }
    }
  }

  private mutating func set(_ key: FieldKey, _ name: String) throws(YAMLError) {
    _ = try scanner.kind()
    let place = place
    guard let text = try text(name) else { return }
    form[key] = text
    locations[.field(key)] = place
  }

  private mutating func template() throws(YAMLError) {
    form.template = try text("template")
    if let template = form.template { keys = library.keys(of: template) }
  }

  private mutating func formKind() throws(YAMLError) -> FormKind {
    let start = scanner.mark
    let word = try text("kind") ?? ""
    if let kind = FormKind(rawValue: word) { return kind }
    let allowed = FormKind.allCases.map(\.rawValue)
    throw YAMLError(.unknownValue(word, key: "kind", allowed: allowed), at: start)
  }

  private mutating func emptyLevels() throws(YAMLError) -> [String] {
    var texts: [String] = []
    for item in try scanner.node().items(of: "emptyLevels") { texts.append(try item.text(of: "emptyLevels")) }
    return texts
  }

  private mutating func suppressions() throws(YAMLError) {
    for item in try scanner.node().items(of: "suppressions") {
      var fields = try YAMLFields(item, of: "suppressions")
      form.suppressions.append(
        Suppression(
          rule: try fields.text("rule"), path: try fields.optionalText("path"),
          reason: try fields.optionalText("reason") ?? "", person: try fields.optionalText("person"),
          until: try fields.optionalText("until")))
      try fields.finish()
    }
  }
}

// MARK: Tables

extension InterchangeReader {
  private mutating func indicators() throws(YAMLError) {
    try openList("indicators")
    scanner.enter()
    while try scanner.hasItem() {
      try openObject("indicators")
      let (index, start) = (form.indicators.count, scanner.mark)
      locations[.indicator(index, nil)] = place
      scanner.enter()
      form.indicators.append(try indicator(index, start))
    }
  }

  private mutating func indicator(_ number: Int, _ start: YAMLMark) throws(YAMLError) -> Indicator {
    let names = InterchangeKeys.row
    var row = Indicator(level1: "", level3: "")
    var seen = SeenKeys()
    while let key = try scanner.key() {
      guard let index = names.index(of: key, in: scanner) else {
        let allowed = Array(names.names.prefix(IndicatorColumn.allCases.count))
        throw YAMLError(.unknownKey(scanner.string(key), allowed: allowed), at: key.mark)
      }
      try seen.add(index, names.names[index], key)
      guard let column = InterchangeKeys.rowColumns[index] else {
        try scanner.skip()
        continue
      }
      _ = try scanner.kind()
      let place = place
      guard let text = try text(names.names[index]) else { continue }
      row[column] = text
      locations[.indicator(number, column)] = place
    }
    for (index, name) in InterchangeKeys.neededInRow where !seen.has(index) {
      throw YAMLError(.missingKey(name), at: start)
    }
    return row
  }

  private mutating func budget() throws(YAMLError) {
    try openList("budget")
    scanner.enter()
    while try scanner.hasItem() {
      try openObject("budget")
      let (index, start) = (form.budget.count, scanner.mark)
      locations[.budget(index, nil)] = place
      scanner.enter()
      form.budget.append(try budgetLine(index, start))
    }
  }

  private mutating func budgetLine(_ number: Int, _ start: YAMLMark) throws(YAMLError) -> BudgetLine {
    let names = InterchangeKeys.budget
    var line = BudgetLine(line: "")
    var seen = SeenKeys()
    while let key = try scanner.key() {
      guard let index = names.index(of: key, in: scanner) else {
        throw YAMLError(.unknownKey(scanner.string(key), allowed: names.names), at: key.mark)
      }
      try seen.add(index, names.names[index], key)
      _ = try scanner.kind()
      let place = place
      let text = try text(names.names[index])
      guard let column = InterchangeKeys.budgetColumns[index] else {
        line.line = text ?? ""
        continue
      }
      guard let text else { continue }
      line[column] = text
      locations[.budget(number, column)] = place
    }
    guard seen.has(0) else { throw YAMLError(.missingKey("line"), at: start) }
    return line
  }
}

// MARK: Values

extension InterchangeReader {
  /// A text, or a number as it is written; `nil` for `null` and for a blank text.
  private mutating func text(_ name: String) throws(YAMLError) -> String? {
    let kind = try scanner.kind()
    let start = scanner.mark
    switch kind {
    case .text:
      let text = try scanner.text()
      return text.isEmpty ? nil : text
    case .word:
      if scanner.takeNull() { return nil }
      let word = try scanner.word()
      if word != "true", word != "false" { return word }
    case .object, .list: break
    }
    throw YAMLError(.wrongType(key: name, expected: .text), at: start)
  }

  private mutating func openObject(_ name: String) throws(YAMLError) {
    guard try scanner.kind() == .object else {
      throw YAMLError(.wrongType(key: name, expected: .mapping), at: scanner.mark)
    }
  }

  private mutating func openList(_ name: String) throws(YAMLError) {
    guard try scanner.kind() == .list else {
      throw YAMLError(.wrongType(key: name, expected: .list), at: scanner.mark)
    }
  }

  /// The place of the value that is next.
  private var place: SourceLocation { .text(line: scanner.mark.line, column: scanner.mark.column) }
}

/// The keys an object has had so far, each with its line.
private struct SeenKeys {
  private var lines: [Int32?] = []

  mutating func add(_ index: Int, _ name: String, _ key: JSONKey) throws(YAMLError) {
    if lines.count <= index { lines += Array(repeating: nil, count: index + 16 - lines.count) }
    if let first = lines[index] { throw YAMLError(.duplicateKey(name, firstLine: Int(first)), at: key.mark) }
    lines[index] = Int32(clamping: key.mark.line)
  }

  func has(_ index: Int) -> Bool { lines.indices.contains(index) && lines[index] != nil }
}
