extension TargetValue {
  /// The house spelling of a quantity or range: `≥95%` for `不低于95％`, `≤4小时` for `4小时以内`.
  ///
  /// It reads back to the same meaning. A unit that could not be told from what stands before it is
  /// put in brackets: `2023(年)`.
  ///
  /// - Returns: `nil` for values that have no such spelling: dates, grades, words, blanks.
  public var canonicalText: String? {
    let spellings: [String]
    switch meaning {
    case .quantity(let quantity):
      let number = (quantity.comparator?.rawValue ?? "") + "\(quantity.value)"
      spellings = Self.spellings(of: number, unit: quantity.unit)
    case .range(let lower, let upper, let unit):
      let repeated = unit?.kind == .percent ? unit?.text ?? "" : ""
      spellings = Self.spellings(of: "\(lower)\(repeated)~\(upper)", unit: unit)
    default: return nil
    }
    return spellings.first { Meaning($0) == meaning }
  }

  private static func spellings(of number: String, unit: MeasureUnit?) -> [String] {
    guard let unit else { return [number] }
    return [number + unit.text, number + "(" + unit.text + ")"]
  }
}
