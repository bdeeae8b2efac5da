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
  static func all(in text: PlainText) -> [MoneyInText] { all(of: text.numbers) }

  /// - Parameter text: half width, without blanks.
  static func all(in text: String) -> [MoneyInText] { all(of: NumberInText.all(in: text)) }

  private static func all(of numbers: [NumberInText]) -> [MoneyInText] {
    numbers.compactMap { number in
      guard let measured = number.measured, measured.unit.kind == .money else { return nil }
      let clause = number.beginning(24, until: isClauseEnd)
      guard !isPerSomething(clause, number.rest) else { return nil }
      let sentence = number.beginning(120, until: isSentenceEnd)
      return MoneyInText(
        text: number.figure, yuan: measured.unit.inBase(measured.value),
        step: step(of: number.printed) * measured.unit.factor, before: clause,
        year: NumberInText.years(in: sentence).last, behind: String(number.rest.unicodeScalars.prefix(8)),
        isApproximate: isApproximate(number.figure, clause, number.rest))
    }
  }

  /// Whether a text may have two amounts: it has two signs that units of money end with.
  static func mayStand(twiceIn text: PlainText) -> Bool {
    var (text, count) = (text.text, 0)
    text.withUTF8 { bytes in
      var place = 0
      while place + 2 < bytes.count {
        guard bytes[place] >= 0xE0 else {
          place += 1
          continue
        }
        switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
        case (0xE5, 0x85, 0x83), (0xE5, 0x9C, 0x86), (0xE8, 0xA7, 0x92): count += 1
        default: break
        }
        place += 3
      }
    }
    return count > 1
  }

  /// The percentages behind one of some words: 60 and 40 of `目标一占比60%，目标二占比40%`.
  static func shares(in text: PlainText, behind words: WordList) -> [Decimal] {
    text.numbers.compactMap { number in
      guard number.next == "%", words.match(in: number.beginning(24, until: isClauseEnd)) != nil
      else { return nil }
      return decimal(printed: number.printed)
    }
  }

  private static func step(of number: String) -> Decimal {
    let decimals = number.split(separator: ".").dropFirst().last?.count ?? 0
    return Decimal(sign: .plus, exponent: -decimals, significand: 1)
  }

  private static func isPerSomething(_ clause: String, _ rest: Substring) -> Bool {
    if let next = rest.unicodeScalars.first, "/每".unicodeScalars.contains(next) { return true }
    return clause.unicodeScalars.suffix(6).contains("每") || clause.hasSuffix("人均") || clause.hasSuffix("单价")
  }

  private static func isApproximate(_ text: String, _ clause: String, _ rest: Substring) -> Bool {
    text.unicodeScalars.contains(where: FigureSigns.isApproximate) || clause.hasSuffix("约")
      || clause.hasSuffix("近")
      || ["左右", "以上", "以内"].contains { rest.unicodeScalars.starts(with: $0.unicodeScalars) }
  }

  private static func isSentenceEnd(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "。", "；", ";", "\n": true
    default: false
    }
  }

  private static func isClauseEnd(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "，", "。", "；", "、", ",", ";", "!", "！", "?", "？", "\n": true
    default: false
    }
  }
}
