import FormModel

extension TargetValue.Meaning {
  /// The spelling of the tables: `≥ 95 %`, `80 … 90 %`, `date 2023-12-?`, `graded 优|良`.
  var tableText: String {
    switch self {
    case .blank: "blank"
    case .placeholder: "placeholder"
    case .quantity(let quantity):
      [quantity.comparator?.rawValue, "\(quantity.value)", quantity.unit?.text].compactMap { $0 }
        .joined(separator: " ")
    case .range(let lower, let upper, let unit):
      ["\(lower)", "…", "\(upper)", unit?.text].compactMap { $0 }.joined(separator: " ")
    case .date(let deadline):
      "date "
        + [deadline.year, deadline.month, deadline.day].map { $0.map(String.init) ?? "?" }
        .joined(separator: "-")
    case .graded(let words): "graded " + words.joined(separator: "|")
    case .qualitative: "qualitative"
    }
  }
}
