extension TargetValue.Meaning {
  /// See ``TargetValue/canonicalText``.
  var canonicalText: String? {
    let spellings: [String]
    switch self {
    case .quantity(let quantity):
      let number = (quantity.comparator?.rawValue ?? "") + "\(quantity.value)"
      spellings = Self.spellings(of: number, unit: quantity.unit)
    case .range(let lower, let upper, let unit):
      let repeated = unit?.kind == .percent ? unit?.text ?? "" : ""
      spellings = Self.spellings(of: "\(lower)\(repeated)~\(upper)", unit: unit)
    default: return nil
    }
    return spellings.first { Self($0) == self }
  }

  private static func spellings(of number: String, unit: MeasureUnit?) -> [String] {
    guard let unit else { return [number] }
    return [number + unit.text, number + "(" + unit.text + ")"]
  }
}
