import FormModel
import FoundationEssentials

/// Several rows counted as one: what the parts of a split row come to together.
enum JoinedRows {
  /// The sum of values of one unit and sign that can be added; `nil` where there is none.
  static func value(_ values: [TargetValue?]) -> TargetValue? {
    var sum = Decimal(0)
    var first: TargetValue.Quantity?
    for value in values {
      guard case .quantity(let quantity)? = value?.meaning, adds(quantity.unit) else { return nil }
      if let first, first.unit?.text != quantity.unit?.text || first.comparator != quantity.comparator {
        return nil
      }
      first = first ?? quantity
      sum += quantity.value
    }
    guard let first else { return nil }
    return TargetValue("\(first.comparator?.rawValue ?? "")\(sum)\(first.unit?.text ?? "")")
  }

  /// Shares, times and so much per piece come to nothing together.
  private static func adds(_ unit: MeasureUnit?) -> Bool {
    guard let unit else { return true }
    return unit.kind != .percent && unit.kind != .time && !unit.base.contains("/")
  }

  /// The sum of points; `nil` where one is missing.
  static func points(_ values: [Score?]) -> Score? {
    var sum = Decimal(0)
    for value in values {
      guard let number = value?.value else { return nil }
      sum += number
    }
    return values.isEmpty ? nil : Score(sum)
  }

  /// One row for all, with the sums of targets, results, weights and points as far as they have one.
  ///
  /// - Returns: `nil` for no rows.
  static func row(_ rows: [Indicator]) -> Indicator? {
    guard var joined = rows.first else { return nil }
    joined.target = value(rows.map(\.target))
    joined.actual = value(rows.map(\.actual))
    joined.weight = points(rows.map(\.weight))
    joined.score = points(rows.map(\.score))
    return joined
  }
}
