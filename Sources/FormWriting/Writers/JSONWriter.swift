import FormModel
import FormTemplates

/// Writes the interchange form: English keys in a fixed order, values as printed.
public struct JSONWriter: FormWriter {
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
    written(value(of: form, options), indent: 0)
  }

  /// Several forms as an array, indented.
  public static func text(of forms: [LocatedForm], options: Options = Options()) -> String {
    written(.array(forms.map { value(of: $0, options) }), indent: 0)
  }

  /// One form on one line, for NDJSON; ends with a line break.
  public static func line(of form: LocatedForm, options: Options = Options()) -> String {
    written(value(of: form, options), indent: nil)
  }

  private static func written(_ value: JSONValue, indent: Int?) -> String {
    value.text(indent: indent) + "\n"
  }

  private typealias Members = [(key: String, value: JSONValue)]

  private static func value(of located: LocatedForm, _ options: Options) -> JSONValue {
    let form = located.form
    var members: Members = [("kind", .text(form.kind.rawValue))]
    if let template = form.template { members.append(("template", .text(template))) }
    if let family = form.family { members.append(("family", .text(family))) }
    members += head.map { ($0.rawValue, $0 == .year ? year(form) : JSONValue(form[$0])) }
    if form.kind == .selfEvaluation || !form.budget.isEmpty {
      members.append(("budget", .array(form.budget.map(budget))))
    }
    if form.kind == .target || hasGroup("funding", form) { members.append(group("funding", form)) }
    members.append(group("goals", form))
    let columns = columns(of: form)
    members.append(("indicators", .array(form.indicators.map { row($0, columns, options) })))
    members.append(group("total", form))
    members.append((FieldKey.grade.rawValue, JSONValue(form[.grade])))
    members.append(("emptyLevels", .array(form.emptyLevels.map { .text($0) })))
    if hasGroup("narrative", form) { members.append(group("narrative", form)) }
    members += ownFields(form)
    if !form.suppressions.isEmpty {
      members.append(("suppressions", .array(form.suppressions.map(suppression))))
    }
    if options.locations {
      members.append(("locations", locations(of: located)))
      members.append(("remarks", .array(located.remarks.map(remark))))
    }
    return .object(members)
  }

  // MARK: Fields

  private static let head = FieldKey.standard.filter { $0.group == nil && $0 != .grade }

  /// The keys of each standard group, with what they are called below it.
  private static let groups: [String: [(name: String, key: FieldKey)]] = Dictionary(
    grouping: FieldKey.standard.filter { $0.group != nil }.map { (name: String($0.name), key: $0) },
    by: { String($0.key.group ?? "") })

  private static func hasGroup(_ name: String, _ form: Form) -> Bool {
    groups[name]?.contains { form[$0.key] != nil } == true || form.ownKeys.contains { $0.isIn(name) }
  }

  private static func group(_ name: String, _ form: Form) -> Members.Element {
    var members: Members = (groups[name] ?? []).map { ($0.name, JSONValue(form[$0.key])) }
    for key in form.ownKeys where key.isIn(name) { members.append((String(key.name), JSONValue(form[key]))) }
    return (name, .object(members))
  }

  /// Fields of the template's own that stand in no standard group, by key.
  private static func ownFields(_ form: Form) -> Members {
    var members: Members = []
    var written: Set<String> = []
    for key in form.ownKeys {
      guard let name = key.group.map(String.init) else {
        members.append((key.rawValue, JSONValue(form[key])))
        continue
      }
      if groups[name] == nil, written.insert(name).inserted { members.append(group(name, form)) }
    }
    return members
  }

  /// A number where four plain digits are printed, else the text as printed.
  private static func year(_ form: Form) -> JSONValue {
    guard let text = form[.year] else { return .null }
    let isPlain =
      text.utf8.count == 4 && text.utf8.first != 0x30 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain ? .number(text) : .text(text)
  }

  // MARK: Tables

  /// The eight columns every row has, and those that some row of the form uses, in their order.
  private static func columns(of form: Form) -> [IndicatorColumn] {
    order.filter { column in
      always.contains(column) || form.indicators.contains { $0[column] != nil }
    }
  }

  private static let always: Set<IndicatorColumn> = [
    .level1, .level2, .level3, .target, .actual, .weight, .score, .note,
  ]

  private static let order: [IndicatorColumn] = [
    .level1, .level1Weight, .level2, .level3, .explanation, .formula, .valueBasis, .dataSource, .scoringRule,
    .target, .actual, .weight, .score, .note,
  ]

  private static func row(_ row: Indicator, _ columns: [IndicatorColumn], _ options: Options) -> JSONValue {
    var members: Members = columns.map { ($0.rawValue, JSONValue(row[$0])) }
    if options.meanings {
      members.append(("targetValue", row.target.map(meaningValue) ?? .null))
      members.append(("actualValue", row.actual.map(meaningValue) ?? .null))
    }
    return .object(members)
  }

  private static func budget(_ line: BudgetLine) -> JSONValue {
    .object(
      [("line", .text(line.line))] + BudgetLine.Column.allCases.map { ($0.rawValue, JSONValue(line[$0])) })
  }

  private static func suppression(_ item: Suppression) -> JSONValue {
    .object([
      ("rule", .text(item.rule)), ("path", JSONValue(item.path)), ("reason", .text(item.reason)),
      ("person", JSONValue(item.person)), ("until", JSONValue(item.until)),
    ])
  }

  private static func locations(of form: LocatedForm) -> JSONValue {
    let named = form.locations.map {
      (key: $0.key.interchangeName, value: JSONValue.text($0.value.description))
    }
    return .object(named.sorted { $0.key < $1.key })
  }

  private static func remark(_ remark: ReadingRemark) -> JSONValue {
    .object([
      ("kind", .text(remark.kind.rawValue)), ("text", .text(remark.text)),
      ("location", .text(remark.location.description)),
      ("path", JSONValue(remark.path?.interchangeName)), ("reason", JSONValue(remark.reason)),
    ])
  }
}

extension FieldKey {
  fileprivate func isIn(_ name: String) -> Bool { group.map { $0 == name } ?? false }
}
