import FormModel

/// Which rules silence which on the same place, so that one cause gives one finding.
struct Silencers: Sendable {
  /// For each rule, by its place in the list, the places of those named in its `unless`.
  private let rules: [[Int]]

  init(_ rules: [Rule]) {
    let places = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.rules = rules.map { $0.unless.compactMap { places[$0] } }
  }

  /// The rules that may silence a rule.
  func silencing(_ rule: Int) -> [Int] { rules[rule] }

  /// Whether a finding of a rule is already said by one of its `unless` rules: on the same place, on one that holds
  /// it, or in the same row.
  func silence(_ rule: Int, at path: FormPath, _ verdicts: [Verdict]) -> Bool {
    rules[rule].contains { other in
      verdicts[other].hits.contains { hit in
        hit.path.row.map { $0 == path.row } ?? hit.path.contains(path)
      }
    }
  }
}

extension FormPath {
  /// The row that the place is or stands in.
  var row: Int? {
    if case .indicator(let row, _) = self { row } else { nil }
  }
}
