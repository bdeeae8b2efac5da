import ChineseText
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
    guard isOrdered(scope.form) else { return verdict }
    compare(with: right, sign, scope, &verdict)
    if let upper, verdict.hits.isEmpty { compare(with: upper, .atMost, scope, &verdict) }
    return verdict
  }

  /// Whether `right` is not beyond `upper`: nothing lies between bounds that are out of order.
  private func isOrdered(_ form: Form) -> Bool {
    guard let upper, let low = form[right], let high = form[upper] else { return true }
    return holds(form, (right, low), (upper, high), .atMost) ?? true
  }

  private func compare(with right: FieldKey, _ sign: Sign, _ scope: Scope, _ verdict: inout Verdict) {
    let form = scope.form
    guard let a = form[left], let b = form[right], !isBlankText(a), !isBlankText(b) else { return }
    let template = scope.context.template
    if type == .money, form.amount(left)?.unit != form.amount(right)?.unit,
      form.amount(left)?.yuan == nil || form.amount(right)?.yuan == nil
    {
      return verdict.cannotTell(Messages.noMoneyUnit)
    }
    guard let holds = holds(form, (left, a), (right, b), sign) else {
      let label = isReadable(left, form) ? template.label(of: right) : template.label(of: left)
      return verdict.cannotTell(Messages.unread(label))
    }
    verdict.look()
    if !holds {
      let values = [
        "left": a, "right": b, "left-label": template.label(of: left),
        "right-label": template.label(of: right),
      ]
      verdict.hit(Hit(.field(left), found: a, expected: b, values: values))
    }
  }

  private func holds(
    _ form: Form, _ left: (key: FieldKey, text: String), _ right: (key: FieldKey, text: String), _ sign: Sign
  ) -> Bool? {
    let (a, b) = (left.text, right.text)
    switch type {
    case .text: return sign.holds(plain(a), plain(b))
    case .money:
      guard let x = money(left.key, form), let y = money(right.key, form) else { return nil }
      return sign.holds(x, y)
    case .date:
      guard let x = CalendarDate(printed: a), let y = CalendarDate(printed: b) else { return nil }
      return sign.holds(x, y)
    case .year:
      guard let x = year(a), let y = year(b) else { return nil }
      return sign.holds(x, y)
    }
  }

  private func isReadable(_ key: FieldKey, _ form: Form) -> Bool {
    let text = form[key] ?? ""
    return switch type {
    case .text: true
    case .money: money(key, form) != nil
    case .date: CalendarDate(printed: text) != nil
    case .year: year(text) != nil
    }
  }

  /// In 元, or in the unit nobody names when both sides share it.
  private func money(_ key: FieldKey, _ form: Form) -> Decimal? {
    form.amount(key).flatMap { $0.yuan ?? $0.value }
  }

  private func year(_ text: String) -> Int? { fourDigitYear(text) ?? CalendarDate(printed: text)?.year }
}
