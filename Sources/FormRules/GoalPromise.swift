import FormModel
import FoundationEssentials
import YAMLText

/// Tells the figures of a goal that promise something from those that only describe.
///
/// What is so already (`现已接入 1300 余家`), the number of all (`全市 16 个区`), details (`其中……`), money (the
/// funds have cells of their own), durations, versions, `24小时` service and `3个方面` are no promises; a rule
/// file says by which words they are known.
struct GoalPromise: Sendable {
  typealias Scalars = NumberInText.Scalars

  private let details: WordList?
  private let before: WordList?
  private let behind: WordList?
  private let units: [String]
  private let names: [String]
  private let limits: WordList?
  private let rhythms: Vocabulary?

  static let keys = [
    "not-in-sentence", "not-before", "not-behind", "not-units", "not-figures", "limits", "rhythms",
  ]

  /// - `not-in-sentence`, `not-before`, `not-behind`: words in the sentence or clause before the figure, and behind
  ///   it, that say it is no promise; `not-units`: units of no promise.
  /// - `not-figures`: figures that are names unless a word of `limits` stands before or behind them.
  /// - `rhythms`: words like 每月 with `times`, how often a year.
  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    details = try parameters.words("not-in-sentence")
    before = try parameters.words("not-before")
    behind = try parameters.words("not-behind")
    units = try parameters.texts("not-units")
    names = try parameters.texts("not-figures")
    limits = try parameters.words("limits")
    rhythms = try parameters.vocabulary("rhythms", isSought: true)
  }

  /// The figure with what it comes to in a year, or `nil` when it promises nothing.
  /// - Parameter goal: the whole text, most of which has none of the words.
  func promised(
    _ number: NumberInText.Measured, before text: Scalars, in goal: PlainText
  ) -> GoalFigures.Figure? {
    if number.unit.kind == .money || units.contains(number.unit.base) { return nil }
    var figure = GoalFigures.Figure(number)
    let clause = Self.tail(of: text, until: Self.isClauseEnd)
    let rest = String(number.rest.prefix(6))
    if let details, goal.mayHave(partWith: details),
      details.match(in: Self.tail(of: text, until: Self.isSentenceEnd)) != nil
    {
      return nil
    }
    if before?.match(in: clause) != nil || behind?.match(in: rest) != nil { return nil }
    if names.contains(figure.text), limits?.match(in: clause) == nil, limits?.match(in: rest) == nil {
      return nil
    }
    if let times = timesAYear(clause, in: goal) { figure.yearly = figure.value * times }
    (figure.clause, figure.rest) = (clause, rest)
    return figure
  }

  private func timesAYear(_ clause: String, in goal: PlainText) -> Decimal? {
    guard let rhythms, goal.mayHave(partWith: rhythms.list), let word = rhythms.list.match(in: clause),
      let times = rhythms.fields(of: word)["times"]
    else { return nil }
    return decimal(printed: times)
  }

  private static func tail(of text: Scalars, until isEnd: (Unicode.Scalar) -> Bool) -> String {
    let part = text.suffix(80)
    guard let end = part.lastIndex(where: isEnd) else { return String(part) }
    return String(part[part.index(after: end)...])
  }

  private static func isClauseEnd(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "，", "。", "；", "、", "：", ",", ";", ":", "!", "！", "?", "？": true
    default: false
    }
  }

  private static func isSentenceEnd(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "。", "；", ";", "!", "！", "?", "？": true
    default: false
    }
  }
}
