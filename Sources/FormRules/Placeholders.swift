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
}

/// What the placeholders of a rule's texts stand for at a hit.
final class PlaceholderValues {
  private let hit: Hit
  private let context: FormContext

  init(_ hit: Hit, in context: FormContext) { (self.hit, self.context) = (hit, context) }

  /// `nil` for what is not there.
  subscript(name: String) -> String? {
    if let own = own(name) { return own }
    switch name {
    case "label": return context.label(of: hit.path)
    case "found": return hit.found
    case "expected": return hit.expected
    case "project": return context.form[.project]
    case "year": return context.form[.year]
    default: return hit.path.row.flatMap { value(name, ofRow: $0) }
    }
  }

  /// A word of a list in the value of a placeholder.
  func word(of list: WordList, in name: String) -> String? {
    guard let text = self[name] else { return nil }
    // What is known of the name of a row already mostly says that there is none.
    if name == "name", let row = hit.path.row, own(name) == nil {
      let known = context.table.name(row)
      return known.has(list) == false ? nil : list.match(in: known.text)
    }
    return list.match(in: plain(text))
  }

  /// One of the check's own, of which there are so few that they are looked through faster than hashed.
  private func own(_ name: String) -> String? {
    for (known, value) in hit.values where known == name { return value }
    return nil
  }

  private func value(_ name: String, ofRow index: Int) -> String? {
    let rows = context.form.indicators
    switch name {
    case "name": return rows[index].level3
    case "target": return rows[index].target?.text
    case "canonical": return rows[index].target.map { $0.canonicalText ?? $0.text }
    case "comparator": return quantity(ofRow: index)?.comparator?.rawValue
    case "percent": return quantity(ofRow: index).map { "\($0.value * 100)" }
    case "number": return quantity(ofRow: index).map { "\($0.value)" }
    case "unit": return quantity(ofRow: index)?.unit?.text
    case "level1": return rows[index].level1
    case "level2": return rows[index].level2 ?? rows[index].level1
    case "weight": return rows[index].weight?.text
    case "note": return rows[index].note
    case "actual": return rows[index].actual?.text
    case "score": return rows[index].score?.text
    default: return nil
    }
  }

  private func quantity(ofRow index: Int) -> TargetValue.Quantity? {
    guard case .quantity(let quantity) = context.form.indicators[index].target?.meaning else { return nil }
    return quantity
  }
}
