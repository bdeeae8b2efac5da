import FormModel
import FoundationEssentials
import YAMLText

/// `quantified`: what a target value (or actual) says: its kind, sign, unit, size and date.
///
/// Blank values are passed over: `present` speaks about them.
struct QuantifiedCheck: Check {
  static let kind = "quantified"
  /// `{word}`: the vague word; `{limit}`: the bound that is broken; `{sign}`: the comparison sign.
  static let placeholders = ["word", "limit", "sign"]

  private let columns: [IndicatorColumn]
  private let rejectWords: WordList?
  private let madeOf: WordList?
  private let bounds: Bounds
  private let inYear: Bool
  private let refusedAmounts: [FieldKey]
  private let refused: Refused
  /// Kinds of values that a parameter speaks about; all others are right, which is known without a look at them.
  private let suspects: ValueKinds

  /// Kinds of values that are wrong, whatever else they say.
  private struct Refused {
    var meanings: ValueKinds
    var signs: ValueKinds
    var units: ValueKinds
  }

  /// Numbers that the value must keep to; a percentage counts as such, whatever its sign (‰, %).
  private struct Bounds {
    var min: Decimal?
    var max: Decimal?
    var above: Decimal?
    var below: Decimal?

    var isSet: Bool { min != nil || max != nil || above != nil || below != nil }

    /// The first bound that a number breaks.
    func broken(by value: Decimal) -> Decimal? {
      if let min, value < min { return min }
      if let max, value > max { return max }
      if let above, value <= above { return above }
      if let below, value >= below { return below }
      return nil
    }
  }

  private enum Column: String, CaseIterable { case target, actual }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    let places = try parameters.choices("at", of: Column.self)
    columns = places.isEmpty ? [.target] : places.map { $0 == .actual ? .actual : .target }
    let accept = try parameters.choices("meaning", of: MeaningKind.self)
    let reject = try parameters.choices("reject-meaning", of: MeaningKind.self)
    rejectWords = try parameters.words("reject-words")
    madeOf = try parameters.words("made-of")
    let signs = try parameters.choices("sign", of: ComparatorWord.self)
    let units = try parameters.choices("unit", of: UnitWord.self)
    bounds = Bounds(
      min: try parameters.number("min"), max: try parameters.number("max"),
      above: try parameters.number("above"), below: try parameters.number("below"))
    inYear = try parameters.flag("in-year")
    refusedAmounts = try parameters.places("not-amount", else: []).compactMap { place in
      if case .field(let key) = place { key } else { nil }
    }
    refused = Refused(
      meanings: ValueKinds(reject + Self.others(than: accept)), signs: ValueKinds(Self.others(than: signs)),
      units: ValueKinds(Self.others(than: units)))
    suspects = Self.suspects(
      refused, hasWords: rejectWords != nil || madeOf != nil, isBound: bounds.isSet, inYear: inYear,
      noAmounts: !refusedAmounts.isEmpty)
  }

  /// All kinds but those that are right; none where nothing is said about them.
  private static func others<Kind: CaseIterable & Equatable>(than right: [Kind]) -> [Kind] {
    right.isEmpty ? [] : Kind.allCases.filter { !right.contains($0) }
  }

  private static func suspects(
    _ refused: Refused, hasWords: Bool, isBound: Bool, inYear: Bool, noAmounts: Bool
  ) -> ValueKinds {
    var kinds = refused.meanings
    kinds.formUnion(refused.signs)
    kinds.formUnion(refused.units)
    if hasWords { kinds.formUnion(qualitative) }
    if isBound { kinds.formUnion(ValueKinds([MeaningKind.quantity, .range])) }
    if inYear { kinds.formUnion(ValueKinds([MeaningKind.date])) }
    if noAmounts { kinds.formUnion(money) }
    return kinds
  }

  var isAboutRows: Bool { true }

  var needsRows: Bool { true }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for column in columns { judge(column, scope, &verdict) }
    return verdict
  }

  private func judge(_ column: IndicatorColumn, _ scope: Scope, _ verdict: inout Verdict) {
    let kinds = scope.context.kinds(of: column)
    let blank = Self.blank
    for row in scope.rows where !kinds[row].intersects(blank) {
      verdict.look()
      guard kinds[row].intersects(suspects), let value = value(row, column, scope) else { continue }
      judge(value, kinds[row], at: row, column, scope, &verdict)
    }
  }

  private func judge(
    _ value: TargetValue, _ kinds: ValueKinds, at row: Int, _ column: IndicatorColumn, _ scope: Scope,
    _ verdict: inout Verdict
  ) {
    let meaning = value.meaning
    if inYear, case .date(let deadline) = meaning, deadline.year != nil, let doubt = doubtAboutYear(scope) {
      return verdict.cannotTell(doubt)
    }
    let problem =
      problem(of: value, kinds, scope.table.text(row, column)) ?? problem(of: meaning, kinds, in: scope)
    if let problem { verdict.hit(Hit(.indicator(row, column), found: value.text, values: problem)) }
  }

  private func value(_ row: Int, _ column: IndicatorColumn, _ scope: Scope) -> TargetValue? {
    column == .target ? scope.form.indicators[row].target : scope.form.indicators[row].actual
  }

  private static let blank = ValueKinds([MeaningKind.blank])
  private static let qualitative = ValueKinds([MeaningKind.qualitative])
  private static let money = ValueKinds([UnitWord.money])

  /// The placeholders of what is wrong with the kind of a value, or with its words; `nil` when nothing is.
  private func problem(
    of value: TargetValue, _ kinds: ValueKinds, _ text: @autoclosure () -> PlainText
  ) -> [String: String]? {
    if kinds.intersects(refused.meanings) { return [:] }
    if rejectWords != nil || madeOf != nil, kinds.intersects(Self.qualitative) {
      let text = text()
      if let word = rejectWords?.match(in: text) { return ["word": word] }
      if let madeOf, madeOf.removed(from: text.text).isEmpty { return ["word": value.text] }
    }
    if kinds.intersects(refused.signs), let own = ComparatorWord(value.meaning) {
      return ["sign": own == .none ? "" : own.rawValue]
    }
    return kinds.intersects(refused.units) ? [:] : nil
  }

  /// The placeholders of what is wrong with a value's number or date; `nil` when nothing is.
  private func problem(
    of meaning: TargetValue.Meaning, _ kinds: ValueKinds, in scope: Scope
  ) -> [String: String]? {
    if bounds.isSet, let limit = brokenBound(meaning) { return ["limit": "\(limit)"] }
    if inYear, case .date(let deadline) = meaning, let own = deadline.year, let year = scope.form.year,
      own != year
    {
      return ["limit": "\(year)"]
    }
    return kinds.intersects(Self.money) ? amountProblem(meaning, in: scope) : nil
  }

  /// Why the form's year cannot be held against anything: there is none, or the project's dates deny it.
  private func doubtAboutYear(_ scope: Scope) -> String? {
    let label = scope.context.template.label(of: .year)
    guard let year = scope.form.year else { return Messages.blank(label) }
    let isEarly = scope.context.date(.start).map { year < $0.year } ?? false
    let isLate = scope.context.date(.end).map { year > $0.year } ?? false
    return isEarly || isLate ? Messages.doubtful(label) : nil
  }

  /// Money that is just an amount of the form: `{limit}` is the label of its place.
  private func amountProblem(_ meaning: TargetValue.Meaning, in scope: Scope) -> [String: String]? {
    guard !refusedAmounts.isEmpty, case .quantity(let quantity) = meaning, let unit = quantity.unit,
      unit.kind == .money,
      quantity.value != 0
    else { return nil }
    let yuan = unit.inBase(quantity.value)
    guard let key = refusedAmounts.first(where: { scope.form.amount($0)?.yuan == yuan }) else { return nil }
    return ["limit": scope.context.template.label(of: key)]
  }

  private func brokenBound(_ meaning: TargetValue.Meaning) -> Decimal? {
    switch meaning {
    case .quantity(let quantity): bounds.broken(by: counted(quantity.value, quantity.unit))
    case .range(let lower, let upper, let unit):
      bounds.broken(by: counted(lower, unit)) ?? bounds.broken(by: counted(upper, unit))
    default: nil
    }
  }

  private func counted(_ value: Decimal, _ unit: MeasureUnit?) -> Decimal {
    guard let unit, unit.kind == .percent else { return value }
    return unit.inBase(value)
  }
}
