import FormComparison

/// The file of `--pairs`: YAML that a person can answer in, one line a row.
public struct PairListText: Sendable {
  private let list: PairList

  public init(_ list: PairList) { self.list = list }

  /// The whole file.
  public var text: String {
    Messages.pairListHead + list.entries.map(item).joined()
  }

  private func item(_ entry: PairList.Entry) -> String {
    "- \(Messages.PairKey.approved):\(rows(entry.approved))\n"
      + "  \(Messages.PairKey.evaluated):\(rows(entry.evaluated))\n"
      + "  \(Messages.PairKey.decision): \(Messages.PairKey.word(entry.decision))\n"
  }

  /// Several rows stand in a list, one line each.
  private func rows(_ rows: [PairList.Row]) -> String {
    guard rows.count != 1 else { return " " + row(rows[0]) }
    return rows.map { "\n    - " + row($0) }.joined()
  }

  private func row(_ row: PairList.Row) -> String {
    let cells = [
      (Messages.PairKey.level, row.level), (Messages.PairKey.name, row.name),
      (Messages.PairKey.target, row.target),
    ]
    return "{" + cells.map { "\($0.0): \(YAMLScalar.line($0.1, inFlow: true))" }.joined(separator: ", ") + "}"
  }

  /// The keys of the file, for who reads it.
  public static var keys: (approved: String, evaluated: String, decision: String) {
    (Messages.PairKey.approved, Messages.PairKey.evaluated, Messages.PairKey.decision)
  }

  /// The keys of a row.
  public static var rowKeys: (level: String, name: String, target: String) {
    (Messages.PairKey.level, Messages.PairKey.name, Messages.PairKey.target)
  }

  /// The words for decisions.
  public static var decisions: [String: PairList.Decision] {
    Dictionary(uniqueKeysWithValues: PairList.Decision.allCases.map { (Messages.PairKey.word($0), $0) })
  }
}
