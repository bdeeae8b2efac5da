import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// What the layout of a pair's page can name; the property names are the layout's words.
struct ComparisonPage {
  let heading: String
  let line: String
  let subject: String
  let backToIndex = Messages.backToComparisons
  let indexName = ComparisonIndexPage.name(0)
  let figures: [Figure]
  let changesHeading: String
  let changes: [Entry]
  let sections: [Section]
  let hasLevels: Bool
  let levelsHeading = Messages.levelsHeading
  let levels: [LevelBars]
  let onApproved = Messages.onApprovedShort
  let onOwn = Messages.onOwnShort
  let hasRows: Bool
  let rowsHeading = Messages.attainmentHeading
  let heads = Messages.rowHeads
  let rows: [Row]
  let totalsHeading = Messages.totalsHeading
  let totals: [String]
  let remark: String?

  /// A number at the top of the page.
  struct Figure {
    let label: String
    let value: String
    /// `good`, `bad` or `plain`.
    let look: String
  }

  /// Something that changed, is doubtful or wrong.
  struct Entry {
    let sign: String
    /// `error`, `warning`, `info` or `hint`.
    let look: String
    let title: String
    let lines: [String]
    let places: String
  }

  struct Section {
    let heading: String
    let entries: [Entry]
  }

  /// One row with its bar.
  struct Row {
    let level: String
    let name: String
    let target: String
    let actual: String
    /// `nil` where target and result are no numbers.
    let bar: Bar?
    let own: String
    let approved: String?
    /// `differs` where the two points are not the same.
    let look: String
  }

  /// - Parameter most: rows, changes and findings of each kind that are shown.
  init(_ pair: ComparedForms, most: Int = .max) {
    let outline = ComparisonOutline(pair)
    heading = pair.evaluated.read.form[.project] ?? pair.name
    line = pair.name
    subject = outline.subject
    figures = Self.figures(pair)
    changesHeading = outline.changesHeading
    changes = outline.changes.prefix(most).map(Entry.init)
    sections = Self.sections(outline, most)
    levels = LevelBars.all(of: pair)
    hasLevels = !levels.isEmpty
    rows = Self.rows(pair, outline, most)
    hasRows = !rows.isEmpty
    totals = outline.totals
    let isCut = outline.changes.count > most || outline.points.count > most || outline.findings.count > most
    remark = isCut ? Messages.pageCut(most) : nil
  }

  private static func sections(_ outline: ComparisonOutline, _ most: Int) -> [Section] {
    let all = [
      (outline.pairing ?? "", outline.doubtfulPairs), (Messages.toDecide, outline.proposals),
      (Messages.cannotCompare, outline.unclear), (Messages.otherFindings, outline.findings),
    ]
    return all.filter { !$0.1.isEmpty }.map { heading, entries in
      Section(heading: heading, entries: entries.prefix(most).map(Entry.init))
    }
  }

  private static func figures(_ pair: ComparedForms) -> [Figure] {
    guard let points = pair.points else { return [] }
    func shown(_ total: TwofoldPoints.Total) -> String {
      [total.outOfHundred.map { "\($0)" } ?? Messages.unknown, total.grade].compactMap { $0 }.joined(
        separator: " ")
    }
    var figures: [Figure] = []
    if let printed = points.printed {
      let text = [("\(printed)"), points.printedGrade].compactMap { $0 }.joined(separator: " ")
      figures.append(Figure(label: Messages.printedShort, value: text, look: "plain"))
    }
    let isRight = points.printed == points.own.outOfHundred
    figures.append(
      Figure(label: Messages.onOwnShort, value: shown(points.own), look: isRight ? "plain" : "bad"))
    guard !pair.isAlone else { return figures }
    figures.append(Figure(label: Messages.onApprovedShort, value: shown(points.approved), look: "plain"))
    if let worth = points.worth {
      let text = worth > 0 ? "+\(worth)" : "\(worth)"
      figures.append(Figure(label: Messages.worthShort, value: text, look: worth > 0 ? "bad" : "plain"))
    }
    return figures
  }

  private static func rows(_ pair: ComparedForms, _ outline: ComparisonOutline, _ most: Int) -> [Row] {
    guard let points = pair.points else { return [] }
    return zip(points.rows, outline.points).prefix(most).map { row, shown in
      let form = row.evaluatedRow == nil ? pair.approved.read.form : pair.evaluated.read.form
      let indicator = (row.evaluatedRow ?? row.approvedRow).map { form.indicators[$0] }
      return Row(
        level: indicator.map { $0.level2 ?? $0.level1 } ?? "", name: row.name,
        target: indicator?.target?.text ?? "",
        actual: row.evaluatedRow == nil ? Messages.notEvaluated : indicator?.actual?.text ?? "",
        bar: row.own.flatMap { Bar($0.attainment) }, own: shown.own ?? "", approved: shown.approved,
        look: shown.differs ? "differs" : "")
    }
  }
}

extension ComparisonPage.Entry {
  fileprivate init(_ entry: ComparisonOutline.Entry) {
    self.init(
      sign: entry.sign, look: "\(entry.look)", title: entry.title, lines: entry.lines, places: entry.places)
  }
}
