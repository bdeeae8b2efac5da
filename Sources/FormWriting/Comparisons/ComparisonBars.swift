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

  static func all(of pair: ComparedForms) -> [LevelBars] { LevelPoints.all(of: pair).map(LevelBars.init) }

  private init(_ points: LevelPoints) {
    name = points.name
    (approvedWidth, ownWidth) = (Self.width(of: points.approved), Self.width(of: points.own))
    (approvedText, ownText) = (points.approved.text, points.own.text)
  }

  private static func width(of sum: LevelPoints.Sum) -> Int {
    guard sum.weight > 0 else { return 0 }
    let share = (sum.points / sum.weight * Decimal(length)).rounded(decimals: 0)
    return min(max(Int("\(share)") ?? 0, 0), length)
  }
}
