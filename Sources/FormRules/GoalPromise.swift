import FormModel
import FoundationEssentials
import YAMLText

/// Tells the figures of a goal that promise something from those that only describe.
///
/// What is so already (`现已接入 1300 余家`), the number of all (`全市 16 个区`), details (`其中……`), money (the
/// funds have cells of their own), durations, versions, `24小时` service and `3个方面` are no promises; a rule
/// file says by which words they are known.
struct GoalPromise: Sendable {
  typealias Scalars = String.UnicodeScalarView.SubSequence

  private let details: WordList?
  private let before: WordList?
  private let behind: WordList?
  private let units: [String]
  private let names: [String]
  private let limits: WordList?
  private let rhythms: Vocabulary?

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
    rhythms = try parameters.vocabulary("rhythms")
  }

  /// The figure with what it comes to in a year, or `nil` when it promises nothing.
  func promised(
    _ figure: GoalFigures.Figure, unit: MeasureUnit, before text: Scalars, rest: Scalars
  ) -> GoalFigures.Figure? {
    if unit.kind == .money || units.contains(unit.base) { return nil }
    let clause = Self.tail(of: text, until: Self.clauseEnds)
    let rest = String(rest.prefix(6))
    if details?.match(in: Self.tail(of: text, until: Self.sentenceEnds)) != nil { return nil }
    if before?.match(in: clause) != nil || behind?.match(in: rest) != nil { return nil }
    if names.contains(figure.text), limits?.match(in: clause) == nil, limits?.match(in: rest) == nil {
      return nil
    }
    var figure = figure
    figure.yearly = figure.value * timesAYear(clause)
    (figure.clause, figure.rest) = (clause, rest)
    return figure
  }

  private func timesAYear(_ clause: String) -> Decimal {
    guard let rhythms, let word = rhythms.list.match(in: clause),
      let times = rhythms.fields(of: word)["times"]
    else { return 1 }
    return decimal(printed: times) ?? 1
  }

  private static func tail(of text: Scalars, until ends: Set<Unicode.Scalar>) -> String {
    let part = text.suffix(80)
    guard let end = part.lastIndex(where: ends.contains) else { return String(part) }
    return String(part[part.index(after: end)...])
  }

  private static let clauseEnds = Set("，。；、：,;:!！?？".unicodeScalars)
  private static let sentenceEnds = Set("。；;!！?？".unicodeScalars)
}
