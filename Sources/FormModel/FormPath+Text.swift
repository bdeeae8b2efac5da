import ChineseText

extension FormPath {
  /// The place as people read and type it: `绩效指标/产出指标/数量指标/2/指标值`, `年度总目标`.
  ///
  /// Rows are numbered from 1 within their 二级指标.
  public func text(in form: Form, labels: PathLabels) -> String {
    var text = GrowingText()
    write(to: &text, in: form, labels: labels)
    return text.text
  }

  /// Adds ``text(in:labels:)`` to a text.
  public func write(to text: inout GrowingText, in form: Form, labels: PathLabels) {
    switch self {
    case .form: text.add(labels.form)
    case .field(let key): text.add(labels.fields[key] ?? key.rawValue)
    case .level(let first, let second):
      text.add(labels.indicators)
      Self.addPart(first, to: &text)
      if let second { Self.addPart(second, to: &text) }
    case .indicator(let row, let column):
      text.add(labels.indicators)
      guard form.indicators.indices.contains(row) else { return }
      Self.addRow(row, in: form.indicators, to: &text)
      if let column { Self.addPart(labels.columns[column] ?? column.rawValue, to: &text) }
    case .budget(let line, let column):
      text.add(labels.budget)
      guard form.budget.indices.contains(line) else { return }
      let name = form.budget[line].line
      Self.addPart(labels.budgetLines[name] ?? name, to: &text)
      if let column { Self.addPart(labels.budgetColumns[column] ?? column.rawValue, to: &text) }
    }
  }

  /// Reads what ``text(in:labels:)`` prints, in full or half width, with blanks anywhere; the leading
  /// `绩效指标/` may be left out.
  ///
  /// - Returns: `nil` when the form has no such place.
  public init?(_ text: String, in form: Form, labels: PathLabels) {
    let wanted = foldedWithoutSpace(text)
    if wanted == foldedWithoutSpace(labels.form) {
      self = .form
    } else if let key = Self.field(wanted, labels) {
      self = .field(key)
    } else if let path = Self.row(wanted, in: form, labels) ?? Self.level(wanted, in: form, labels)
      ?? Self.budget(wanted, in: form, labels)
    {
      self = path
    } else {
      return nil
    }
  }

  private static func addPart(_ part: String, to text: inout GrowingText) {
    text.add("/")
    text.add(part)
  }

  private static func addRow(_ row: Int, in rows: [Indicator], to text: inout GrowingText) {
    addPart(rows[row].level1, to: &text)
    if let second = rows[row].level2 { addPart(second, to: &text) }
    text.add("/")
    // By index: a row that is copied costs more than the comparison.
    text.add(rows.indices[..<row].reduce(1) { $0 + (isBeside($1, row, in: rows) ? 1 : 0) })
  }

  /// Whether two rows stand below the same levels, widths and blanks aside.
  private static func isBeside(_ a: Int, _ b: Int, in rows: [Indicator]) -> Bool {
    guard let first = rows[a].level2, let second = rows[b].level2 else {
      return isSameFolded(
        groupText(rows[a].level1, rows[a].level2), groupText(rows[b].level1, rows[b].level2))
    }
    return isSameFolded(first, second) && isSameFolded(rows[a].level1, rows[b].level1)
  }

  private static func groupText(_ level1: String, _ level2: String?) -> String {
    level2.map { level1 + "/" + $0 } ?? level1
  }

  private static func field(_ wanted: String, _ labels: PathLabels) -> FieldKey? {
    labels.fields.first { foldedWithoutSpace($0.value) == wanted }?.key
      ?? labels.fieldAliases.first { foldedWithoutSpace($0.key) == wanted }?.value
      ?? labels.fields.keys.first { $0.rawValue == wanted }
  }

  private static func row(_ wanted: String, in form: Form, _ labels: PathLabels) -> FormPath? {
    let prefix = labels.indicators + "/"
    let full = wanted.hasPrefix(prefix) ? String(wanted.dropFirst(prefix.count)) : wanted
    var numbers: [String: Int] = [:]
    for row in form.indicators.indices {
      let group = foldedWithoutSpace(groupText(form.indicators[row].level1, form.indicators[row].level2))
      numbers[group, default: 0] += 1
      let own = group + "/\(numbers[group] ?? 0)"
      if full == own { return .indicator(row, nil) }
      guard full.hasPrefix(own + "/") else { continue }
      if let column = column(String(full.dropFirst(own.count + 1)), labels) { return .indicator(row, column) }
    }
    return nil
  }

  private static func column(_ wanted: String, _ labels: PathLabels) -> IndicatorColumn? {
    labels.columns.first { foldedWithoutSpace($0.value) == wanted }?.key
      ?? labels.columnAliases.first { foldedWithoutSpace($0.key) == wanted }?.value
      ?? IndicatorColumn(rawValue: wanted)
  }

  private static func level(_ wanted: String, in form: Form, _ labels: PathLabels) -> FormPath? {
    let printed = form.indicators.flatMap { [[$0.level1], [$0.level1, $0.level2 ?? ""]] }
    let prefix = labels.indicators + "/"
    let name = wanted.hasPrefix(prefix) ? String(wanted.dropFirst(prefix.count)) : wanted
    let found = (printed + labels.levels).first { parts in
      foldedWithoutSpace(parts.joined(separator: "/")) == name && parts.last != ""
    }
    return found.map { .level($0[0], $0.count > 1 ? $0[1] : nil) }
  }

  private static func budget(_ wanted: String, in form: Form, _ labels: PathLabels) -> FormPath? {
    for line in form.budget.indices {
      let whole = FormPath.budget(line, nil)
      if foldedWithoutSpace(whole.text(in: form, labels: labels)) == wanted { return whole }
      for column in BudgetLine.Column.allCases {
        let cell = FormPath.budget(line, column)
        if foldedWithoutSpace(cell.text(in: form, labels: labels)) == wanted { return cell }
      }
    }
    return nil
  }
}
