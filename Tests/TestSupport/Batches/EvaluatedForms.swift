import FormModel

/// What departments make of their target forms a year later.
public enum EvaluatedForms {
  /// The self-evaluation of a form, which gets weights: one row in eight has another name, one in eight another target, one
  /// in sixteen is gone, all are in another order.
  public static func evaluated(_ form: inout Form, _ random: inout SplitMix64) -> Form {
    for row in form.indicators.indices { form.indicators[row].weight = Score("\(row % 3 + 5)") }
    var evaluated = form
    evaluated.kind = .selfEvaluation
    evaluated.indicators = form.indicators.compactMap { row in
      var row = row
      if random.one(in: 16) { return nil }
      if random.one(in: 8) { row.level3 = "确保" + row.level3.dropLast(1) }
      row.actual = row.target
      if random.one(in: 8), case .quantity(let wanted)? = row.target?.meaning {
        row.target = TargetValue(
          "\(wanted.comparator?.rawValue ?? "≥")\(wanted.value - 1)\(wanted.unit?.text ?? "")")
      }
      row.score = row.weight
      return row
    }.shuffled(using: &random)
    return evaluated
  }
}
