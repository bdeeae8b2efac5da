import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// One array of projects, each with its years, indicators, doubts and findings; keys are English, values as printed.
public struct JSONTrend: TrendReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "json", purpose: Messages.Trend.json)

  public init(_ setting: ReportSetting) {}

  public func text(of projects: [TrendedProject], _ left: LeftOutForms) -> String {
    JSONValue.object([
      ("projects", .array(projects.map { JSONProject($0).value })),
      ("ofOneYear", .array(left.ofOneYear.map { .text($0) })),
      ("undated", .array(left.undated.map { .text($0) })),
    ]).text(indent: 0) + "\n"
  }
}

/// One project as a JSON object.
private struct JSONProject {
  let project: TrendedProject
  private var trend: Trend { project.trend }

  init(_ project: TrendedProject) { self.project = project }

  var value: JSONValue {
    .object([
      ("project", .text(project.project)),
      ("unit", JSONValue(project.latest?.read.form[.implementingUnit])),
      ("years", .array(trend.years.map(value))), ("indicators", .array(trend.series.map(value))),
      ("doubts", .array(trend.doubts.map(value))), ("repeated", .array(trend.repeated.map(value))),
      ("findings", .array(project.findings.map(value))),
    ])
  }

  private func value(_ year: Trend.Year) -> JSONValue {
    .object([
      ("year", .number("\(year.year)")), ("target", file(year.target)), ("evaluation", file(year.evaluation)),
      ("grantedYuan", number(year.granted?.yuan)), ("granted", JSONValue(year.granted?.text)),
      ("budget", number(year.execution?.budget)), ("executed", number(year.execution?.executed)),
      ("moneyUnit", JSONValue(year.moneyUnit?.rawValue)),
      ("executionRate", number(year.execution?.percent?.rounded(decimals: 2))),
      ("points", number(year.points?.own.outOfHundred)),
      ("pointsOnApproved", number(year.points?.approved.outOfHundred)),
      ("grade", JSONValue(year.points?.own.grade)), ("printedPoints", number(year.points?.printed)),
      ("openPairs", .number("\(year.comparison?.matching.proposals.count ?? 0)")),
    ])
  }

  private func file(_ index: Int?) -> JSONValue { JSONValue(index.map { project.forms[$0].name }) }

  private func value(_ series: Trend.Series) -> JSONValue {
    .object([
      ("name", .text(series.places.last.map { trend.row($0).name } ?? "")),
      ("came", number(series.came)), ("went", number(series.went)), ("paused", years(series.paused)),
      ("overshot", years(series.overshot)), ("years", .array(series.places.map(value))),
    ])
  }

  private func value(_ place: Trend.Place) -> JSONValue {
    let row = trend.row(place)
    let link = trend.links[place]
    var measured: Attainment.Measured?
    if case .measured(let found)? = row.attainment { measured = found }
    return .object([
      ("year", .number("\(trend.years[place.year].year)")), ("name", .text(row.name)),
      ("level1", .text(row.level1)), ("level2", JSONValue(row.level2)),
      ("target", JSONValue(row.target?.text)), ("ownTarget", JSONValue(row.after?.target?.text)),
      ("actual", JSONValue(row.actual?.text)), ("percent", number(measured?.percent?.rounded(decimals: 2))),
      ("met", measured.map { .number($0.isMet ? "true" : "false") } ?? .null),
      ("weight", JSONValue((row.before?.weight ?? row.after?.weight)?.text)),
      ("score", JSONValue(row.after?.score?.text)),
      ("points", number(row.points?.own?.counted)),
      ("pointsOnApproved", number(row.points?.onApproved?.counted)),
      ("rung", JSONValue(link?.rung.rawValue)), ("confidence", number(link?.confidence)),
    ])
  }

  private func value(_ doubt: Trend.Doubt) -> JSONValue {
    .object([
      ("kind", .text(doubt.kind.rawValue)), ("taken", .number(doubt.isTaken ? "true" : "false")),
      ("confidence", .number("\(doubt.confidence)")), ("because", .text(Messages.reasons(doubt.reasons))),
      ("older", .array(doubt.older.map(name))), ("newer", .array(doubt.newer.map(name))),
    ])
  }

  private func name(_ place: Trend.Place) -> JSONValue {
    .object([("year", .number("\(trend.years[place.year].year)")), ("name", .text(trend.row(place).name))])
  }

  private func value(_ found: Trend.Repetition) -> JSONValue {
    .object([
      ("year", .number("\(found.year)")), ("kind", .text(found.kind.rawValue)),
      ("files", .array(found.forms.map { .text(project.forms[$0].name) })),
      ("same", .number(found.isSame ? "true" : "false")),
    ])
  }

  private func value(_ found: TrendFinding) -> JSONValue {
    .object([
      ("year", .number("\(trend.years[found.year].year)")), ("file", .text(project.forms[found.form].name)),
      (
        "finding",
        JSONFinding(form: project.forms[found.form]).value(of: ReportedFinding(found.finding), isWhole: false)
      ),
    ])
  }

  private func years(_ years: [Int]) -> JSONValue { .array(years.map { .number("\($0)") }) }
  private func number(_ value: Int?) -> JSONValue { value.map { .number("\($0)") } ?? .null }
  private func number(_ value: Decimal?) -> JSONValue { value.map { .number("\($0)") } ?? .null }
}
