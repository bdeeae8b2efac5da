/// How each of some rules ended on one form, in the order of the rules.
///
/// The ids are shared by all forms, so that a report on a form costs no text for each rule.
public struct RuleOutcomes: Sendable, Hashable {
  private let rules: RuleIDs
  private var ends: [RuleOutcome.Outcome]

  /// - Parameter ends: one for each rule.
  init(_ rules: RuleIDs, _ ends: [RuleOutcome.Outcome]) { (self.rules, self.ends) = (rules, ends) }

  public init(_ outcomes: some Sequence<RuleOutcome> = []) {
    let outcomes = Array(outcomes)
    rules = RuleIDs(outcomes.map(\.rule))
    ends = outcomes.map(\.outcome)
  }

  /// How many rules ended in each way.
  public var counts: OutcomeCounts {
    var counts = OutcomeCounts()
    for end in ends {
      switch end {
      case .findings: counts.withFindings += 1
      case .pass: counts.passed += 1
      case .notApplicable: counts.notApplicable += 1
      case .cannotTell: counts.cannotTell += 1
      }
    }
    return counts
  }

  /// Takes over how some of the rules, in the same order, ended in another report.
  public mutating func update(with other: RuleOutcomes) {
    var place = 0
    for (rule, end) in zip(other.rules.list, other.ends) {
      guard let found = rules.list[place...].firstIndex(of: rule) else { continue }
      ends[found] = end
      place = found + 1
    }
  }

  public static func == (a: RuleOutcomes, b: RuleOutcomes) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) { for outcome in self { hasher.combine(outcome) } }
}

extension RuleOutcomes: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }
  /// How the rule at a place ended.
  public subscript(index: Int) -> RuleOutcome { RuleOutcome(rule: rules.list[index], outcome: ends[index]) }
}

/// The ids of rules, handed on by reference.
final class RuleIDs: Sendable {
  let list: [String]

  init(_ list: [String]) { self.list = list }
}
