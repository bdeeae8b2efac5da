import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// What office programs are given of a pair: rows of texts, table by table.
public struct ComparisonSections: Sendable {
  /// One of the tables.
  enum Part: CaseIterable {
    /// Which row is which.
    case pairs
    /// What changed, what is doubtful or cannot be compared.
    case changes
    /// The points with their arithmetic.
    case points
  }

  /// The pair in one line of the summary.
  let entry: ComparisonEntry
  /// Project, unit and year.
  let subject: String
  let form: Form
  private let parts: [[[String]]]

  /// - Parameter pair: what was compared.
  public init(_ pair: ComparedForms) {
    let outline = ComparisonOutline(pair)
    entry = ComparisonEntry(pair, page: "")
    subject = outline.subject.isEmpty ? pair.name : outline.subject
    form = pair.evaluated.read.form
    parts = [Self.pairs(pair), Self.changes(pair, outline), Self.points(pair, outline)]
  }

  func rows(of part: Part) -> [[String]] {
    switch part {
    case .pairs: parts[0]
    case .changes: parts[1]
    case .points: parts[2]
    }
  }

  /// Columns of ``ComparisonTable``: levels, names, how they were paired, values, weights, note.
  private static let pairColumns = [3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 19]

  private static func pairs(_ pair: ComparedForms) -> [[String]] {
    ComparisonTable(pair).rows.map { row in pairColumns.map { row[$0] } }
  }

  // MARK: Changes

  private static func changes(_ pair: ComparedForms, _ outline: ComparisonOutline) -> [[String]] {
    let changes = zip(pair.comparison.changes, outline.changes).map { change, entry in
      [
        entry.sign + " " + Messages.name(of: change.kind), outline.object(of: change),
        change.direction.map(Messages.name(of:)) ?? "", change.before ?? "", change.after ?? "",
        change.extent.map { Messages.extentAlone($0) } ?? "", entry.places,
      ]
    }
    let open = pair.comparison.matching.proposals.map { found in
      let rows = (
        pair.approved.read.form.indicators[found.old], pair.evaluated.read.form.indicators[found.new]
      )
      return [
        Messages.Sign.open + " " + Messages.maybeSame, rows.1.level3, "", rowText(rows.0), rowText(rows.1),
        Messages.notDecided(found.confidence) + Messages.listSeparator + Messages.reasons(found.reasons), "",
      ]
    }
    let parts = outline.proposals.dropFirst(open.count).map { entry in
      [
        entry.sign + " " + entry.title, "", "", "", "", entry.lines.joined(separator: Messages.listSeparator),
        "",
      ]
    }
    let unclear = outline.unclear.map { entry in
      [entry.sign + " " + Messages.cannotCompare, "", "", "", "", entry.title, entry.places]
    }
    return changes + open + parts + unclear
  }

  private static func rowText(_ row: Indicator) -> String {
    row.target.map { row.level3 + " " + $0.text } ?? row.level3
  }

  // MARK: Points

  private static func points(_ pair: ComparedForms, _ outline: ComparisonOutline) -> [[String]] {
    guard let points = pair.points else { return [] }
    let rows = zip(points.rows, outline.points).map { row, shown in
      let form = row.evaluatedRow == nil ? pair.approved.read.form : pair.evaluated.read.form
      let level = (row.evaluatedRow ?? row.approvedRow).map { form.indicators[$0].level1 } ?? ""
      let approved = pair.isAlone ? nil : row.onApproved
      return [
        level, row.name, number(approved?.weight), number(row.own?.weight), number(row.own?.given),
        number(approved?.counted), number(row.own?.counted),
        pair.isAlone ? "" : shown.approved ?? shown.own ?? "",
        shown.own ?? "",
      ]
    }
    return rows + levels(pair) + sums(points, isAlone: pair.isAlone)
  }

  private static func levels(_ pair: ComparedForms) -> [[String]] {
    LevelPoints.all(of: pair).map { level in
      let approved = pair.isAlone ? nil : level.approved
      return [
        level.name, Messages.subtotal, number(approved?.weight), number(level.own.weight), "",
        number(approved?.points), number(level.own.points),
        approved.map { Messages.unknownRows($0.unknown) } ?? "", Messages.unknownRows(level.own.unknown),
      ]
    }
  }

  private static func sums(_ points: TwofoldPoints, isAlone: Bool) -> [[String]] {
    let execution = points.execution.map { found in
      let weight = "\(found.weight)"
      let counted = number(found.points)
      return [
        Messages.executionName, "", isAlone ? "" : weight, weight, number(found.printed),
        isAlone ? "" : counted, counted, isAlone ? "" : found.line, found.line,
      ]
    }
    let approved = isAlone ? nil : points.approved
    let total = [
      Messages.totalName, "", number(approved?.base), number(points.own.base), number(points.printed),
      number(approved?.points), number(points.own.points), approved.map(Messages.outOfHundred) ?? "",
      Messages.outOfHundred(points.own),
    ]
    let worth =
      isAlone
      ? nil
      : points.worth.map { [Messages.worthShort, "", "", "", "", "", number($0), "", Messages.worth($0)] }
    return [execution, total, worth].compactMap { $0 }
  }

  private static func number(_ value: Decimal?) -> String { value.map { "\($0)" } ?? "" }
}
