import FormModel
import FoundationEssentials
import YAMLText

/// `relation`: two fields of the form stand in an order, or are not the same, or one lies between two others.
struct RelationCheck: Check {
  static let kind = "relation"
  /// `{left}`, `{right}`: the texts; `{left-label}`, `{right-label}`: their labels.
  static let placeholders = ["left", "right", "left-label", "right-label"]

  private let left: FieldKey
  private let right: FieldKey
  private let upper: FieldKey?
  private let type: ValueType
  private let sign: Sign

  /// `as`: what the two are read as. A date is read as its year where the other side is a year.
  private enum ValueType: String, CaseIterable { case money, date, year, text }

  private enum Sign: String, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case equal = "="
    case different = "!="
    /// From `right` to `upper`, both included.
    case between

    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast, .between: left >= right
      case .less: left < right
      case .equal: left == right
      case .different: left != right
      }
    }
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    left = try Self.field("left", &parameters)
    right = try Self.field("right", &parameters)
    guard let type = try parameters.choice("as", of: ValueType.self) else {
      throw YAMLError(.missingKey("as"), at: parameters.mark)
    }
    guard let sign = try parameters.choice("is", of: Sign.self) else {
      throw YAMLError(.missingKey("is"), at: parameters.mark)
    }
    upper = sign == .between ? try Self.field("upper", &parameters) : nil
    self.type = type
    self.sign = sign
  }

  private static func field(_ key: String, _ parameters: inout CheckParameters) throws(YAMLError) -> FieldKey
  {
    guard case .field(let found) = try parameters.place(key) else {
      throw YAMLError(.missingKey(key), at: parameters.mark)
    }
    return found
  }

  var isAboutRows: Bool { false }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let context = scope.context
    guard isOrdered(context) else { return verdict }
    compare(with: right, sign, context, &verdict)
    if let upper, verdict.hits.isEmpty { compare(with: upper, .atMost, context, &verdict) }
    return verdict
  }

  /// Whether `right` is not beyond `upper`: nothing lies between bounds that are out of order.
  private func isOrdered(_ context: FormContext) -> Bool {
    guard let upper, context.form[right] != nil, context.form[upper] != nil else { return true }
    return holds(right, upper, .atMost, context) ?? true
  }

  private func compare(with right: FieldKey, _ sign: Sign, _ context: FormContext, _ verdict: inout Verdict) {
    guard let a = context.form[left], let b = context.form[right], !isBlankText(a), !isBlankText(b) else {
      return
    }
    if type == .money, !isSameMoney(context.amount(left), context.amount(right)) {
      return verdict.cannotTell(Messages.noMoneyUnit)
    }
    guard let holds = holds(left, right, sign, context) else {
      let unread = isReadable(left, context) ? right : left
      return verdict.cannotTell(Messages.unread(context.label(of: unread)))
    }
    verdict.look()
    if !holds {
      let values = [
        "left": a, "right": b, "left-label": context.label(of: left), "right-label": context.label(of: right),
      ]
      verdict.hit(Hit(.field(left), found: a, expected: b, values: values))
    }
  }

  /// Whether two amounts can be compared: in one unit, named or not, or both in a known one.
  private func isSameMoney(_ a: Amount?, _ b: Amount?) -> Bool {
    a?.unit == b?.unit || a?.yuan != nil && b?.yuan != nil
  }

  private func holds(_ left: FieldKey, _ right: FieldKey, _ sign: Sign, _ context: FormContext) -> Bool? {
    switch type {
    case .text: return sign.holds(plain(context.form[left] ?? ""), plain(context.form[right] ?? ""))
    case .money:
      guard let x = money(left, context), let y = money(right, context) else { return nil }
      return sign.holds(x, y)
    case .date:
      guard let x = context.date(left), let y = context.date(right) else { return nil }
      return sign.holds(x, y)
    case .year:
      guard let x = year(left, context), let y = year(right, context) else { return nil }
      return sign.holds(x, y)
    }
  }

  private func isReadable(_ key: FieldKey, _ context: FormContext) -> Bool {
    switch type {
    case .text: true
    case .money: money(key, context) != nil
    case .date: context.date(key) != nil
    case .year: year(key, context) != nil
    }
  }

  /// In 元, or in the unit nobody names when both sides share it.
  private func money(_ key: FieldKey, _ context: FormContext) -> Decimal? {
    context.amount(key).flatMap { $0.yuan ?? $0.value }
  }

  private func year(_ key: FieldKey, _ context: FormContext) -> Int? {
    context.form[key].flatMap(fourDigitYear) ?? context.date(key)?.year
  }
}
