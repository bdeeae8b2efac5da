import FormModel
import FoundationEssentials

/// An amount of money in a running text.
struct MoneyInText: Sendable, Hashable {
  /// As it stands there: `128万元`.
  var text: String
  /// In 元.
  var yuan: Decimal
  /// What the last printed decimal is worth, in 元: 10000 of `128万元`.
  var step: Decimal
  /// What stands before it in its clause.
  var before: String
  /// The year that is named last before it, in its sentence.
  var year: Int?
  /// The next signs behind it.
  var behind: String
  /// Whether it says itself that it is not exact: 约, 近, 余, 左右.
  var isApproximate: Bool

  /// Whether a known amount is the same, as far as it is printed.
  func isSame(as known: Decimal) -> Bool { abs(known - yuan) < step }

  /// Whether one is just ten thousand times the other: 元 taken for 万元.
  func isTenThousandTimes(_ known: Decimal) -> Bool {
    known > 0 && yuan > 0 && (yuan == known * 10_000 || yuan * 10_000 == known)
  }
}

extension MoneyInText {
  /// The amounts of a text that are money as such, not a price per something (`300元/人`, `每台8万元`).
  ///
  /// - Parameter text: half width, without blanks.
  static func all(in text: String) -> [MoneyInText] {
    var found: [MoneyInText] = []
    GoalFigures.scan(text) { number, before, after in
      guard !GoalFigures.isPartOfAnother(before, after),
        let (figure, unit, rest) = GoalFigures.measured(number, after), unit.kind == .money
      else { return }
      let clause = tail(before)
      guard !isPerSomething(clause, rest) else { return }
      found.append(
        MoneyInText(
          text: figure.text, yuan: figure.counted, step: step(of: number) * unit.factor, before: clause,
          year: GoalFigures.years(in: sentence(before)).last, behind: String(rest.prefix(8)),
          isApproximate: isApproximate(figure.text, clause, rest)))
    }
    return found
  }

  /// The percentages behind one of some words: 60 and 40 of `目标一占比60%，目标二占比40%`.
  static func shares(in text: String, behind words: WordList) -> [Decimal] {
    var found: [Decimal] = []
    GoalFigures.scan(text) { number, before, after in
      guard after.first == "%", words.match(in: tail(before)) != nil, let value = decimal(printed: number)
      else { return }
      found.append(value)
    }
    return found
  }

  private static func step(of number: String) -> Decimal {
    let decimals = number.split(separator: ".").dropFirst().last?.count ?? 0
    return Decimal(sign: .plus, exponent: -decimals, significand: 1)
  }

  private static func isPerSomething(_ clause: String, _ rest: GoalFigures.Scalars) -> Bool {
    if let next = rest.first, "/每".unicodeScalars.contains(next) { return true }
    return clause.unicodeScalars.suffix(6).contains("每") || clause.hasSuffix("人均") || clause.hasSuffix("单价")
  }

  private static func isApproximate(_ text: String, _ clause: String, _ rest: GoalFigures.Scalars) -> Bool {
    text.unicodeScalars.contains { "余多".unicodeScalars.contains($0) } || clause.hasSuffix("约")
      || clause.hasSuffix("近") || rest.starts(with: "左右".unicodeScalars)
      || rest.starts(with: "以上".unicodeScalars) || rest.starts(with: "以内".unicodeScalars)
  }

  private static func sentence(_ before: GoalFigures.Scalars) -> String {
    let part = before.suffix(120)
    guard let end = part.lastIndex(where: sentenceEnds.contains) else { return String(part) }
    return String(part[part.index(after: end)...])
  }

  private static let sentenceEnds = Set("。；;\n".unicodeScalars)

  private static func tail(_ before: GoalFigures.Scalars) -> String {
    let part = before.suffix(24)
    guard let end = part.lastIndex(where: clauseEnds.contains) else { return String(part) }
    return String(part[part.index(after: end)...])
  }

  private static let clauseEnds = Set("，。；、,;!！?？\n".unicodeScalars)
}
