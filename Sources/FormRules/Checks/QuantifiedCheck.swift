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
  private let accept: [MeaningKind]
  private let reject: [MeaningKind]
  private let rejectWords: WordList?
  private let madeOf: WordList?
  private let signs: [ComparatorWord]
  private let units: [UnitWord]
  private let bounds: Bounds
  private let inYear: Bool
  private let refusedAmounts: [FieldKey]
  /// Kinds of values that a parameter speaks about, and those that are right.
  private var suspects = ValueKinds([MeaningKind]())
  private let acceptedKinds: ValueKinds

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
    accept = try parameters.choices("meaning", of: MeaningKind.self)
    reject = try parameters.choices("reject-meaning", of: MeaningKind.self)
    rejectWords = try parameters.words("reject-words")
    madeOf = try parameters.words("made-of")
    signs = try parameters.choices("sign", of: ComparatorWord.self)
    units = try parameters.choices("unit", of: UnitWord.self)
    bounds = Bounds(
      min: try parameters.number("min"), max: try parameters.number("max"),
      above: try parameters.number("above"), below: try parameters.number("below"))
    inYear = try parameters.flag("in-year")
    refusedAmounts = try parameters.places("not-amount", else: []).compactMap { place in
      if case .field(let key) = place { key } else { nil }
    }
    acceptedKinds = ValueKinds(accept)
    suspects = suspectKinds()
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
    let doubt = inYear ? doubtAboutYear(scope) : nil
    for row in scope.rows where !kinds[row].intersects(Self.blank) {
      verdict.look()
      guard mayBreak(kinds[row]), let value = value(row, column, scope) else { continue }
      if let doubt, case .date(let deadline) = value.meaning, deadline.year != nil {
        verdict.cannotTell(doubt)
        continue
      }
      if let problem = problem(of: value, scope.table.text(row, column), in: scope.form)
        ?? amountProblem(value, in: scope)
      {
        verdict.hit(Hit(.indicator(row, column), found: value.text, values: problem))
      }
    }
  }

  private func value(_ row: Int, _ column: IndicatorColumn, _ scope: Scope) -> TargetValue? {
    column == .target ? scope.form.indicators[row].target : scope.form.indicators[row].actual
  }

  private static let blank = ValueKinds([MeaningKind.blank])

  /// Whether a value of some kinds can be wrong at all, which is known without a look at it.
  private func mayBreak(_ kinds: ValueKinds) -> Bool {
    if !accept.isEmpty, !kinds.intersects(acceptedKinds) { return true }
    return kinds.intersects(suspects)
  }

  /// Kinds of values that some parameter speaks about.
  private func suspectKinds() -> ValueKinds {
    var meanings = reject
    if rejectWords != nil || madeOf != nil { meanings.append(.qualitative) }
    if !signs.isEmpty || !refusedAmounts.isEmpty { meanings.append(.quantity) }
    if !units.isEmpty || bounds.isSet { meanings += [.quantity, .range] }
    if inYear { meanings.append(.date) }
    return ValueKinds(meanings)
  }

  /// The placeholders of what is wrong; `nil` when nothing is.
  private func problem(of value: TargetValue, _ text: PlainText, in form: Form) -> [String: String]? {
    let kind = MeaningKind(value.meaning)
    if !accept.isEmpty, !accept.contains(kind) { return [:] }
    if reject.contains(kind) { return [:] }
    if let rejectWords, kind == .qualitative, let word = rejectWords.match(in: text) {
      return ["word": word]
    }
    if let madeOf, kind == .qualitative, madeOf.removed(from: text.text).isEmpty {
      return ["word": value.text]
    }
    if !signs.isEmpty, let own = ComparatorWord(value.meaning), !signs.contains(own) {
      return ["sign": own == .none ? "" : own.rawValue]
    }
    if !units.isEmpty, let own = UnitWord(value.meaning), !units.contains(own) { return [:] }
    if let limit = brokenBound(value.meaning) { return ["limit": "\(limit)"] }
    if inYear, case .date(let deadline) = value.meaning, let own = deadline.year, let year = form.year,
      own != year
    {
      return ["limit": "\(year)"]
    }
    return nil
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
  private func amountProblem(_ value: TargetValue, in scope: Scope) -> [String: String]? {
    guard case .quantity(let quantity) = value.meaning, let unit = quantity.unit, unit.kind == .money,
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
