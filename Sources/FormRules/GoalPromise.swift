import FormModel
import FoundationEssentials

/// Tells the figures of a goal that promise something from those that only describe.
///
/// What is so already (`现已接入 1300 余家`), the number of all (`全市 16 个区`), details (`其中……`), money (the
/// funds have cells of their own), durations in months and years, versions, `24小时` service and `3个方面` are no promises.
struct GoalPromise {
  typealias Scalars = String.UnicodeScalarView.SubSequence

  /// The sentence part before the number.
  private let clause: String
  /// The sentence before the number.
  private let sentence: String
  /// What stands behind the unit.
  private let rest: String
  private let figure: GoalFigures.Figure
  private let unit: MeasureUnit

  init(_ figure: GoalFigures.Figure, unit: MeasureUnit, before: Scalars, rest: Scalars) {
    self.figure = figure
    self.unit = unit
    clause = Self.tail(of: before, until: Self.clauseEnds)
    sentence = Self.tail(of: before, until: Self.sentenceEnds)
    self.rest = String(rest.prefix(6))
  }

  var holds: Bool {
    if unit.kind == .money || ["月", "版", "号", "届"].contains(unit.base) { return false }
    if Self.details.match(in: sentence) != nil || Self.presence.match(in: clause) != nil { return false }
    if Self.everybody.match(in: clause) != nil || Self.parts.match(in: rest) != nil { return false }
    return !isRoundTheClock && !isMobileNetwork
  }

  /// How often the figure comes in a year: 12 for `每月 2 次`.
  var timesAYear: Decimal {
    Self.rhythms.first { clause.contains($0.word) }?.times ?? 1
  }

  /// `24小时自助服务`, unlike `24小时内修复`.
  private var isRoundTheClock: Bool {
    guard unit.base == "秒", unit.factor == 3600, figure.value == 24 else { return false }
    return Self.within.match(in: rest) == nil && Self.limits.match(in: clause) == nil
  }

  /// `5G`: a kind of network, no amount of data.
  private var isMobileNetwork: Bool { unit.text == "G" || unit.text == "g" }

  private static func tail(of text: Scalars, until ends: Set<Unicode.Scalar>) -> String {
    let part = text.suffix(80)
    guard let end = part.lastIndex(where: ends.contains) else { return String(part) }
    return String(part[part.index(after: end)...])
  }

  private static let clauseEnds = Set("，。；、：,;:!！?？".unicodeScalars)
  private static let sentenceEnds = Set("。；;!！?？".unicodeScalars)
  private static let details = WordList(["其中"])
  private static let presence = WordList([
    "现已", "目前", "已经", "现有", "已有", "已建", "已接入", "已完成", "已覆盖", "已开通", "已实现", "累计已", "截至", "截止", "去年", "上年",
    "往年", "历年", "原有", "此前",
  ])
  private static let everybody = WordList(
    ["全市", "全区", "全县", "全省", "全国", "全镇", "全街道", "全校", "全院", "本市", "本区", "我市", "我区", "下辖", "所辖", "辖区内", "辖内"]
      .flatMap { [$0 + "$", $0 + "共$", $0 + "各$", $0 + "所有$"] } + ["围绕$", "坚持$", "按照$", "由$", "从$"])
  private static let parts = WordList(
    ["方面", "维度", "层面", "层次", "阶段", "环节", "原则", "坚持", "统一", "板块", "重点方向", "大类", "步骤", "周期"].map { "^" + $0 })
  private static let within = WordList(["^内", "^以内", "^之内", "^以下"])
  private static let limits = WordList(["不超过$", "不大于$", "不高于$", "小于$", "低于$", "少于$", "≤$", "<$", "控制在$"])
  private static let rhythms: [(word: String, times: Decimal)] = [
    ("每半年", 2), ("每季", 4), ("每月", 12), ("每周", 52), ("每星期", 52), ("每日", 365), ("每天", 365),
  ]
}
