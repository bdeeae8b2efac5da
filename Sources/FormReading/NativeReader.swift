import FormModel
import FormTemplates
import YAMLText

/// Reads a native form file with the keys of one template, straight from its scanner.
///
/// Levels, and rows whose levels no template knows, are read as they stand: rules complain, not the reader.
struct NativeReader {
  private let scanner: YAMLScanner
  /// The templates that a file may name first; `nil` where the layout is settled.
  private let layouts: NativeLayouts?
  private var shape: NativeShape
  private(set) var form: Form
  private(set) var locations = FormLocations(rows: Self.usualRows)
  /// Where comments can belong; `nil` where nobody asks.
  private(set) var anchors: NativeAnchors?
  /// Whether the file names a template when other keys have been read.
  private(set) var namesTemplateLate = false
  /// The line on which each field was first written, under whichever spelling.
  private var lines = SeenKeys()
  private var ownLines: [FieldKey: Int] = [:]

  /// Reads a file whose layout is known.
  init(_ text: String, layout: NativeLayout, anchors: NativeAnchors? = nil) {
    self.init(text, NativeShape(layout), nil, anchors)
  }

  /// Reads a file that may name its template first, and has the standard layout otherwise.
  init(_ text: String, layouts: NativeLayouts, anchors: NativeAnchors? = nil) {
    self.init(text, .standard, layouts, anchors)
  }

  private init(_ text: String, _ shape: NativeShape, _ layouts: NativeLayouts?, _ anchors: NativeAnchors?) {
    scanner = YAMLScanner(text)
    self.shape = shape
    self.layouts = layouts
    self.anchors = anchors
    form = Form(kind: shape.layout.kind, template: shape.layout.template)
    form.indicators.reserveCapacity(Self.usualRows)
  }

  /// Most forms have fewer; room for them is made at once.
  private static let usualRows = 16

  /// - Parameter name: what the document is, for the error when it is none.
  /// - Returns: whether anything is written.
  mutating func read(as name: String) throws(YAMLError) -> Bool {
    guard try scanner.open(), try !scanner.takeNull() else { return false }
    note(.form, scanner.mark)
    try scanner.enterMapping(of: name)
    var seen = SeenKeys()
    while try scanner.hasKey() {
      guard let index = scanner.index(in: shape.keys.names, after: seen.latest) else { throw unknownKey() }
      let isFirst = seen.latest < 0
      try add(index, to: &seen)
      switch shape.keys.members[index] {
      case .section(let section):
        try self.section(section, isFirst: isFirst)
        if isFirst, section == .template { seen = keysBehindTemplate() }
      case .field(let key): try field(key, named: shape.keys.names.names[index])
      case .group(let label, let keys): try group(keys, label, path: [])
      }
    }
    try scanner.close()
    return true
  }

  /// The keys so far when the template has been named first: its layout numbers them anew.
  private func keysBehindTemplate() -> SeenKeys {
    var seen = SeenKeys()
    let template = shape.keys.names.names.firstIndex(of: NativeLabels.template)
    if let template { _ = seen.add(template, line: 1) }
    return seen
  }

  private func unknownKey() -> YAMLError {
    let allowed = [NativeLabels.template] + shape.keys.labels + NativeLabels.sections.dropFirst()
    return YAMLError.unknownKey(scanner.key, at: scanner.mark, allowed: allowed)
  }

  private mutating func section(_ section: NativeKeys.Section, isFirst: Bool) throws(YAMLError) {
    let name = section.label
    anchors?.add(.key([name]), at: scanner.mark)
    try scanner.takeKey()
    if try scanner.takeNull() { return }
    switch section {
    case .template: try template(isFirst: isFirst)
    case .kind: form.kind = try kind()
    case .family: form.family = try scanner.text(of: name)
    case .budget: try budget(name)
    case .indicators: try indicators(name)
    case .emptyLevels: form.emptyLevels = try scanner.node().texts(of: name)
    case .suppressions: try suppressions(name)
    case .others: try others(name)
    }
  }

  private mutating func template(isFirst: Bool) throws(YAMLError) {
    let place = scanner.mark
    let id = try scanner.text(of: NativeLabels.template)
    form.template = id
    guard let layouts else { return }
    namesTemplateLate = !isFirst
    if isFirst {
      shape = NativeShape(try layout(id, at: place, in: layouts))
      form.kind = shape.layout.kind
    }
  }

  private func kind() throws(YAMLError) -> FormKind {
    let place = scanner.mark
    let word = try scanner.text(of: NativeLabels.kind)
    if let kind = FormKind.allCases.first(where: { NativeLabels.word($0) == word }) { return kind }
    let allowed = FormKind.allCases.map(NativeLabels.word)
    throw YAMLError(.unknownValue(word, key: NativeLabels.kind, allowed: allowed), at: place)
  }

  private mutating func group(_ keys: NativeKeys, _ label: String, path: [String]) throws(YAMLError) {
    let path = path + [label]
    anchors?.add(.key(path), at: scanner.mark)
    try scanner.takeKey()
    if try scanner.takeNull() { return }
    try scanner.enterMapping(of: label)
    var seen = SeenKeys()
    while try scanner.hasKey() {
      guard let index = scanner.index(in: keys.names, after: seen.latest) else {
        throw YAMLError.unknownKey(scanner.key, at: scanner.mark, allowed: keys.labels)
      }
      try add(index, to: &seen)
      switch keys.members[index] {
      case .field(let key): try field(key, named: keys.names.names[index])
      case .group(let label, let below): try group(below, label, path: path)
      case .section: break
      }
    }
  }

  private mutating func field(_ key: FieldKey, named name: String) throws(YAMLError) {
    anchors?.add(.field(key), at: scanner.mark)
    let line = scanner.mark.line
    let first =
      key.ordinal.map { lines.add(Int($0), line: line) } ?? ownLines.updateValue(line, forKey: key)
    if let first { throw YAMLError(.duplicateKey(name, firstLine: first), at: scanner.mark) }
    try scanner.takeKey()
    if try scanner.takeNull() { return }
    note(.field(key), scanner.mark)
    form[key] = try scanner.text(of: name)
  }

  private mutating func others(_ name: String) throws(YAMLError) {
    try scanner.enterMapping(of: name)
    while try scanner.hasKey() {
      let name = scanner.key
      try field(FieldKey(rawValue: name), named: name)
    }
  }

  private mutating func suppressions(_ name: String) throws(YAMLError) {
    for item in try scanner.node().items(of: name) {
      let index = form.suppressions.count
      anchors?.addRow(.suppression(index, nil), at: item.mark)
      locations.suppressions.append(.text(line: item.mark.line, column: item.mark.column))
      for cell in try item.entries(of: name) {
        anchors?.add(.suppression(index, cell.key), at: cell.keyMark)
      }
      var fields = try YAMLFields(item, of: name)
      form.suppressions.append(
        Suppression(
          rule: try fields.text(NativeLabels.Suppression.rule),
          path: try fields.optionalText(NativeLabels.Suppression.path),
          reason: try fields.optionalText(NativeLabels.Suppression.reason) ?? "",
          person: try fields.optionalText(NativeLabels.Suppression.person),
          until: try fields.optionalText(NativeLabels.Suppression.until)))
      try fields.finish()
    }
  }

  private mutating func note(_ path: FormPath, _ place: YAMLMark) {
    locations.add(path, line: place.line, column: place.column)
  }

  /// Notes a known key that is next; one that is doubled is refused.
  private func add(_ index: Int, to seen: inout SeenKeys) throws(YAMLError) {
    if let first = seen.add(index, line: scanner.mark.line) {
      throw YAMLError(.duplicateKey(scanner.key, firstLine: first), at: scanner.mark)
    }
  }
}

// MARK: 绩效指标

extension NativeReader {
  private mutating func indicators(_ name: String) throws(YAMLError) {
    if try scanner.kind() == .list {
      try scanner.enter()
      while try scanner.hasItem() { try indicator(under: name, level1: "", level2: nil) }
      return
    }
    try scanner.enterMapping(of: name)
    var seen = SeenTexts()
    while try scanner.hasKey() {
      let level1 = try level(&seen)
      if try scanner.kind() == .mapping {
        try levels(below: level1)
      } else {
        try rows(of: level1, level1: level1, level2: nil)
      }
    }
  }

  private mutating func levels(below level1: String) throws(YAMLError) {
    try scanner.enter()
    var seen = SeenTexts()
    while try scanner.hasKey() {
      let level2 = try level(&seen, below: level1)
      try rows(of: level2, level1: level1, level2: level2)
    }
  }

  /// Takes the key that names a level.
  private mutating func level(
    _ seen: inout SeenTexts, below level1: String? = nil
  ) throws(YAMLError) -> String {
    let (name, place) = (scanner.key, scanner.mark)
    if let line = seen.add(name, line: place.line) {
      throw YAMLError(.duplicateKey(name, firstLine: line), at: place)
    }
    let (first, second): (String, String?) = level1.map { ($0, name) } ?? (name, nil)
    anchors?.add(.level(first, second), at: place)
    note(.level(first, second), place)
    try scanner.takeKey()
    return name
  }

  private mutating func rows(of name: String, level1: String, level2: String?) throws(YAMLError) {
    if try scanner.takeNull() { return }
    if try scanner.kind() != .list {
      let node = try scanner.node()
      if case .mapping(let entries) = node.content, entries.isEmpty { return }
      _ = try node.items(of: name)
    }
    try scanner.enterList(of: name)
    while try scanner.hasItem() { try indicator(under: name, level1: level1, level2: level2) }
  }

  /// A row below levels; it may name those that are not given.
  private mutating func indicator(under name: String, level1: String, level2: String?) throws(YAMLError) {
    let index = form.indicators.count
    let columns = shape.columns
    anchors?.addRow(.row(index, nil), at: scanner.mark)
    note(.indicator(index, nil), scanner.mark)
    try scanner.enterMapping(of: name)
    form.indicators.append(Indicator(level1: level1, level2: level2, level3: ""))
    var seen = SeenKeys()
    var latest = -1
    while try scanner.hasKey() {
      guard let found = scanner.index(in: columns.names, after: latest),
        Self.isFree(columns.columns[found], level1, level2)
      else {
        let allowed = shape.layout.columns.filter { Self.isFree($0.column, level1, level2) }.map(\.label)
        throw YAMLError.unknownKey(scanner.key, at: scanner.mark, allowed: allowed)
      }
      let column = columns.columns[found]
      latest = found
      try add(column.ordinal, to: &seen)
      anchors?.add(.row(index, column), at: scanner.mark)
      try scanner.takeKey()
      if try scanner.takeNull() { continue }
      let place = scanner.mark
      locations.add(row: index, column, line: place.line, column: place.column)
      form.indicators[index][column] = try scanner.text(of: columns.names.names[found])
    }
  }

  /// A row below a level may not name another one.
  private static func isFree(_ column: IndicatorColumn, _ level1: String, _ level2: String?) -> Bool {
    switch column {
    case .level1: level1.isEmpty
    case .level2: level2 == nil
    default: true
    }
  }
}

// MARK: 预算执行情况

extension NativeReader {
  private mutating func budget(_ name: String) throws(YAMLError) {
    if try scanner.kind() == .list {
      for item in try scanner.node().items(of: name) { try budgetItem(item, of: name) }
      return
    }
    try scanner.enterMapping(of: name)
    var seen = SeenKeys()
    while try scanner.hasKey() {
      guard let index = scanner.index(in: NativeKeys.budgetLines, after: seen.latest) else {
        throw YAMLError.unknownKey(scanner.key, at: scanner.mark, allowed: NativeKeys.budgetLines.names)
      }
      try add(index, to: &seen)
      anchors?.add(.budget(form.budget.count, nil), at: scanner.mark)
      note(.budget(form.budget.count, nil), scanner.mark)
      try scanner.takeKey()
      form.budget.append(BudgetLine(line: NativeLabels.budgetLines[index].line))
      if try !scanner.takeNull() { try budgetCells(of: NativeLabels.budgetLines[index].label) }
    }
  }

  private mutating func budgetCells(of name: String) throws(YAMLError) {
    let line = form.budget.count - 1
    let labels = NativeKeys.budgetCells
    try scanner.enterMapping(of: name)
    var seen = SeenKeys()
    while try scanner.hasKey() {
      guard let found = scanner.index(in: labels, after: seen.latest) else {
        throw YAMLError.unknownKey(scanner.key, at: scanner.mark, allowed: labels.names)
      }
      let column = BudgetLine.Column.allCases[found]
      try add(found, to: &seen)
      anchors?.add(.budget(line, column), at: scanner.mark)
      try scanner.takeKey()
      if try scanner.takeNull() { continue }
      note(.budget(line, column), scanner.mark)
      form.budget[line][column] = try scanner.text(of: labels.names[found])
    }
  }

  /// A line of a list, which may name itself behind its cells.
  private mutating func budgetItem(_ item: YAMLNode, of name: String) throws(YAMLError) {
    var cells = try item.entries(of: name)
    guard let index = cells.firstIndex(where: { $0.key == NativeLabels.budgetLine }) else {
      throw YAMLError(.missingKey(NativeLabels.budgetLine), at: item.mark)
    }
    let label = try cells.remove(at: index).value.text(of: NativeLabels.budgetLine)
    let row = form.budget.count
    var line = BudgetLine(line: NativeLabels.budgetLines.first { $0.label == label }?.line ?? label)
    anchors?.addRow(.budget(row, nil), at: item.mark)
    note(.budget(row, nil), item.mark)
    for cell in cells {
      guard let column = BudgetLine.Column.allCases.first(where: { NativeLabels.label($0) == cell.key })
      else {
        throw YAMLError.unknownKey(cell, allowed: NativeKeys.budgetCells.names)
      }
      anchors?.add(.budget(row, column), at: cell.keyMark)
      if cell.value.isNull { continue }
      line[column] = try cell.value.text(of: cell.key)
      note(.budget(row, column), cell.value.mark)
    }
    form.budget.append(line)
  }
}
