import FormComparison
import FormModel
import FoundationEssentials

/// One array of pairs, each with pairs of rows, changes, points and findings; keys are English, values as printed.
public struct JSONComparison: TextComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "json", purpose: Messages.jsonComparison)

  public init(_ setting: ReportSetting) {}

  public func opening() -> String { "{\"comparisons\": [\n" }
  public var separator: String { ",\n" }

  public func text(of pair: ComparedForms) -> String { JSONComparedForms(pair).value.text(indent: 1) }

  public func closing(_ unpaired: UnpairedForms) -> String {
    let value = { (names: [String]) in JSONValue.array(names.map { .text($0) }).text(indent: nil) }
    return "\n],\n\"unpaired\": {\"approved\": \(value(unpaired.approved)), "
      + "\"evaluated\": \(value(unpaired.evaluated))}}\n"
  }
}

/// One pair of forms as a JSON object.
struct JSONComparedForms {
  private let pair: ComparedForms

  init(_ pair: ComparedForms) { self.pair = pair }

  var value: JSONValue {
    let matching = pair.comparison.matching
    return .object([
      ("approved", pair.isAlone ? .null : form(pair.approved)), ("evaluated", form(pair.evaluated)),
      ("pairs", .array(matching.pairs.map(self.value))),
      ("proposals", .array(matching.proposals.map(self.value))),
      ("splits", .array(matching.splits.map(self.value))),
      ("merges", .array(matching.merges.map(self.value))),
      ("changes", .array(pair.comparison.changes.map(self.value))),
      ("unclear", .array(pair.comparison.unclear.map(self.value))),
      ("points", pair.points.map(self.value) ?? .null),
      (
        "findings",
        .array(
          pair.evaluated.findings.map { JSONFinding(form: pair.evaluated).value(of: $0, isWhole: false) })
      ),
    ])
  }

  private func form(_ form: CheckedForm) -> JSONValue {
    .object([
      ("file", .text(form.file)), ("form", JSONValue(form.number)), ("template", .text(form.template.id)),
      ("project", JSONValue(form.read.form[.project])), ("year", JSONValue(form.read.form[.year])),
    ])
  }

  // MARK: Rows

  private func value(_ found: IndicatorMatching.Pair) -> JSONValue {
    .object([
      ("approved", name(found.old, pair.approved)), ("evaluated", name(found.new, pair.evaluated)),
      ("rung", .text(found.rung.rawValue)), ("confidence", JSONValue(found.confidence)),
      ("because", .text(Messages.reasons(found.reasons))),
    ])
  }

  private func name(_ row: Int, _ form: CheckedForm) -> JSONValue {
    .object([
      ("row", .number("\(row + 1)")), ("name", .text(form.read.form.indicators[row].level3)),
      ("location", JSONValue(form.read.location(of: .indicator(row, .level3))?.description)),
    ])
  }

  private func value(_ found: IndicatorMatching.Parts) -> JSONValue {
    .object([
      ("whole", .number("\(found.whole + 1)")), ("parts", .array(found.parts.map { .number("\($0 + 1)") })),
      ("confidence", JSONValue(found.confidence)), ("taken", .number(found.isTaken ? "true" : "false")),
      ("addsUp", .number(found.addsUp ? "true" : "false")),
    ])
  }

  // MARK: Changes

  private func value(_ change: Change) -> JSONValue {
    .object([
      ("kind", .text(change.kind.rawValue)), ("direction", JSONValue(change.direction?.rawValue)),
      ("approved", place(change.approved, change.before, pair.approved)),
      ("evaluated", place(change.evaluated, change.after, pair.evaluated)),
      ("difference", number(change.extent?.difference)), ("unit", JSONValue(change.extent?.unit)),
      ("percent", number(change.extent?.percent)),
    ])
  }

  private func value(_ unclear: Unclear) -> JSONValue {
    .object([
      ("reason", .text(unclear.reason.rawValue)), ("message", .text(Messages.reason(unclear.reason))),
      ("approved", place(unclear.approved, nil, pair.approved)),
      ("evaluated", place(unclear.evaluated, nil, pair.evaluated)),
    ])
  }

  private func place(_ path: FormPath?, _ text: String?, _ form: CheckedForm) -> JSONValue {
    guard let path else { return .null }
    return .object([
      ("path", .text(path.text(in: form.read.form, labels: form.labels))),
      ("location", JSONValue(form.read.location(of: path)?.description)), ("text", JSONValue(text)),
    ])
  }

  private func number(_ value: Decimal?) -> JSONValue { value.map { .number("\($0)") } ?? .null }

  // MARK: Points

  private func value(_ points: TwofoldPoints) -> JSONValue {
    .object([
      ("own", value(points.own)), ("approved", value(points.approved)), ("worth", number(points.worth)),
      ("printed", number(points.printed)), ("printedGrade", JSONValue(points.printedGrade)),
      ("approvedWeights", .number(points.hasApprovedWeights ? "true" : "false")),
      ("execution", points.execution.map(value) ?? .null),
      ("levels", .array(LevelPoints.all(of: pair).map(value))), ("rows", .array(points.rows.map(value))),
    ])
  }

  private func value(_ level: LevelPoints) -> JSONValue {
    func sum(_ sum: LevelPoints.Sum) -> JSONValue {
      .object([
        ("points", number(sum.points)), ("weight", number(sum.weight)),
        ("rowsUnknown", .number("\(sum.unknown)")),
      ])
    }
    return .object([("name", .text(level.name)), ("own", sum(level.own)), ("approved", sum(level.approved))])
  }

  private func value(_ total: TwofoldPoints.Total) -> JSONValue {
    .object([
      ("points", number(total.points)), ("base", number(total.base)),
      ("outOfHundred", number(total.outOfHundred)), ("grade", JSONValue(total.grade)),
      ("rowsAsGiven", .number("\(total.asGiven)")),
    ])
  }

  private func value(_ execution: TwofoldPoints.ExecutionPoints) -> JSONValue {
    .object([
      ("weight", number(execution.weight)), ("points", number(execution.points)),
      ("given", number(execution.printed)), ("line", .text(execution.line)),
    ])
  }

  private func value(_ row: TwofoldPoints.Row) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("approvedRow", JSONValue(row.approvedRow.map { $0 + 1 })),
      ("evaluatedRow", JSONValue(row.evaluatedRow.map { $0 + 1 })),
      ("own", row.own.map(value) ?? .null), ("onApproved", row.onApproved.map(value) ?? .null),
    ])
  }

  private func value(_ points: RowPoints) -> JSONValue {
    .object([
      ("weight", number(points.weight)), ("points", number(points.counted)), ("given", number(points.given)),
      ("basis", .text(points.basis.rawValue)), ("line", .text(points.line)),
    ])
  }
}
