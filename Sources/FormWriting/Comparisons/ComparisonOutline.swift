import FormComparison
import FormModel
import FoundationEssentials

/// What is to be said of two forms, for people, before it is laid out for a screen or a page.
struct ComparisonOutline {
  /// One thing that is different or doubtful.
  struct Entry {
    /// A sign that tells the kind without colour.
    var sign: String
    var look: ReportSetting.Look
    var title: String
    var lines: [String]
    /// Places in the files.
    var places: String
  }

  /// One row with its points.
  struct PointsRow {
    var name: String
    /// On the approved target; `nil` where it is the same as the other or there is none.
    var approved: String?
    var own: String?
    /// Whether the points differ between the two.
    var differs: Bool
  }

  let pair: ComparedForms

  /// More characters than these before and after stand on lines of their own.
  private static let longest = 60

  init(_ pair: ComparedForms) { self.pair = pair }

  /// Two forms of one kind are an old one and a new one.
  private var sides: Messages.Sides {
    let kinds = (pair.approved.read.form.kind, pair.evaluated.read.form.kind)
    return kinds.0 == kinds.1 && !pair.isAlone ? .oldAndNew : .approvedAndEvaluated
  }

  /// Project, unit, year of the self-evaluation.
  var subject: String {
    let form = pair.evaluated.read.form
    let year = form[.year].map { Messages.ofYear($0) }
    return [form[.project], form[.implementingUnit], year].compactMap { $0 }.joined(separator: " · ")
  }

  var changesHeading: String {
    let changes = pair.comparison.changes
    guard !changes.isEmpty else { return pair.isAlone ? Messages.aloneHeading : sides.noChanges }
    return Messages.changes(
      changes.count, loosened: changes.count { $0.direction == .loosened },
      tightened: changes.count { $0.direction == .tightened })
  }

  var changes: [Entry] { pair.comparison.changes.map(entry) }

  /// How the rows were paired; `nil` where all have the same name.
  var pairing: String? {
    let pairs = pair.comparison.matching.pairs
    guard !pair.isAlone, !pairs.isEmpty else { return nil }
    let counts = IndicatorMatching.Rung.allCases.compactMap { rung in
      let count = pairs.count { $0.rung == rung }
      return count == 0 ? nil : Messages.count(count, of: rung)
    }
    return Messages.pairing(pairs.count, counts)
  }

  /// Pairs that are not beyond doubt, each with its reason.
  var doubtfulPairs: [Entry] {
    pair.comparison.matching.pairs.filter { $0.rung == .similar || $0.confidence < 95 }.map { found in
      entry(found, sign: Messages.Sign.pair, look: .hint, title: Messages.takenAs)
    }
  }

  var proposals: [Entry] {
    let matching = pair.comparison.matching
    let pairs = matching.proposals.map { found in
      entry(found, sign: Messages.Sign.open, look: .warning, title: Messages.maybeSame)
    }
    let splits = matching.splits.filter { !$0.isTaken }.map { parts($0, isSplit: true) }
    let merges = matching.merges.filter { !$0.isTaken }.map { parts($0, isSplit: false) }
    return pairs + splits + merges
  }

  var unclear: [Entry] {
    pair.comparison.unclear.map { unclear in
      let name = unclear.evaluated.map { subject(of: $0) } ?? ""
      return Entry(
        sign: Messages.Sign.unclear, look: .hint, title: name + Messages.reason(unclear.reason), lines: [],
        places: places(unclear.approved, unclear.evaluated))
    }
  }

  var findings: [Entry] {
    pair.evaluated.findings.map(\.finding).filter { !$0.isAboutChanges }.map { finding in
      Entry(
        sign: Messages.name(of: finding.severity), look: Self.look(of: finding.severity),
        title: finding.message, lines: [Messages.help(finding)],
        places: pair.place(evaluated: finding.path) ?? "")
    }
  }

  private static func look(of severity: Severity) -> ReportSetting.Look {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }

  var points: [PointsRow] {
    guard let points = pair.points else { return [] }
    return points.rows.map { row in
      let differs = row.own?.counted != row.onApproved?.counted || row.own?.weight != row.onApproved?.weight
      let isSame = row.own == row.onApproved
      return PointsRow(
        name: rowName(row),
        approved: isSame
          ? nil
          : row.onApproved?.line
            ?? (row.isPart ? Messages.countedTogether : Messages.notApproved),
        own: row.own?.line, differs: differs)
    }
  }

  /// The name with its target: rows of one name are told apart by it.
  private func rowName(_ row: TwofoldPoints.Row) -> String {
    if let index = row.evaluatedRow { return rowText(pair.evaluated.read.form.indicators[index]) }
    return row.approvedRow.map { rowText(pair.approved.read.form.indicators[$0]) } ?? row.name
  }

  /// The points of each 一级指标, both ways where there are two forms.
  var levels: [String] {
    LevelPoints.all(of: pair).map { level in
      Messages.level(level.name, approved: pair.isAlone ? nil : level.approved.text, own: level.own.text)
    }
  }

  /// Execution, totals, grades and what the changes are worth.
  var totals: [String] {
    guard let points = pair.points else { return [Messages.noScoring] }
    var lines = points.execution.map { [Messages.execution($0.line)] } ?? []
    lines.append(Messages.total(Messages.onOwnTargets, points.own))
    if !pair.isAlone {
      lines.append(Messages.total(Messages.onApprovedTargets, points.approved))
      if !points.hasApprovedWeights { lines.append(Messages.noApprovedWeights) }
      if let worth = points.worth { lines.append(Messages.worth(worth)) }
    }
    if let printed = points.printed {
      lines.append(Messages.printedTotal(printed, points.printedGrade, own: points.own))
    }
    return lines
  }
}

// MARK: Entries

extension ComparisonOutline {
  private func entry(_ change: Change) -> Entry {
    let place = place(of: change)
    let name = subject(of: place.path, isApproved: place.isApproved)
    let (sign, look) = self.sign(of: change)
    let kind = sides.name(of: change.kind)
    let way = change.direction.map(Messages.name(of:)).map { $0 + " " } ?? ""
    var lines: [String] = []
    switch change.kind {
    case .dropped: lines.append(sides.wasThere(change.before))
    case .added: lines.append(sides.isThere(change.after))
    default:
      let extent = change.extent.map(Messages.extent) ?? ""
      let isLong = (change.before ?? "").count + (change.after ?? "").count > Self.longest
      lines +=
        isLong
        ? sides.onTwoLines(change.before, change.after, extent)
        : [sides.fromTo(change.before, change.after, extent)]
    }
    return Entry(
      sign: sign, look: look, title: way + kind + name, lines: lines,
      places: places(change.approved, change.evaluated))
  }

  /// What a change is about: the row of the self-evaluation where there is one, and the one that was split.
  private func place(of change: Change) -> (path: FormPath, isApproved: Bool) {
    if change.kind != .split, let evaluated = change.evaluated { return (evaluated, false) }
    return (change.approved ?? .form, true)
  }

  private func sign(of change: Change) -> (String, ReportSetting.Look) {
    switch (change.kind, change.direction) {
    case (.dropped, _): (Messages.Sign.dropped, .error)
    case (.added, _): (Messages.Sign.added, .warning)
    case (_, .loosened?): (Messages.Sign.loosened, .error)
    case (_, .tightened?): (Messages.Sign.tightened, .info)
    default: (Messages.Sign.changed, .warning)
    }
  }

  /// ` “自助设备数”` for a row, the label for a field.
  private func subject(of path: FormPath, isApproved: Bool = false) -> String {
    let form = isApproved ? pair.approved : pair.evaluated
    switch path {
    case .indicator(let row, _): return Messages.quotedRow(form.read.form.indicators[row].level3)
    case .form: return ""
    default: return Messages.labelled(path.text(in: form.read.form, labels: form.labels))
    }
  }

  /// The row, or the field, that a change is about.
  func object(of change: Change) -> String {
    let place = place(of: change)
    let form = place.isApproved ? pair.approved : pair.evaluated
    switch place.path {
    case .indicator(let row, _): return form.read.form.indicators[row].level3
    case .form: return ""
    case let path: return path.text(in: form.read.form, labels: form.labels)
    }
  }

  private func places(_ approved: FormPath?, _ evaluated: FormPath?) -> String {
    let known = [pair.isAlone ? nil : pair.place(approved: approved), pair.place(evaluated: evaluated)]
    return known.compactMap { $0 }.joined(separator: Messages.becomes)
  }

  private func entry(
    _ found: IndicatorMatching.Pair, sign: String, look: ReportSetting.Look, title: String
  ) -> Entry {
    let old = pair.approved.read.form.indicators[found.old]
    let new = pair.evaluated.read.form.indicators[found.new]
    return Entry(
      sign: sign, look: look, title: title + Messages.confidence(found.confidence),
      lines: [
        sides.fromTo(rowText(old), rowText(new)), Messages.because(found.reasons),
      ], places: places(.indicator(found.old, .level3), .indicator(found.new, .level3)))
  }

  private func parts(_ found: IndicatorMatching.Parts, isSplit: Bool) -> Entry {
    let approved = pair.approved.read.form.indicators
    let evaluated = pair.evaluated.read.form.indicators
    let (wholes, others) = isSplit ? (approved, evaluated) : (evaluated, approved)
    let whole = rowText(wholes[found.whole])
    let parts = found.parts.map { rowText(others[$0]) }.joined(separator: Messages.listSeparator)
    return Entry(
      sign: Messages.Sign.open, look: .warning,
      title: (isSplit ? Messages.maybeSplit : Messages.maybeMerged) + Messages.confidence(found.confidence),
      lines: [isSplit ? sides.fromTo(whole, parts) : sides.fromTo(parts, whole)],
      places: "")
  }

  private func rowText(_ row: Indicator) -> String {
    row.target.map { row.level3 + " " + $0.text } ?? row.level3
  }
}

extension Finding {
  /// Whether it repeats what the list of changes says.
  var isAboutChanges: Bool { ComparisonOutline.ruleIDs.contains(rule) }
}

extension ComparisonOutline {
  /// The rules of the group `comparison` that speak about the changes themselves.
  static let ruleIDs: Set<String> = [
    "indicator-dropped", "indicator-added", "indicator-renamed", "category-changed", "target-changed",
    "scale-differs", "weight-changed", "goal-changed", "fund-base-changed", "identity-differs",
  ]
}
