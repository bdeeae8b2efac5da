import ChineseText
import FormModel

/// Finds the figures that a running text promises: a number with a unit that is counted or measured.
///
/// Years, dates, document numbers (`〔2021〕15号`), list numbers (`1、`), versions and `7*24小时` promise nothing.
enum GoalFigures {
  /// A number with its unit.
  struct Figure {
    let number: NumberInText
    let unit: MeasureUnit
    let value: Decimal
    /// In the unit's base: 50000 for `5万册`.
    let counted: Decimal
    /// What it comes to in a year: 24 for `每月2次`.
    var yearly: Decimal
    /// Whether it ends with a percent sign.
    var isPercentage = false
    /// What stands before it in its clause, in bytes of its text.
    let clausePlace: Range<Int>

    init(_ number: NumberInText, _ measured: NumberInText.Measured, clause: Range<Int>) {
      self.number = number
      (unit, value, yearly) = (measured.unit, measured.value, measured.value)
      counted = unit.inBase(value)
      clausePlace = clause
    }

    /// As it stands in the text: `6台`.
    var text: String { number.figure }

    /// What stands before it in its clause.
    var clause: String { number.part(clausePlace) }
  }

  /// The figures that promise something.
  static func figures(in text: PlainText, promised by: GoalPromise) -> [Figure] {
    text.ownNumbers.compactMap { by.promised($0, in: text) }
  }

  /// Whether a text says how much or when.
  static func hasFigureOrDate(_ text: PlainText) -> Bool {
    if text.ownNumbers.contains(where: saysSomething) { return true }
    let own = Quotations.stand(in: text.text) ? Quotations.removed(from: text.text) : text.text
    return FigureSigns.dateWords.match(in: own) != nil || hasCountInWords(own)
  }

  private static func saysSomething(_ number: NumberInText) -> Bool {
    if number.measured != nil { return true }
    guard let sign = number.next else { return false }
    if FigureSigns.saysWhen(sign) { return number.previous != FigureSigns.opening }
    return FigureSigns.saysHowMuch(sign) && number.previous?.isLatinLetter != true
  }

  /// Whether a text counts in words: `六个社区`, `十二场`. 一 and 两 do so only before the plainest units, as
  /// 一网通办, 一件事 and 两级平台 count nothing.
  private static func hasCountInWords(_ text: String) -> Bool {
    guard FigureSigns.countWords.match(in: text) != nil else { return false }
    return FigureSigns.planPeriods.match(in: text) == nil
      || FigureSigns.countWords.match(in: FigureSigns.planPeriods.masked(in: text)) != nil
  }
}
