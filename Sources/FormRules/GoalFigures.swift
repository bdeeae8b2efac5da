import ChineseText
import FormModel

/// Finds the figures that a running text promises: a number with a unit that is counted or measured.
///
/// Years, dates, document numbers (`〔2021〕15号`), list numbers (`1、`), versions and `7*24小时` promise nothing.
enum GoalFigures {
  typealias Scalars = NumberInText.Scalars

  /// A number with its unit.
  struct Figure {
    /// As it stands in the text: `6台`.
    var text: String
    var value: Decimal
    /// In the unit's base: 50000 for `5万册`.
    var counted: Decimal
    /// What it comes to in a year: 24 for `每月2次`.
    var yearly: Decimal
    /// Base of its unit, and how many of the base one is: 册 and 10000 for `5万册`.
    var unit: String
    var factor: Decimal
    /// What stands before it in its clause, and the next signs behind it.
    var clause = ""
    var rest = ""

    init(_ number: NumberInText.Measured) {
      (text, value, yearly) = (number.text, number.value, number.value)
      counted = number.unit.inBase(number.value)
      (unit, factor) = (number.unit.base, number.unit.factor)
    }
  }

  /// The figures that promise something.
  static func figures(in text: PlainText, promised by: GoalPromise) -> [Figure] {
    text.ownNumbers.compactMap { number in
      number.measured.flatMap { by.promised($0, before: number.before, in: text) }
    }
  }

  /// Every number in a text (half width, without blanks), whatever it counts.
  static func numbers(in text: PlainText) -> [Decimal] {
    NumberInText.printed(in: text.text).compactMap(decimal(printed:))
  }

  /// The years of a text (half width, without blanks): 2027 of `2027年9月底前`.
  static func years(in text: String) -> [Int] {
    NumberInText.all(in: text).compactMap { number in
      number.printed.utf8.count == 4 && number.after.first == FigureSigns.year ? Int(number.printed) : nil
    }
  }

  /// Whether a text says how much or when.
  static func hasFigureOrDate(_ text: PlainText) -> Bool {
    if text.ownNumbers.contains(where: saysSomething) { return true }
    let own = Quotations.stand(in: text.text) ? Quotations.removed(from: text.text) : text.text
    return FigureSigns.dateWords.match(in: own) != nil || hasCountInWords(own)
  }

  private static func saysSomething(_ number: NumberInText) -> Bool {
    if number.measured != nil { return true }
    guard let sign = number.after.first else { return false }
    if FigureSigns.saysWhen(sign) { return number.before.last != FigureSigns.opening }
    return FigureSigns.saysHowMuch(sign) && number.before.last?.isLatinLetter != true
  }

  /// Whether a text counts in words: `六个社区`, `十二场`. 一 and 两 do so only before the plainest units, as
  /// 一网通办, 一件事 and 两级平台 count nothing.
  private static func hasCountInWords(_ text: String) -> Bool {
    guard FigureSigns.countWords.match(in: text) != nil else { return false }
    return FigureSigns.planPeriods.match(in: text) == nil
      || FigureSigns.countWords.match(in: FigureSigns.planPeriods.masked(in: text)) != nil
  }
}
