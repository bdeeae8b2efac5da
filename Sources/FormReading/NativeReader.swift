import FormModel
import FormTemplates
import YAMLText

/// Reads the nodes of a native form file with the keys of one template.
///
/// Levels, and rows whose levels no template knows, are read as they stand: rules complain, not the reader.
struct NativeReader {
  let layout: NativeLayout
  private(set) var form: Form
  private(set) var locations = FormLocations()
  private(set) var anchors = NativeAnchors()
  /// The line on which each field was first written, under whichever spelling.
  private var firstLines: [FieldKey: Int] = [:]

  init(layout: NativeLayout) {
    self.layout = layout
    self.form = Form(kind: layout.kind, template: layout.template)
    firstLines.reserveCapacity(FieldKey.standard.count)
  }

  mutating func read(_ root: YAMLNode, as name: String) throws(YAMLError) {
    locations[.form] = place(root.mark)
    for entry in try root.entries(of: name) {
      if let node = layout.head.node(named: entry.key) ?? layout.tail.node(named: entry.key) {
        try field(entry, node, path: [])
      } else {
        try section(entry)
      }
    }
  }

  private mutating func section(_ entry: YAMLEntry) throws(YAMLError) {
    guard NativeLabels.sections.contains(entry.key) else {
      let fields = layout.head.map(\.label) + layout.tail.map(\.label)
      throw YAMLError.unknownKey(
        entry, allowed: [NativeLabels.template] + fields + NativeLabels.sections.dropFirst())
    }
    anchors.add(.key([entry.key]), at: entry.keyMark)
    if entry.value.isNull { return }
    switch entry.key {
    case NativeLabels.template: form.template = try entry.value.text(of: entry.key)
    case NativeLabels.kind: form.kind = try kind(entry)
    case NativeLabels.family: form.family = try entry.value.text(of: entry.key)
    case NativeLabels.budget: try budget(entry)
    case NativeLabels.indicators: try indicators(entry)
    case NativeLabels.emptyLevels: form.emptyLevels = try entry.value.texts(of: entry.key)
    case NativeLabels.suppressions: try suppressions(entry)
    default: try others(entry)
    }
  }

  private func kind(_ entry: YAMLEntry) throws(YAMLError) -> FormKind {
    let word = try entry.value.text(of: entry.key)
    if let kind = FormKind.allCases.first(where: { NativeLabels.word($0) == word }) { return kind }
    let allowed = FormKind.allCases.map(NativeLabels.word)
    throw YAMLError(.unknownValue(word, key: entry.key, allowed: allowed), at: entry.value.mark)
  }

  private mutating func field(
    _ entry: YAMLEntry, _ node: NativeLayout.Node, path: [String]
  ) throws(YAMLError) {
    if let key = node.key {
      anchors.add(.field(key), at: entry.keyMark)
      return try set(key, entry)
    }
    let path = path + [node.label]
    anchors.add(.key(path), at: entry.keyMark)
    if entry.value.isNull { return }
    for child in try entry.value.entries(of: entry.key) {
      guard let below = node.children.node(named: child.key) else {
        throw YAMLError.unknownKey(child, allowed: node.children.map(\.label))
      }
      try field(child, below, path: path)
    }
  }

  private mutating func set(_ key: FieldKey, _ entry: YAMLEntry) throws(YAMLError) {
    if let first = firstLines.updateValue(entry.keyMark.line, forKey: key) {
      throw YAMLError(.duplicateKey(entry.key, firstLine: first), at: entry.keyMark)
    }
    if entry.value.isNull { return }
    form[key] = try entry.value.text(of: entry.key)
    locations[.field(key)] = place(entry.value.mark)
  }

  private mutating func others(_ entry: YAMLEntry) throws(YAMLError) {
    for child in try entry.value.entries(of: entry.key) {
      let key = FieldKey(rawValue: child.key)
      anchors.add(.field(key), at: child.keyMark)
      try set(key, child)
    }
  }

  private mutating func suppressions(_ entry: YAMLEntry) throws(YAMLError) {
    for item in try entry.value.items(of: entry.key) {
      let index = form.suppressions.count
      anchors.addRow(.suppression(index, nil), at: item.mark)
      locations.suppressions.append(place(item.mark))
      for cell in try item.entries(of: entry.key) {
        anchors.add(.suppression(index, cell.key), at: cell.keyMark)
      }
      var fields = try YAMLFields(item, of: entry.key)
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
}

// MARK: 绩效指标

extension NativeReader {
  private mutating func indicators(_ entry: YAMLEntry) throws(YAMLError) {
    if case .sequence(let rows) = entry.value.content {
      for row in rows { try indicator(row, under: entry.key, Indicator(level1: "", level3: "")) }
      return
    }
    for level1 in try entry.value.entries(of: entry.key) {
      note(level1, .level(level1.key, nil), at: .level(level1.key, nil))
      if case .mapping(let levels) = level1.value.content {
        for level2 in levels {
          note(level2, .level(level1.key, level2.key), at: .level(level1.key, level2.key))
          try rows(of: level2, Indicator(level1: level1.key, level2: level2.key, level3: ""))
        }
      } else {
        try rows(of: level1, Indicator(level1: level1.key, level3: ""))
      }
    }
  }

  private mutating func note(_ entry: YAMLEntry, _ anchor: FormComment.Anchor, at path: FormPath) {
    anchors.add(anchor, at: entry.keyMark)
    locations[path] = place(entry.keyMark)
  }

  private mutating func rows(of entry: YAMLEntry, _ model: Indicator) throws(YAMLError) {
    if entry.value.isNull { return }
    if case .mapping(let entries) = entry.value.content, entries.isEmpty { return }
    for row in try entry.value.items(of: entry.key) { try indicator(row, under: entry.key, model) }
  }

  private mutating func indicator(_ node: YAMLNode, under name: String, _ model: Indicator) throws(YAMLError)
  {
    let index = form.indicators.count
    var row = model
    anchors.addRow(.row(index, nil), at: node.mark)
    locations[.indicator(index, nil)] = place(node.mark)
    var lines = Array(repeating: 0, count: IndicatorColumn.allCases.count)
    for cell in try node.entries(of: name) {
      guard let column = layout.column(named: cell.key)?.column, isFree(column, in: model) else {
        throw YAMLError.unknownKey(cell, allowed: labels(free: model))
      }
      guard lines[column.ordinal] == 0 else {
        throw YAMLError(.duplicateKey(cell.key, firstLine: lines[column.ordinal]), at: cell.keyMark)
      }
      lines[column.ordinal] = cell.keyMark.line
      anchors.add(.row(index, column), at: cell.keyMark)
      if cell.value.isNull { continue }
      row[column] = try cell.value.text(of: cell.key)
      locations[.indicator(index, column)] = place(cell.value.mark)
    }
    form.indicators.append(row)
  }

  /// A row below a level may not name another one.
  private func isFree(_ column: IndicatorColumn, in model: Indicator) -> Bool {
    switch column {
    case .level1: model.level1.isEmpty
    case .level2: model.level2 == nil
    default: true
    }
  }

  private func labels(free model: Indicator) -> [String] {
    layout.columns.filter { isFree($0.column, in: model) }.map(\.label)
  }

  private func place(_ mark: YAMLMark) -> SourceLocation { .text(line: mark.line, column: mark.column) }
}

// MARK: 预算执行情况

extension NativeReader {
  private mutating func budget(_ entry: YAMLEntry) throws(YAMLError) {
    if case .sequence(let items) = entry.value.content {
      for item in items { try budgetItem(item, of: entry.key) }
      return
    }
    let known = NativeLabels.budgetLines
    for child in try entry.value.entries(of: entry.key) {
      guard let line = known.first(where: { $0.label == child.key })?.line else {
        throw YAMLError.unknownKey(child, allowed: known.map(\.label))
      }
      anchors.add(.budget(form.budget.count, nil), at: child.keyMark)
      let cells = child.value.isNull ? [] : try child.value.entries(of: child.key)
      try budgetLine(line, cells, at: child.keyMark)
    }
  }

  private mutating func budgetItem(_ item: YAMLNode, of name: String) throws(YAMLError) {
    var cells = try item.entries(of: name)
    guard let index = cells.firstIndex(where: { $0.key == NativeLabels.budgetLine }) else {
      throw YAMLError(.missingKey(NativeLabels.budgetLine), at: item.mark)
    }
    let label = try cells.remove(at: index).value.text(of: NativeLabels.budgetLine)
    let line = NativeLabels.budgetLines.first { $0.label == label }?.line ?? label
    anchors.addRow(.budget(form.budget.count, nil), at: item.mark)
    try budgetLine(line, cells, at: item.mark)
  }

  private mutating func budgetLine(_ name: String, _ cells: [YAMLEntry], at mark: YAMLMark) throws(YAMLError)
  {
    let index = form.budget.count
    var line = BudgetLine(line: name)
    locations[.budget(index, nil)] = place(mark)
    for cell in cells {
      guard let column = BudgetLine.Column.allCases.first(where: { NativeLabels.label($0) == cell.key })
      else {
        throw YAMLError.unknownKey(cell, allowed: BudgetLine.Column.allCases.map(NativeLabels.label))
      }
      anchors.add(.budget(index, column), at: cell.keyMark)
      if cell.value.isNull { continue }
      line[column] = try cell.value.text(of: cell.key)
      locations[.budget(index, column)] = place(cell.value.mark)
    }
    form.budget.append(line)
  }
}
