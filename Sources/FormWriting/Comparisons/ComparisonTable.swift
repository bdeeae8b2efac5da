import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// A pair as rows of texts, one an indicator: for spreadsheets.
struct ComparisonTable {
  /// The heads of the columns.
  static let heads = Messages.comparisonHeads

  let rows: [[String]]

  init(_ pair: ComparedForms) {
    let form = pair.evaluated.read.form
    let head = [form[.project] ?? pair.name, form[.implementingUnit] ?? "", form[.year] ?? ""]
    let levels = Dictionary(
      LevelPoints.all(of: pair).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    rows = Self.lines(of: pair).map { line in
      let cells = line.cells(of: pair)
      let level = levels[cells[0]]
      let sums = [pair.isAlone ? nil : level?.approved.points, level?.own.points].map {
        $0.map { "\($0)" } ?? ""
      }
      return (head + cells + sums).map(visible)
    }
  }

  /// The rows of the self-evaluation in its order, then what is gone; rows that nobody has decided about stand alone.
  private static func lines(of pair: ComparedForms) -> [Line] {
    let matching = pair.comparison.matching
    let pairs = Dictionary(matching.pairs.map { ($0.new, $0) }, uniquingKeysWith: { first, _ in first })
    let points = pair.points?.rows ?? []
    let own = Dictionary(points.compactMap { row in row.evaluatedRow.map { ($0, row) } }) { first, _ in first
    }
    let gone = Dictionary(
      points.compactMap { row in row.evaluatedRow == nil ? row.approvedRow.map { ($0, row) } : nil }
    ) { first, _ in first }
    let evaluated = pair.evaluated.read.form.indicators.indices.map { row in
      Line(old: pairs[row]?.old, new: row, found: pairs[row], points: own[row])
    }
    let taken = Set(matching.pairs.map(\.old))
    let left = pair.isAlone ? [] : pair.approved.read.form.indicators.indices.filter { !taken.contains($0) }
    return evaluated + left.map { Line(old: $0, new: nil, found: nil, points: gone[$0]) }
  }

  private struct Line {
    var old: Int?
    var new: Int?
    var found: IndicatorMatching.Pair?
    var points: TwofoldPoints.Row?

    func cells(of pair: ComparedForms) -> [String] {
      let before = pair.isAlone ? nil : old.map { pair.approved.read.form.indicators[$0] }
      let after = new.map { pair.evaluated.read.form.indicators[$0] }
      let row = after ?? before
      let changes = pair.comparison.changes.filter { isMine($0) }
      var cells = [row?.level1 ?? "", row?.level2 ?? "", before?.level3 ?? "", after?.level3 ?? ""]
      cells.append(pair.isAlone ? "" : found.map { Messages.name(of: $0.rung) } ?? "")
      cells += [before?.target?.text ?? "", after?.target?.text ?? "", after?.actual?.text ?? ""]
      cells.append(changes.map { Messages.name(of: $0.kind) }.joined(separator: Messages.listSeparator))
      cells.append(
        changes.compactMap(\.direction).map(Messages.name(of:)).first ?? "")
      cells += [before?.weight?.text ?? "", after?.weight?.text ?? "", after?.score?.text ?? ""]
      cells += [points?.onApproved?.counted, points?.own?.counted].map { $0.map { "\($0)" } ?? "" }
      cells.append(points?.own?.line ?? points?.onApproved?.line ?? "")
      return cells + [after?.note ?? ""]
    }

    private func isMine(_ change: Change) -> Bool {
      if let new, case .indicator(new, _)? = change.evaluated { return true }
      if new == nil, let old, case .indicator(old, _)? = change.approved { return true }
      return false
    }
  }
}
