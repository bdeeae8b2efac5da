import FormModel
import FoundationEssentials

/// The names in braces that a message may use.
enum Placeholders {
  /// In every rule.
  static let common = ["label", "found", "expected", "project", "year"]
  /// In rules about rows.
  static let row = [
    "name", "target", "canonical", "comparator", "number", "percent", "unit", "level1", "level2", "weight",
    "note", "actual", "score",
  ]

  static func allowed(for check: any Check) -> [String] {
    common + (check.isAboutRows ? row : []) + type(of: check).placeholders
  }

  /// The value of a placeholder at a hit.
  static func value(_ name: String, of hit: Hit, in context: FormContext) -> String? {
    if let own = hit.values[name] { return own }
    switch name {
    case "label": return context.label(of: hit.path)
    case "found": return hit.found
    case "expected": return hit.expected
    case "project": return context.form[.project]
    case "year": return context.form[.year]
    default: return rowValue(name, of: hit, in: context)
    }
  }

  private static func rowValue(_ name: String, of hit: Hit, in context: FormContext) -> String? {
    guard case .indicator(let index, _) = hit.path else { return nil }
    let row = context.form.indicators[index]
    switch name {
    case "name": return row.level3
    case "target": return row.target?.text
    case "canonical": return row.target.map { $0.canonicalText ?? $0.text }
    case "comparator": return quantity(of: row)?.comparator?.rawValue
    case "percent": return quantity(of: row).map { "\($0.value * 100)" }
    case "number": return quantity(of: row).map { "\($0.value)" }
    case "unit": return quantity(of: row)?.unit?.text
    case "level1": return row.level1
    case "level2": return row.level2 ?? row.level1
    case "weight": return row.weight?.text
    case "note": return row.note
    case "actual": return row.actual?.text
    case "score": return row.score?.text
    default: return nil
    }
  }

  private static func quantity(of row: Indicator) -> TargetValue.Quantity? {
    guard case .quantity(let quantity) = row.target?.meaning else { return nil }
    return quantity
  }
}
