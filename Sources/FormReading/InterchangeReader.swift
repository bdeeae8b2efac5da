import ChineseText
import FormModel
import FormTemplates
import YAMLText

/// Reads objects of the interchange format, one after the other, straight from their bytes.
///
/// Known keys are the standard fields and those of the template that the object names. Numbers are taken as
/// the characters they are written with.
struct InterchangeReader {
  private var scanner = JSONScanner(UTF8Bytes(""))
  private var library: InterchangeKeys
  private var keys = InterchangeKeys.standard
  private let rowKeys = InterchangeKeys.row
  private let rowColumns = InterchangeKeys.rowColumns
  private var form = Form()
  private var locations = FormLocations()
  /// Forms of one file have about as many rows.
  private var expectedRows = 0

  init(layouts: NativeLayouts) { library = InterchangeKeys(layouts: layouts) }

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
    form.indicators.reserveCapacity(expectedRows)
    locations = FormLocations(rows: expectedRows)
    keys = InterchangeKeys.standard
    try openObject(Messages.form)
    let start = scanner.mark
    note(.form, start)
    scanner.enter()
    var seen = SeenKeys()
    while let key = try scanner.key() {
      let index = try known(key, after: seen.latest)
      try add(index, key, of: keys.names, to: &seen)
      try member(index)
    }
    guard seen.has(InterchangeKeys.kind) else { throw YAMLError(.missingKey("kind"), at: start) }
    expectedRows = form.indicators.count
    return LocatedForm(form: form, locations: locations)
  }

  /// A key of the form itself. One that the standard does not know may be the template's, which may be named
  /// further down.
  private mutating func known(_ key: JSONKey, after latest: Int) throws(YAMLError) -> Int {
    if let index = keys.names.index(of: key, in: scanner, after: latest) { return index }
    if form.template == nil, let template = try templateAhead() {
      keys = library.keys(of: template)
      if let index = keys.names.index(of: key, in: scanner) { return index }
    }
    throw YAMLError(.unknownKey(scanner.string(key), allowed: keys.names.names), at: key.mark)
  }

  private func templateAhead() throws(YAMLError) -> String? {
    var ahead = self
    try ahead.scanner.skip()
    while let key = try ahead.scanner.key() {
      if ahead.keys.names.index(of: key, in: ahead.scanner) == InterchangeKeys.template {
        return try ahead.text("template")?.text
      }
      try ahead.scanner.skip()
    }
    return nil
  }

  private mutating func member(_ index: Int) throws(YAMLError) {
    if try scanner.kind() == .word, scanner.takeNull() { return }
    switch keys.members[index] {
    case .part(let part): try self.part(part)
    case .field(let key): try field(key, keys.names, index)
    case .group(let names, let fields): try group(keys.names.names[index], names, fields)
    }
  }

  private mutating func part(_ part: InterchangeKeys.Part) throws(YAMLError) {
    switch part {
    case .kind: form.kind = try formKind()
    case .template: try template()
    case .family: form.family = try text(part.rawValue)?.text
    case .budget: try budget()
    case .indicators: try indicators()
    case .emptyLevels: form.emptyLevels = try emptyLevels()
    case .suppressions: try suppressions()
    case .locations:
      try openObject(part.rawValue)
      try scanner.skip()
    case .remarks:
      try openList(part.rawValue)
      try scanner.skip()
    }
  }

  private mutating func group(_ name: String, _ names: KnownKeys, _ fields: [FieldKey]) throws(YAMLError) {
    try openObject(name)
    scanner.enter()
    var seen = SeenKeys()
    while let key = try scanner.key() {
      guard let index = names.index(of: key, in: scanner, after: seen.latest) else {
        throw YAMLError(.unknownKey(scanner.string(key), allowed: names.names), at: key.mark)
      }
      try add(index, key, of: names, to: &seen)
      try field(fields[index], names, index)
    }
  }

  private mutating func field(_ key: FieldKey, _ names: KnownKeys, _ index: Int) throws(YAMLError) {
    guard let value = try text(names.names[index]) else { return }
    form[key] = value.text
    note(.field(key), value.place)
  }

  private mutating func template() throws(YAMLError) {
    form.template = try text("template")?.text
    if let template = form.template { keys = library.keys(of: template) }
  }

  private mutating func formKind() throws(YAMLError) -> FormKind {
    let start = scanner.mark
    let word = try text("kind")?.text ?? ""
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
      let start = scanner.mark
      note(.indicator(form.indicators.count, nil), start)
      scanner.enter()
      form.indicators.append(try indicator(form.indicators.count, start))
    }
  }

  private mutating func indicator(_ number: Int, _ start: YAMLMark) throws(YAMLError) -> Indicator {
    let keys = rowKeys
    var row = Indicator(level1: "", level3: "")
    var seen = SeenKeys()
    while let key = try scanner.key() {
      guard let index = keys.index(of: key, in: scanner, after: seen.latest) else {
        let allowed = Array(keys.names.prefix(IndicatorColumn.allCases.count))
        throw YAMLError(.unknownKey(scanner.string(key), allowed: allowed), at: key.mark)
      }
      try add(index, key, of: keys, to: &seen)
      guard let column = rowColumns[index] else {
        try scanner.skip()
        continue
      }
      let known = level(column, above: number)
      guard let cell = try text(keys.names[index], like: known) else { continue }
      row[column] = cell.text
      locations.add(row: number, column, line: cell.place.line, column: cell.place.column)
    }
    for (index, name) in InterchangeKeys.neededInRow where !seen.has(index) {
      throw YAMLError(.missingKey(name), at: start)
    }
    return row
  }

  /// The level of the row above, which is mostly this row's too.
  private func level(_ column: IndicatorColumn, above row: Int) -> String? {
    switch column {
    case .level1 where row > 0: form.indicators[row - 1].level1
    case .level2 where row > 0: form.indicators[row - 1].level2
    default: nil
    }
  }

  private mutating func budget() throws(YAMLError) {
    try openList("budget")
    scanner.enter()
    while try scanner.hasItem() {
      try openObject("budget")
      let start = scanner.mark
      note(.budget(form.budget.count, nil), start)
      scanner.enter()
      form.budget.append(try budgetLine(form.budget.count, start))
    }
  }

  private mutating func budgetLine(_ number: Int, _ start: YAMLMark) throws(YAMLError) -> BudgetLine {
    let keys = InterchangeKeys.budget
    var line = BudgetLine(line: "")
    var seen = SeenKeys()
    while let key = try scanner.key() {
      guard let index = keys.index(of: key, in: scanner, after: seen.latest) else {
        throw YAMLError(.unknownKey(scanner.string(key), allowed: keys.names), at: key.mark)
      }
      try add(index, key, of: keys, to: &seen)
      let cell = try text(keys.names[index])
      guard let column = InterchangeKeys.budgetColumns[index] else {
        line.line = cell?.text ?? ""
        continue
      }
      guard let cell else { continue }
      line[column] = cell.text
      note(.budget(number, column), cell.place)
    }
    guard seen.has(0) else { throw YAMLError(.missingKey("line"), at: start) }
    return line
  }
}

// MARK: Values

extension InterchangeReader {
  /// A text, or a number as it is written, and where it stands; `nil` for `null` and for a blank text.
  ///
  /// - Parameters:
  ///   - name: what it is, for the error.
  ///   - known: a text that may well stand here again.
  private mutating func text(
    _ name: @autoclosure () -> String, like known: String? = nil
  ) throws(YAMLError) -> (text: String, place: YAMLMark)? {
    let kind = try scanner.kind()
    let start = scanner.mark
    switch kind {
    case .text:
      let text = try scanner.text(like: known)
      return text.isEmpty ? nil : (text, start)
    case .word:
      if scanner.takeNull() { return nil }
      let word = try scanner.word()
      if word != "true", word != "false" { return (word, start) }
    case .object, .list: break
    }
    throw YAMLError(.wrongType(key: name(), expected: .text), at: start)
  }

  private mutating func openObject(_ name: @autoclosure () -> String) throws(YAMLError) {
    guard try scanner.kind() == .object else {
      throw YAMLError(.wrongType(key: name(), expected: .mapping), at: scanner.mark)
    }
  }

  private mutating func openList(_ name: @autoclosure () -> String) throws(YAMLError) {
    guard try scanner.kind() == .list else {
      throw YAMLError(.wrongType(key: name(), expected: .list), at: scanner.mark)
    }
  }

  private func add(
    _ index: Int, _ key: JSONKey, of keys: KnownKeys, to seen: inout SeenKeys
  ) throws(YAMLError) {
    if let first = seen.add(index, line: key.mark.line) {
      throw YAMLError(.duplicateKey(keys.names[index], firstLine: first), at: key.mark)
    }
  }

  private mutating func note(_ path: FormPath, _ place: YAMLMark) {
    locations.add(path, line: place.line, column: place.column)
  }
}
