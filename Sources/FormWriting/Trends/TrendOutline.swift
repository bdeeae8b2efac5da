import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// What is to be said of a project over the years, for people, before it is laid out for a screen or a page.
struct TrendOutline {
  /// Something that catches the eye.
  struct Saying {
    /// A sign that tells the kind without colour.
    var sign: String
    /// `nil` for what only happened.
    var severity: Severity?
    var title: String
    var lines: [String] = []
    /// Place in the file.
    var place = ""

    var look: ReportSetting.Look {
      switch severity {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case nil: .hint
      }
    }
  }

  /// One year of an indicator, as texts.
  struct Line {
    var year: String
    var target: String
    var actual: String
    /// `133.33%，达到`; empty where it cannot be told.
    var attained: String
    /// `6.25 / 10 分`.
    var points: String
    /// What else is to be said: another name, another target of the self-evaluation, how the row was joined.
    var remark: String
    var attainment: Attainment?
  }

  /// An indicator with its years.
  struct Indicator {
    var name: String
    var level: String
    var lines: [Line]
    var series: Trend.Series
  }

  /// Money and points of one year.
  struct YearLine {
    var year: String
    var forms: String
    var granted: String
    var executed: String
    var rate: String
    var points: String
  }

  let project: TrendedProject
  private var trend: Trend { project.trend }

  init(_ project: TrendedProject) { self.project = project }

  /// Project and unit of the latest form.
  var subject: String {
    [project.project, project.latest?.read.form[.implementingUnit]].compactMap { $0 }.joined(separator: " · ")
  }

  /// `2025—2027 年：申报表 3 张，自评表 2 张，指标 9 条`.
  var extent: String {
    Messages.Trend.extent(
      trend.years.map(\.year), targets: trend.years.count { $0.target != nil },
      evaluations: trend.years.count { $0.evaluation != nil }, indicators: trend.series.count)
  }

  var sayingsHeading: String {
    let sayings = sayings
    return sayings.isEmpty ? Messages.Trend.nothing : Messages.Trend.sayings(sayings.count)
  }

  // MARK: Years

  var years: [YearLine] {
    trend.years.map { year in
      return YearLine(
        year: "\(year.year)",
        forms: Messages.Trend.forms(hasTarget: year.target != nil, hasEvaluation: year.evaluation != nil),
        granted: money(year.granted),
        executed: year.execution.map { money($0.executed, year.moneyUnit) } ?? "",
        rate: year.execution?.percent.map { "\($0.rounded(decimals: 2))%" } ?? "",
        points: points(year.points, hasTarget: year.target != nil))
    }
  }

  /// On the self-evaluation's own targets, on the approved ones where that is something else, and as printed.
  private func points(_ points: TwofoldPoints?, hasTarget: Bool) -> String {
    guard let points, let own = points.own.outOfHundred else { return "" }
    var text = Messages.Trend.points(own, points.own.grade)
    if hasTarget, let approved = points.approved.outOfHundred, approved != own {
      text += Messages.Trend.onApproved(approved)
    }
    return text + (points.printed.map { Messages.Trend.printed($0) } ?? "")
  }

  private func money(_ amount: Amount?) -> String {
    guard let amount else { return "" }
    guard let value = amount.value else { return amount.text }
    return money(value, amount.unit)
  }

  /// In 万元, as budgets are spoken of; as it stands where the unit is not known.
  private func money(_ value: Decimal, _ unit: MoneyUnit?) -> String {
    guard let unit else { return "\(value)" }
    return "\(value * unit.yuan / MoneyUnit.tenThousandYuan.yuan)\(MoneyUnit.tenThousandYuan.rawValue)"
  }

  // MARK: Indicators

  var indicators: [Indicator] {
    trend.series.map { series in
      let last = series.places.last.map(trend.row)
      return Indicator(
        name: last?.name ?? "", level: last.map { $0.level2 ?? $0.level1 } ?? "",
        lines: series.places.map { line($0, of: last) }, series: series)
    }
  }

  private func line(_ place: Trend.Place, of last: Trend.Row?) -> Line {
    let row = trend.row(place)
    var remarks: [String] = []
    if row.name != last?.name { remarks.append(Messages.Trend.called(row.name)) }
    if let own = row.ownTarget { remarks.append(Messages.Trend.ownTarget(own.text)) }
    if let link = trend.links[place], link.rung == .similar || link.confidence < 95 {
      remarks.append(Messages.Trend.joined(link))
    }
    return Line(
      year: "\(trend.years[place.year].year)", target: row.target?.text ?? Messages.nothing,
      actual: row.evaluated == nil ? "" : row.actual?.text ?? Messages.nothing, attained: attained(row),
      points: points(row), remark: remarks.joined(separator: Messages.listSeparator),
      attainment: row.attainment)
  }

  private func attained(_ row: Trend.Row) -> String {
    guard case .measured(let measured)? = row.attainment else { return "" }
    guard let percent = measured.percent else { return Messages.Trend.attained(isMet: measured.isMet) }
    return Messages.attained("\(percent.rounded(decimals: 2))", isMet: measured.isMet)
  }

  private func points(_ row: Trend.Row) -> String {
    guard let points = row.points?.onApproved ?? row.points?.own, let counted = points.counted else {
      return ""
    }
    return Messages.Trend.row(counted, of: points.weight)
  }
}

// MARK: What catches the eye

extension TrendOutline {
  /// What matters most first.
  var sayings: [Saying] {
    let judged = (overshot + ruled + doubtful + repeated).enumerated().sorted { a, b in
      let (one, other) = (a.element.severity ?? .info, b.element.severity ?? .info)
      return one == other ? a.offset < b.offset : one > other
    }
    return judged.map(\.element) + course + renamedProject
  }

  private func name(_ series: Trend.Series) -> String { series.places.last.map { trend.row($0).name } ?? "" }

  private var overshot: [Saying] {
    guard let severity = project.overshootSeverity else { return [] }
    return trend.series.filter { !$0.overshot.isEmpty }.map { series in
      let results = series.places.filter { series.overshot.contains(trend.years[$0.year].year) }.map {
        place in
        let row = trend.row(place)
        return Messages.Trend.result(
          trend.years[place.year].year, row.target?.text ?? "", row.actual?.text ?? "", attained(row))
      }
      return Saying(
        sign: Messages.Sign.tightened, severity: severity,
        title: Messages.Trend.overshot(name(series), series.overshot.count),
        lines: [results.joined(separator: Messages.listSeparator), Messages.Trend.overshotHelp])
    }
  }

  private var ruled: [Saying] {
    project.findings.map { found in
      let form = project.forms[found.form]
      return Saying(
        sign: Self.sign(of: found.finding), severity: found.finding.severity,
        title: Messages.Trend.ofYear(trend.years[found.year].year) + found.finding.message,
        lines: [Messages.help(found.finding)],
        place: form.location(of: found.finding).map { "\(form.name) \($0)" } ?? form.name)
    }
  }

  /// A target of a row is lower; of a form as a whole something stayed.
  private static func sign(of finding: Finding) -> String {
    if case .indicator = finding.path { return Messages.Sign.loosened }
    return Messages.Trend.same
  }

  private var doubtful: [Saying] {
    let years = trend.doubts.map { doubt in
      Saying(
        sign: doubt.isTaken ? Messages.Sign.changed : Messages.Sign.open,
        severity: doubt.isTaken ? nil : .warning,
        title: Messages.Trend.doubt(doubt) + Messages.confidence(doubt.confidence),
        lines: [Messages.Trend.fromTo(texts(doubt.older), texts(doubt.newer))]
          + (doubt.reasons.isEmpty ? [] : [Messages.because(doubt.reasons)]))
    }
    let open = trend.years.compactMap { year -> Saying? in
      let count = year.comparison?.matching.proposals.count ?? 0
      guard count > 0 else { return nil }
      return Saying(
        sign: Messages.Sign.open, severity: .warning, title: Messages.Trend.openWithin(year.year, count))
    }
    return years + open
  }

  private func texts(_ places: [Trend.Place]) -> String {
    let year = places.first.map { "\(trend.years[$0.year].year)" } ?? ""
    let rows = places.map { place in
      let row = trend.row(place)
      return [row.name, row.target?.text].compactMap { $0 }.joined(separator: " ")
    }
    return Messages.Trend.ofYear(year) + rows.joined(separator: Messages.listSeparator)
  }

  private var repeated: [Saying] {
    trend.repeated.map { found in
      let names = found.forms.map { project.forms[$0].name }
      return Saying(
        sign: Messages.Sign.changed, severity: found.isSame ? .info : .warning,
        title: Messages.Trend.repeated(found.year, found.kind, names, isSame: found.isSame))
    }
  }

  /// Indicators that came, went or paused.
  private var course: [Saying] {
    trend.series.flatMap { series in
      let name = name(series)
      var sayings: [Saying] = []
      if let year = series.came {
        sayings.append(Saying(sign: Messages.Sign.added, title: Messages.Trend.came(name, year)))
      }
      if let year = series.went {
        sayings.append(Saying(sign: Messages.Sign.dropped, title: Messages.Trend.went(name, year)))
      }
      if !series.paused.isEmpty {
        sayings.append(Saying(sign: Messages.Sign.unclear, title: Messages.Trend.paused(name, series.paused)))
      }
      return sayings
    }
  }

  /// The names of the project, where they differ in more than the year.
  private var renamedProject: [Saying] {
    var names: [(name: String, years: [Int])] = []
    var last: String?
    for year in trend.years {
      guard let form = project.form(of: year)?.read.form, let name = form[.project] else { continue }
      if last == form.projectOfAnyYear {
        names[names.count - 1].years.append(year.year)
      } else {
        names.append((name, [year.year]))
      }
      last = form.projectOfAnyYear
    }
    guard names.count > 1 else { return [] }
    return [Saying(sign: Messages.Sign.changed, title: Messages.Trend.names(names))]
  }
}
