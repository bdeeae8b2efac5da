import ChineseText
import FormRules

/// How often each rule ended in each of the four ways (DESIGN §4).
struct LintStatistics {
  fileprivate struct Count {
    var findings = 0
    var forms = 0
    var passed = 0
    var notApplicable = 0
    var cannotTell = 0
    var reasons: [String: Int] = [:]
  }

  private var counts: [String: Count] = [:]

  mutating func add(_ outcomes: RuleOutcomes) {
    for entry in outcomes { counts[entry.rule, default: Count()].add(entry.outcome) }
  }

  /// A line for each rule that was judged, those with most findings first.
  func lines(width: Int) -> [String] {
    let ids = counts.keys.sorted { a, b in
      let (first, second) = (counts[a]?.findings ?? 0, counts[b]?.findings ?? 0)
      return first == second ? a < b : first > second
    }
    let heads = Messages.statisticsHeads
    let rows = ids.map { id -> String in
      let count = counts[id] ?? Count()
      let numbers = zip(count.numbers, heads).map { number, head in
        let text = "\(number)"
        return String(repeating: " ", count: max(0, displayWidth(of: head) - text.utf8.count)) + text
      }
      return (numbers + [id + count.reason]).joined(separator: "  ")
    }
    return [heads.joined(separator: "  ")] + rows.map { truncated($0, to: width) }
  }
}

extension LintStatistics.Count {
  fileprivate mutating func add(_ outcome: RuleOutcome.Outcome) {
    switch outcome {
    case .findings(let number):
      findings += number
      forms += 1
    case .pass: passed += 1
    case .notApplicable: notApplicable += 1
    case .cannotTell(let reason):
      cannotTell += 1
      reasons[reason, default: 0] += 1
    }
  }

  fileprivate var numbers: [Int] { [findings, forms, passed, notApplicable, cannotTell] }

  /// The commonest reason.
  fileprivate var reason: String {
    let most = reasons.max { a, b in a.value == b.value ? a.key > b.key : a.value < b.value }
    return most.map { Messages.statisticsReason($0.key) } ?? ""
  }
}
