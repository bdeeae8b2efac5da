import ChineseText
import FormModel

/// How a profile turns results into points (REGULATIONS §4: always a matter of the profile, never of the program).
public struct ScoringPlan: Sendable, Hashable {
  /// How a missed ceiling (≤, <) loses points.
  public var reverse: Reverse
  /// 评分等级 with the total they begin at, best first.
  public var grades: [Grade]
  /// 达成年度指标 …: the answers to a qualitative target and the points they allow, best first.
  public var bands: [Band]
  /// Words for a row that is not evaluated: 不适用.
  public var exempt: [String]
  /// Printed execution rates.
  public var rate: RoundingHabits
  /// Printed points of 预算执行率.
  public var executionScore: RoundingHabits
  /// Printed points of an indicator.
  public var score: RoundingHabits

  /// The two ways in use for a ceiling that is passed.
  public enum Reverse: String, Sendable, Hashable, CaseIterable {
    /// weight × max(0, 1 − (actual − target) ÷ target): nothing is left at twice the target.
    case linear
    /// weight × target ÷ actual.
    case ratio
  }

  /// A grade and the points it begins at.
  public struct Grade: Sendable, Hashable {
    /// 优, 良好 ….
    public var name: String
    /// The lowest total that has it.
    public var from: Decimal

    public init(name: String, from: Decimal) {
      self.name = name
      self.from = from
    }
  }

  /// An answer to a qualitative target and the share of the weight that it allows, both ends included.
  public struct Band: Sendable, Hashable {
    /// 达成年度指标 ….
    public var name: String
    /// Other words for it.
    public var words: [String]
    /// Per cent of the weight.
    public var from: Decimal
    /// Per cent of the weight.
    public var to: Decimal

    public init(name: String, words: [String], from: Decimal, to: Decimal) {
      self.name = name
      self.words = words
      self.from = from
      self.to = to
    }
  }

  public init(
    reverse: Reverse, grades: [Grade], bands: [Band], exempt: [String], rate: RoundingHabits,
    executionScore: RoundingHabits, score: RoundingHabits
  ) {
    self.reverse = reverse
    self.grades = grades
    self.bands = bands
    self.exempt = exempt
    self.rate = rate
    self.executionScore = executionScore
    self.score = score
  }

  /// The grade of a total; `nil` below all of them.
  public func grade(of total: Decimal) -> Grade? {
    grades.filter { $0.from <= total }.max { $0.from < $1.from }
  }

  /// The band that an answer names.
  ///
  /// - Parameter answer: in half width, without blanks.
  public func band(of answer: String) -> Band? {
    bands.first { band in
      isSameBytes(band.name, answer) || band.words.contains { isSameBytes($0, answer) }
    }
  }
}
