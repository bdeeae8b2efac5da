import ChineseText
import FormModel
import FoundationEssentials
import YAMLText

/// An example of a rule file: what is different from a clean form, and whether the rule speaks.
public struct RuleExample: Sendable {
  /// Whether the rule must find something.
  public var isFlagged: Bool
  /// The template that it is shown on; `nil` for the usual one.
  public var template: String?
  /// Other rules that cannot but speak too.
  public var also: [String]
  /// The day on which its results were taken, for rules about progress within the year.
  public var asOf: CalendarDate?
  /// Fields set, or cleared with `nil`.
  public var fields: [FieldKey: String?]
  /// Cells of 预算执行情况 set, or cleared with `nil`, by line.
  public var budget: [String: [BudgetLine.Column: String?]]
  /// Rows that take the place of a clean row of the same 二级指标, or are added; cells by column.
  public var rows: [[IndicatorColumn: String?]]
  /// Whether `rows` are all rows of the form.
  public var replacesAllRows: Bool
  /// Levels whose rows are dropped.
  public var without: [String]
  /// 二级指标 printed without rows.
  public var emptyLevels: [String]
  /// A form read before it, likewise; `nil` where there is none.
  public var earlier: Earlier?
  /// The lines of a narrative beside it; none where there is none.
  public var narrative: [String]
  /// The same project's form of the year before, likewise; `nil` where there is none.
  public var lastYear: Earlier?
  /// The form that was approved, for rules of a self-evaluation's changes, likewise.
  public var approved: Earlier?
  /// The line of the rule file it begins at.
  public var line: Int

  /// What is different from a clean form in a form that is read before, or was approved.
  public indirect enum Earlier: Sendable {
    case form(RuleExample)

    /// The earlier form as a whole.
    public func form(from clean: Form) -> Form {
      switch self {
      case .form(let example): example.form(from: clean)
      }
    }
  }

  /// The example as a whole form.
  ///
  /// Weights of the clean form are dropped where the example changes which rows there are, so that the rules
  /// of weights do not speak about it.
  ///
  /// - Parameter clean: a form that no rule speaks about.
  public func form(from clean: Form) -> Form {
    var form = clean
    for (key, text) in fields { form[key] = text }
    form.emptyLevels = emptyLevels
    for (line, cells) in budget { place(cells, ofLine: line, in: &form) }
    let before = form.indicators
    if replacesAllRows { form.indicators = [] }
    form.indicators.removeAll { row in without.contains(row.level1) || without.contains(row.level2 ?? "") }
    var taken: Set<Int> = []
    for cells in rows { place(cells, in: &form, taken: &taken, like: before) }
    let namesWeights = rows.contains { $0.keys.contains(.weight) }
    let sameRows = form.indicators.map { [$0.level1, $0.level2] } == before.map { [$0.level1, $0.level2] }
    if !sameRows, !namesWeights, form.kind == .target {
      for index in form.indicators.indices { form.indicators[index].weight = nil }
    }
    if form.kind == .selfEvaluation, fields[.totalScore] == nil { total(&form) }
    return form
  }

  /// The total follows the points, so that only the rule that is shown speaks.
  private func total(_ form: inout Form) {
    let scores =
      form.indicators.map(\.score?.value)
      + form.budget.prefix(1).map { $0[.score].flatMap(decimal(printed:)) }
    let sum = scores.reduce(Decimal(0)) { $0 + ($1 ?? 0) }
    guard form[.totalScore].flatMap(decimal(printed:)) != sum else { return }
    form[.totalScore] = "\(sum)"
    if fields[.grade] == nil { form[.grade] = nil }
  }

  private func place(_ cells: [BudgetLine.Column: String?], ofLine name: String, in form: inout Form) {
    if !form.budget.contains(where: { $0.line == name }) { form.budget.append(BudgetLine(line: name)) }
    guard let index = form.budget.firstIndex(where: { $0.line == name }) else { return }
    for (column, text) in cells { form.budget[index][column] = text }
  }

  private func place(
    _ cells: [IndicatorColumn: String?], in form: inout Form, taken: inout Set<Int>, like clean: [Indicator]
  ) {
    let level2 = cells[.level2].flatMap { $0 }
    let level1 = cells[.level1].flatMap { $0 }
    let home = clean.first { row in
      level2 != nil ? row.level2 == level2 && (level1 == nil || row.level1 == level1) : row.level1 == level1
    }
    let wanted = (
      level1 ?? home?.level1 ?? clean.first?.level1 ?? "", level2 ?? home?.level2 ?? clean.first?.level2
    )
    let free = Self.free(wanted, name: cells[.level3].flatMap { $0 }, in: form, taken)
    let isNew = replacesAllRows || free == nil
    var row = free.map { form.indicators[$0] } ?? Indicator(level1: "", level3: "")
    if isNew {
      row = Indicator(level1: "", level3: "", details: replacesAllRows ? [:] : clean.first?.details ?? [:])
    }
    (row.level1, row.level2) = wanted
    for (column, text) in cells { row[column] = text }
    if let free {
      form.indicators[free] = row
      taken.insert(free)
    } else {
      taken.insert(form.indicators.count)
      form.indicators.append(row)
    }
  }
}

extension RuleExample {
  /// The form of the year before, with the dates of that year in its values; `nil` where there is none.
  ///
  /// - Parameter clean: a form that no rule speaks about, for a template or the example's own.
  public func lastYearForm(from clean: (_ template: String?) -> Form) -> Form? {
    guard case .form(let example)? = lastYear else { return nil }
    var form = example.form(from: clean(example.template))
    guard example.fields[.year] == nil, let year = form.year else { return form }
    form[.year] = "\(year - 1)"
    for row in form.indicators.indices {
      for column in [IndicatorColumn.target, .actual] {
        form.indicators[row][column] = form.indicators[row][column]?.replacing("\(year)", with: "\(year - 1)")
      }
    }
    return form
  }

  /// The row that an example row takes the place of: the one of the same name, else the first of its levels.
  private static func free(
    _ levels: (String, String?), name: String?, in form: Form, _ taken: Set<Int>
  ) -> Int? {
    let rows = form.indicators
    let open = rows.indices.filter { !taken.contains($0) }
    return open.first { rows[$0].level3 == name }
      ?? open.first { rows[$0].level1 == levels.0 && rows[$0].level2 == levels.1 }
  }
}

extension Rule {
  /// The examples of the rule file, decoded.
  ///
  /// - Throws: `RuleError` with the place of an example that is wrong.
  public func examples() throws(RuleError) -> [RuleExample] {
    do throws(YAMLError) {
      guard let whole = try parseYAML(source.file.text) else { return [] }
      var root = try YAMLFields(whole, of: id)
      guard let node = root.take("examples") else { return [] }
      var examples: [RuleExample] = []
      for item in try node.items(of: "examples") { examples.append(try RuleExample(item)) }
      return examples
    } catch {
      throw RuleError(path: source.file.path, source: source.file.text, cause: error)
    }
  }
}

extension RuleExample {
  init(_ node: YAMLNode) throws(YAMLError) {
    var entry = try YAMLFields(node, of: "example")
    let template = try entry.optionalText("template")
    let also = try entry.texts("also")
    let asOf = try entry.optionalText("as-of").flatMap(CalendarDate.init(printed:))
    let flag = entry.take("flag")
    guard let body = flag ?? entry.take("pass") else { throw YAMLError(.missingKey("flag"), at: node.mark) }
    try entry.finish()
    try self.init(body, isFlagged: flag != nil, line: node.mark.line)
    (self.template, self.also, self.asOf) = (template ?? self.template, also, asOf)
  }

  /// - Parameter body: of `flag`, `pass`, `earlier` or `approved`.
  private init(_ body: YAMLNode, isFlagged: Bool, line: Int) throws(YAMLError) {
    self.isFlagged = isFlagged
    self.line = line
    also = []
    fields = [:]
    var content = try YAMLFields(body, of: "flag")
    narrative = try content.texts("narrative")
    if let before = content.take("last-year") {
      lastYear = .form(try RuleExample(before, isFlagged: false, line: before.mark.line))
    }
    template = try content.optionalText("template")
    if let before = content.take("earlier") {
      earlier = .form(try RuleExample(before, isFlagged: false, line: before.mark.line))
    }
    if let before = content.take("approved") {
      approved = .form(try RuleExample(before, isFlagged: false, line: before.mark.line))
    }
    if let form = content.take("form") { fields = try Self.fields(form) }
    budget = [:]
    for line in try content.take("budget")?.entries(of: "budget") ?? [] {
      budget[line.key] = try Self.budgetCells(line)
    }
    without = try content.texts("without")
    emptyLevels = try content.texts("empty-levels")
    let all = content.take("indicators")
    replacesAllRows = all != nil
    rows = []
    if let list = all ?? content.take("rows") {
      for item in try list.items(of: "rows") { rows.append(try Self.cells(try item.entries(of: "rows"))) }
    }
    let own = content.takeRest()
    if !own.isEmpty { rows.append(try Self.cells(own)) }
  }

  private static func fields(_ node: YAMLNode) throws(YAMLError) -> [FieldKey: String?] {
    var fields: [FieldKey: String?] = [:]
    for entry in try node.entries(of: "form") {
      guard case .field(let key)? = Place.named(entry.key)?.first else {
        throw YAMLError.unknownKey(entry, allowed: FieldKey.standard.map(\.rawValue))
      }
      fields[key] = .some(entry.value.isNull ? nil : try entry.value.text(of: entry.key))
    }
    return fields
  }

  private static func budgetCells(_ line: YAMLEntry) throws(YAMLError) -> [BudgetLine.Column: String?] {
    var cells: [BudgetLine.Column: String?] = [:]
    for entry in try line.value.entries(of: line.key) {
      guard let column = BudgetLine.Column(rawValue: entry.key) else {
        throw YAMLError.unknownKey(entry, allowed: BudgetLine.Column.allCases.map(\.rawValue))
      }
      cells[column] = .some(entry.value.isNull ? nil : try entry.value.text(of: entry.key))
    }
    return cells
  }

  private static func cells(_ entries: [YAMLEntry]) throws(YAMLError) -> [IndicatorColumn: String?] {
    var cells: [IndicatorColumn: String?] = [:]
    for entry in entries {
      guard case .column(let column)? = Place.named(entry.key)?.first else {
        let columns = [
          "name", "form", "budget", "rows", "indicators", "without", "empty-levels", "earlier", "narrative",
          "last-year", "approved",
        ]
        throw YAMLError.unknownKey(entry, allowed: columns + IndicatorColumn.allCases.map(\.rawValue))
      }
      cells[column] = .some(entry.value.isNull ? nil : try entry.value.text(of: entry.key))
    }
    return cells
  }
}
