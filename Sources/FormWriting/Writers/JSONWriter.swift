import FormModel
import FormTemplates

/// Writes the interchange form: English keys in a fixed order, values as printed.
public struct JSONWriter: TextFormWriter {
  public static let format = OutputFormat(name: "json", extensions: ["json"], purpose: Messages.jsonPurpose)

  public init(options: WritingOptions) {}

  /// The form with the meaning of its targets and results; the keys are the same for every template.
  public func text(of form: Form, template: Template) -> String {
    Self.text(of: LocatedForm(form: form), options: Options(meanings: true))
  }

  /// An array.
  public func text(of forms: [(form: Form, template: Template)]) -> String? {
    Self.text(of: forms.map { LocatedForm(form: $0.form) }, options: Options(meanings: true))
  }

  /// What is written beside the values.
  public struct Options: Sendable, Hashable {
    /// What the targets and results mean, as `targetValue` and `actualValue`.
    public var meanings: Bool
    /// Where each value stood in the file it was read from, as `locations`, and what its reader had to say
    /// beside the values (cells without a place, doubtful rows, notes), as `remarks`.
    public var locations: Bool

    public init(meanings: Bool = false, locations: Bool = false) {
      self.meanings = meanings
      self.locations = locations
    }
  }

  /// One form, indented, for a `.json` file.
  public static func text(of form: LocatedForm, options: Options = Options()) -> String {
    var out = JSONStream(isIndented: true)
    write(form, options, to: &out)
    return out.text
  }

  /// Several forms as an array, indented.
  public static func text(of forms: [LocatedForm], options: Options = Options()) -> String {
    var out = JSONStream(isIndented: true)
    out.array(forms) { write($1, options, to: &$0) }
    return out.text
  }

  /// One form on one line, for NDJSON; ends with a line break.
  public static func line(of form: LocatedForm, options: Options = Options()) -> String {
    var out = JSONStream(isIndented: false)
    write(form, options, to: &out)
    return out.text
  }

  private static func write(_ located: LocatedForm, _ options: Options, to out: inout JSONStream) {
    out.object { out in
      let form = located.form
      head(of: form, to: &out)
      if form.kind == .selfEvaluation || !form.budget.isEmpty { out.array("budget", form.budget, budget) }
      if form.kind == .target || hasGroup("funding", form) { group("funding", form, to: &out) }
      group("goals", form, to: &out)
      let columns = columns(of: form)
      out.array("indicators", form.indicators) { row($1, columns, options, to: &$0) }
      group("total", form, to: &out)
      out.member(FieldKey.grade.rawValue, form[.grade])
      out.array("emptyLevels", form.emptyLevels) { $0.text($1) }
      if hasGroup("narrative", form) { group("narrative", form, to: &out) }
      ownFields(form, to: &out)
      if !form.suppressions.isEmpty { out.array("suppressions", form.suppressions, suppression) }
      if options.locations {
        locations(of: located, to: &out)
        out.array("remarks", located.remarks, remark)
      }
    }
  }

  // MARK: Fields

  private static func head(of form: Form, to out: inout JSONStream) {
    out.member("kind", form.kind.rawValue)
    if let template = form.template { out.member("template", template) }
    if let family = form.family { out.member("family", family) }
    for key in head {
      if key == .year, let year = form[.year], isPlainYear(year) {
        out.member(key.rawValue, number: year)
      } else {
        out.member(key.rawValue, form[key])
      }
    }
  }

  private static let head = FieldKey.standard.filter { $0.group == nil && $0 != .grade }

  /// The keys of each standard group, with what they are called below it.
  private static let groups: [String: [(name: String, key: FieldKey)]] = Dictionary(
    grouping: FieldKey.standard.filter { $0.group != nil }.map { (name: String($0.name), key: $0) },
    by: { String($0.key.group ?? "") })

  private static func hasGroup(_ name: String, _ form: Form) -> Bool {
    groups[name]?.contains { form[$0.key] != nil } == true || form.ownKeys.contains { $0.isIn(name) }
  }

  private static func group(_ name: String, _ form: Form, to out: inout JSONStream) {
    out.object(name) { out in
      for item in groups[name] ?? [] { out.member(item.name, form[item.key]) }
      for key in form.ownKeys where key.isIn(name) { out.member(String(key.name), form[key]) }
    }
  }

  /// Fields of the template's own that stand in no standard group, by key.
  private static func ownFields(_ form: Form, to out: inout JSONStream) {
    var written: Set<String> = []
    for key in form.ownKeys {
      guard let name = key.group.map(String.init) else {
        out.member(key.rawValue, form[key])
        continue
      }
      if groups[name] == nil, written.insert(name).inserted { group(name, form, to: &out) }
    }
  }

  /// Four plain digits are written as a number, anything else as the text that is printed.
  private static func isPlainYear(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.first != 0x30 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: Tables

  /// The eight columns every row has, and those that some row of the form uses, in their order.
  private static func columns(of form: Form) -> [IndicatorColumn] {
    order.filter { column, isAlways in
      isAlways || form.indicators.contains { $0[column] != nil }
    }.map(\.column)
  }

  private static let order: [(column: IndicatorColumn, isAlways: Bool)] = [
    (.level1, true), (.level1Weight, false), (.level2, true), (.level3, true), (.explanation, false),
    (.formula, false), (.valueBasis, false), (.dataSource, false), (.scoringRule, false), (.target, true),
    (.actual, true), (.weight, true), (.score, true), (.note, true),
  ]

  private static func row(
    _ row: Indicator, _ columns: [IndicatorColumn], _ options: Options, to out: inout JSONStream
  ) {
    out.object { out in
      for column in columns { out.member(column.rawValue, row[column]) }
      if options.meanings {
        out.meaning("targetValue", of: row.target)
        out.meaning("actualValue", of: row.actual)
      }
    }
  }

  private static func budget(to out: inout JSONStream, _ line: BudgetLine) {
    out.object { out in
      out.member("line", line.line)
      for column in BudgetLine.Column.allCases { out.member(column.rawValue, line[column]) }
    }
  }

  private static func suppression(to out: inout JSONStream, _ item: Suppression) {
    out.object { out in
      out.member("rule", item.rule)
      out.member("path", item.path)
      out.member("reason", item.reason)
      out.member("person", item.person)
      out.member("until", item.until)
    }
  }

  private static func locations(of form: LocatedForm, to out: inout JSONStream) {
    let named = form.locations.map { (key: $0.key.interchangeName, value: $0.value.description) }
    out.object("locations") { out in
      for item in named.sorted(by: { $0.key < $1.key }) { out.member(item.key, item.value) }
    }
  }

  private static func remark(to out: inout JSONStream, _ remark: ReadingRemark) {
    out.object { out in
      out.member("kind", remark.kind.rawValue)
      out.member("text", remark.text)
      out.member("location", remark.location.description)
      out.member("path", remark.path?.interchangeName)
      out.member("reason", remark.reason)
    }
  }
}

extension FieldKey {
  fileprivate func isIn(_ name: String) -> Bool { group.map { $0 == name } ?? false }
}
