import ChineseText
import FormModel
import FoundationEssentials

/// What two forms say about the project as a whole: identity, goals, money.
struct WholeFormComparison {
  let approved: Form
  let evaluated: Form
  private(set) var changes: [Change] = []
  private(set) var unclear: [Unclear] = []

  init(_ approved: Form, _ evaluated: Form) {
    self.approved = approved
    self.evaluated = evaluated
    for key in [FieldKey.project, .implementingUnit] { compareNames(key) }
    compareYears()
    for key in [FieldKey.totalGoal, .annualGoal] { compareTexts(key) }
    for line in Self.lines { compareMoney(line.line, line.field) }
  }

  private mutating func compareNames(_ key: FieldKey) {
    guard let (before, after) = both(key), Self.letters(before) != Self.letters(after) else { return }
    add(.identity, key, before, after)
  }

  private mutating func compareYears() {
    guard let before = approved.year, let after = evaluated.year, before != after else { return }
    add(.identity, .year, approved[.year], evaluated[.year])
  }

  /// A goal that the self-evaluation does not print cannot have been changed.
  private mutating func compareTexts(_ key: FieldKey) {
    guard let (before, after) = both(key), !isSameBytes(before, after),
      !isSameBytes(Self.letters(before), Self.letters(after))
    else { return }
    add(.goal, key, before, after)
  }

  private func both(_ key: FieldKey) -> (String, String)? {
    guard let before = approved[key], let after = evaluated[key], !Self.letters(before).isEmpty,
      !Self.letters(after).isEmpty
    else { return nil }
    return (before, after)
  }

  private mutating func add(_ kind: Change.Kind, _ key: FieldKey, _ before: String?, _ after: String?) {
    changes.append(Change(kind, approved: .field(key), evaluated: .field(key), before: before, after: after))
  }

  /// Letters and figures in half width, without blanks and punctuation.
  static func letters(_ text: String) -> String {
    signs.removed(from: folded(text))
  }

  private static let signs = SignSet("()[]<>《》“”‘’\"'、，。,.;；：:·-—_/!！?？…", dropsBlanks: true)

  // MARK: Money

  /// The amount of one year in a target form is the amount at the beginning of the year in a self-evaluation. The
  /// total over all years has no counterpart there.
  private static let lines: [(line: String, field: FieldKey)] = [
    ("total", .annualTotal), ("currentYear", .annualFiscal), ("carriedOver", .carriedOver),
    ("other", .annualOther),
  ]

  private mutating func compareMoney(_ line: String, _ field: FieldKey) {
    guard let before = money(line, field, of: approved), let after = money(line, field, of: evaluated) else {
      return
    }
    guard let old = before.amount.value, let new = after.amount.value else {
      return unclear.append(Unclear(approved: before.path, evaluated: after.path, reason: .notANumber))
    }
    guard let oldYuan = before.amount.yuan, let newYuan = after.amount.yuan else {
      if old == 0, new == 0 { return }
      return unclear.append(Unclear(approved: before.path, evaluated: after.path, reason: .moneyUnitMissing))
    }
    guard oldYuan != newYuan, abs(oldYuan - newYuan) > max(before.halfStep, after.halfStep) else { return }
    let isScale = ValueComparison.isPowerOfTen((oldYuan, newYuan)) && before.amount.unit != after.amount.unit
    changes.append(
      Change(
        isScale ? .scale : .funds, approved: before.path, evaluated: after.path, before: before.text,
        after: after.text, extent: extent(oldYuan, newYuan, [before.amount.unit, after.amount.unit])))
  }

  /// In the greater of the two units.
  private func extent(_ before: Decimal, _ after: Decimal, _ units: [MoneyUnit?]) -> Change.Extent {
    let unit = units.compactMap { $0 }.max { $0.yuan < $1.yuan } ?? .yuan
    return Change.Extent(from: before / unit.yuan, to: after / unit.yuan, unit: unit.rawValue)
  }

  private struct Money {
    var path: FormPath
    var amount: Amount
    /// With its unit, as people read it.
    var text: String
    /// Half of the last place that is printed, in 元.
    var halfStep: Decimal
  }

  private func money(_ line: String, _ field: FieldKey, of form: Form) -> Money? {
    let place: FormPath
    if form.kind == .target {
      place = .field(field)
    } else {
      guard let index = form.budget.firstIndex(where: { $0.line == line }) else { return nil }
      place = .budget(index, .initial)
    }
    guard let text = form[place] else { return nil }
    let amount = Amount(text, unit: form.moneyUnit)
    let decimals = folded(text).split(separator: ".").dropFirst().last?.prefix { $0.isNumber }.count ?? 0
    let step = Decimal(sign: .plus, exponent: -(decimals + 1), significand: 5) * (amount.unit?.yuan ?? 1)
    let shown = text.contains(MoneyUnit.yuan.rawValue) ? text : text + (amount.unit?.rawValue ?? "")
    return Money(path: place, amount: amount, text: shown, halfStep: step)
  }
}
