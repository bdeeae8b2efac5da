import FormComparison
import FormModel
import FormScoring
import FoundationEssentials

/// The result of a row beside its target, as a bar of ``Bar/length`` units; the target stands at ``Bar/mark``.
struct Bar {
  /// The drawing's width.
  static let length = 150
  /// Where the target stands.
  static let target = 100

  let length = Bar.length
  let mark = Bar.target
  /// The result, at most ``Bar/length``.
  let width: Int
  /// `met` or `missed`.
  let look: String
  /// `98.44%，没有达到`.
  let text: String

  /// - Returns: `nil` for what is no share of a number.
  init?(_ attainment: Attainment) {
    guard case .measured(let measured) = attainment, let percent = measured.percent else { return nil }
    width = min(max(Int("\(percent.rounded(decimals: 0))") ?? 0, 0), Bar.length)
    look = measured.isMet ? "met" : "missed"
    text = Messages.attained("\(percent.rounded(decimals: 2))", isMet: measured.isMet)
  }
}

/// The points of one 一级指标 on both targets, as bars as long as its weight at most.
struct LevelBars {
  /// The drawing's width.
  static let length = 300

  let name: String
  let length = LevelBars.length
  let approvedWidth: Int
  let ownWidth: Int
  /// `27.5 / 30`.
  let approvedText: String
  let ownText: String

  /// In the order of the self-evaluation; none where the rows have no points.
  static func all(of pair: ComparedForms) -> [LevelBars] {
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
    return names.map { name in
      LevelBars(name, approved[name] ?? Sum(), own: own[name] ?? Sum())
    }
  }

  private struct Sum {
    var points = Decimal(0)
    var weight = Decimal(0)

    mutating func add(_ row: RowPoints?) {
      guard let row, !row.isExempt else { return }
      points += row.counted ?? 0
      weight += row.weight ?? 0
    }

    var width: Int {
      guard weight > 0 else { return 0 }
      return min(
        max(Int("\((points / weight * Decimal(LevelBars.length)).rounded(decimals: 0))") ?? 0, 0),
        LevelBars.length)
    }

    var text: String { "\(points) / \(weight)" }
  }

  private init(_ name: String, _ approved: Sum, own: Sum) {
    self.name = name
    (approvedWidth, ownWidth) = (approved.width, own.width)
    (approvedText, ownText) = (approved.text, own.text)
  }
}
