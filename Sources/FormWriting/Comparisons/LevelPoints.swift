import FormComparison
import FormModel
import FoundationEssentials

/// The points of one 一级指标, on the approved targets and on the self-evaluation's own.
struct LevelPoints {
  let name: String
  let approved: Sum
  let own: Sum

  /// Points and what they are out of; rows that are exempt are not in it.
  struct Sum {
    private(set) var points = Decimal(0)
    private(set) var weight = Decimal(0)
    /// Rows whose points nobody knows; they count nothing.
    private(set) var unknown = 0

    mutating func add(_ row: RowPoints?) {
      guard let row, !row.isExempt else { return }
      points += row.counted ?? 0
      if row.counted == nil { unknown += 1 }
      weight += row.weight ?? 0
    }

    /// `27.5 / 30`, and how many rows are not in it.
    var text: String { "\(points) / \(weight)" + Messages.unknownRows(unknown) }
  }

  /// In the order of the self-evaluation; none where no row has points.
  static func all(of pair: ComparedForms) -> [LevelPoints] {
    guard let points = pair.points else { return [] }
    var names: [String] = []
    var own: [String: Sum] = [:]
    var approved: [String: Sum] = [:]
    for row in points.rows {
      let form = row.evaluatedRow == nil ? pair.approved.read.form : pair.evaluated.read.form
      guard let index = row.evaluatedRow ?? row.approvedRow else { continue }
      let name = form.indicators[index].level1
      if !names.contains(name) { names.append(name) }
      own[name, default: Sum()].add(row.own)
      approved[name, default: Sum()].add(row.onApproved)
    }
    return names.map { LevelPoints(name: $0, approved: approved[$0] ?? Sum(), own: own[$0] ?? Sum()) }
      .filter { $0.own.weight != 0 || $0.approved.weight != 0 }
  }
}
