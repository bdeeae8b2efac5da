import ChineseText
import FormModel
import FoundationEssentials
import YAMLText

/// Tells the figures of a goal that promise something from those that only describe.
///
/// What is so already (`现已接入 1300 余家`), the number of all (`全市 16 个区`), details (`其中……`), money (the
/// funds have cells of their own), durations, versions, `24小时` service and `3个方面` are no promises; a rule
/// file says by which words they are known.
struct GoalPromise: Sendable {
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
  func promised(_ number: NumberInText, in goal: PlainText) -> GoalFigures.Figure? {
    guard let measured = number.measured, measured.unit.kind != .money,
      !units.contains(where: { isSameBytes($0, measured.unit.base) })
    else { return nil }
    var text = number.text
    return text.withUTF8 { bytes in
      let start = bytes.start(ofPartBefore: number.place.lowerBound, Self.longest, until: Self.isClauseEnd)
      let clause = bytes.part(start..<number.place.lowerBound)
      let rest = bytes.part(measured.end..<bytes.end(ofSigns: NumberInText.nextSigns, from: measured.end))
      if isDetail(number, bytes, goal) || occurs(before, clause, goal) || occurs(behind, rest, goal) {
        return nil
      }
      if isName(bytes.part(number.place.lowerBound..<measured.end)),
        !occurs(limits, clause, goal), !occurs(limits, rest, goal)
      {
        return nil
      }
      var figure = GoalFigures.Figure(number, measured, clause: start..<number.place.lowerBound)
      figure.isPercentage = bytes[measured.end - 1] == UInt8(ascii: "%")
      if let times = timesAYear(clause, in: goal) { figure.yearly = figure.value * times }
      return figure
    }
  }

  private func isDetail(_ number: NumberInText, _ bytes: UnsafeBufferPointer<UInt8>, _ goal: PlainText)
    -> Bool
  {
    guard let details, goal.mayHave(partWith: details) else { return false }
    let end = number.place.lowerBound
    let start = bytes.start(ofPartBefore: end, Self.longest, until: Self.isSentenceEnd)
    return occurs(details, bytes.part(start..<end), goal)
  }

  private func occurs(_ words: WordList?, _ part: UnsafeBufferPointer<UInt8>, _ goal: PlainText) -> Bool {
    words?.match(in: part, of: goal) != nil
  }

  private func isName(_ figure: UnsafeBufferPointer<UInt8>) -> Bool {
    names.contains { $0.utf8.count == figure.count && $0.utf8.elementsEqual(figure) }
  }

  private func timesAYear(_ clause: UnsafeBufferPointer<UInt8>, in goal: PlainText) -> Decimal? {
    guard let rhythms, let word = rhythms.list.match(in: clause, of: goal),
      let times = rhythms.fields(of: word)["times"]
    else { return nil }
    return decimal(printed: times)
  }

  /// Signs before a figure that are looked at.
  private static let longest = 80

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
