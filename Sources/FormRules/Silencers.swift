import FormModel

/// The findings of rules that silence others on the same place, so that one cause gives one finding.
struct Silencers {
  private var paths: [String: [FormPath]] = [:]
  private var rows: [String: Set<Int>] = [:]

  init(_ rules: [Rule], _ verdicts: [Verdict]) {
    let named = Set(rules.flatMap(\.unless))
    for (rule, verdict) in zip(rules, verdicts) where named.contains(rule.id) && !verdict.hits.isEmpty {
      paths[rule.id] = verdict.hits.map(\.path).filter { $0.row == nil }
      rows[rule.id] = Set(verdict.hits.compactMap(\.path.row))
    }
  }

  /// Whether a finding of `rule` is already said by one of its `unless` rules: on the same place, on one
  /// that holds it, or in the same row.
  func silence(_ rule: Rule, at path: FormPath) -> Bool {
    rule.unless.contains { id in
      if let row = path.row, rows[id]?.contains(row) == true { return true }
      return paths[id]?.contains { $0.contains(path) } ?? false
    }
  }
}

extension FormPath {
  /// The row that the place is or stands in.
  var row: Int? {
    if case .indicator(let row, _) = self { row } else { nil }
  }
}
