import FormTemplates
import Testing

/// The same by other profiles: cut instead of rounded, and ceilings that lose points by the other formula.
extension PointCases {
  struct ByPlan: Sendable, CustomTestStringConvertible {
    var reverse: ScoringPlan.Reverse
    var rounding: RoundingHabits.Rounding
    var target: String
    var actual: String
    var weight: String
    var points: String
    var testDescription: String {
      "\(rounding.way) \(rounding.decimals) \(reverse): \(target) \(actual) \(weight)"
    }
  }

  /// Way of rounding, decimals, formula; then as in ``text``.
  private static let plans = """
    truncated 2 linear|≥6个|5个|10|8.33
    truncated 2 linear|≥3个|2个|10|6.66
    truncated 2 linear|≥7个|3个|5|2.14
    truncated 2 linear|≥12个|11个|10|9.16
    truncated 2 linear|≥640个|630个|5|4.92
    truncated 2 linear|=100%|91.3%|5|4.56
    truncated 2 linear|=100%|99.99%|10|9.99
    truncated 2 linear|≤30小时|31小时|5|4.83
    truncated 2 linear|≤3小时|4小时|7|4.66
    truncated 2 linear|≤4小时|9小时|10|0
    truncated 2 linear|≥200项|1项|1|0
    truncated 2 linear|≥6个|6个|10|10
    truncated 1 linear|≥6个|5个|10|8.3
    truncated 1 linear|≥3个|2个|10|6.6
    truncated 1 linear|=100%|91.3%|5|4.5
    truncated 1 linear|≥48个|45个|8|7.5
    truncated 1 linear|≥1.5亿条|10000万条|10|6.6
    truncated 1 linear|≤128万元|130万元|5|4.9
    truncated 0 linear|≥6个|5个|10|8
    truncated 0 linear|≥3个|2个|10|6
    truncated 0 linear|≥10个|1个|5|0
    rounded 1 linear|≥6个|5个|10|8.3
    rounded 1 linear|≥3个|2个|10|6.7
    rounded 1 linear|≥48个|43个|8|7.2
    rounded 1 linear|≥20个|19个|5|4.8
    rounded 0 linear|≥3个|2个|10|7
    rounded 0 linear|≥4个|1个|10|3
    rounded 0 linear|≥4个|3个|10|8
    rounded 2 ratio|≤4小时|4小时|10|10
    rounded 2 ratio|≤4小时|3小时|10|10
    rounded 2 ratio|≤4小时|5小时|10|8
    rounded 2 ratio|≤4小时|8小时|10|5
    rounded 2 ratio|≤4小时|80小时|10|0.5
    rounded 2 ratio|≤15%|18%|10|8.33
    rounded 2 ratio|<5秒|6秒|10|8.33
    rounded 2 ratio|≤128万元|1300000元|5|4.92
    rounded 2 ratio|≤1小时|66分钟|10|9.09
    rounded 2 ratio|≥6个|5个|10|8.33
    truncated 2 ratio|≤15%|18%|10|8.33
    truncated 2 ratio|≤1小时|70分钟|10|8.57
    truncated 1 ratio|≤1小时|66分钟|10|9
    """

  static let byPlan: [ByPlan] = plans.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let words = cells[0].split(separator: " ").map(String.init)
    guard let way = RoundingHabits.Rounding.Way(rawValue: words[0]), let decimals = Int(words[1]),
      let reverse = ScoringPlan.Reverse(rawValue: words[2])
    else { return nil }
    return ByPlan(
      reverse: reverse, rounding: .init(way, decimals), target: cells[1], actual: cells[2], weight: cells[3],
      points: cells[4])
  }
}
