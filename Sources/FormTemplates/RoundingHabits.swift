import FormModel
import FoundationEssentials

/// How a publisher rounds one kind of number, and which other habits would account for a difference.
public struct RoundingHabits: Sendable, Hashable {
  /// Right as it is.
  public var accepted: [Rounding]
  /// No mistake of arithmetic, but worth a remark.
  public var explained: [Rounding]

  /// One way to shorten a number.
  public struct Rounding: Sendable, Hashable {
    /// Half away from zero, or cut.
    public var way: Way
    /// What is left behind the point.
    public var decimals: Int

    /// Rounded or cut.
    public enum Way: String, Sendable, Hashable, CaseIterable {
      /// Half away from zero.
      case rounded
      /// Cut.
      case truncated
    }

    public init(_ way: Way, _ decimals: Int) {
      self.way = way
      self.decimals = decimals
    }

    /// The number as this habit prints it.
    public func callAsFunction(_ value: Decimal) -> Decimal {
      switch way {
      case .rounded: value.rounded(decimals: decimals)
      case .truncated: value.truncated(decimals: decimals)
      }
    }
  }

  public init(accepted: [Rounding], explained: [Rounding]) {
    self.accepted = accepted
    self.explained = explained
  }

  /// How a printed number stands to the exact one.
  public enum Verdict: Sendable, Hashable {
    case agrees
    /// The habit that makes the printed number of the exact one.
    case explained(Rounding)
    case differs
  }

  /// Holds a printed number against the exact one.
  public func verdict(printed: Decimal, exact: Decimal) -> Verdict {
    if printed == exact || accepted.contains(where: { $0(exact) == printed }) { return .agrees }
    return explained.first { $0(exact) == printed }.map(Verdict.explained) ?? .differs
  }

  /// The exact number as the profile prints it.
  public func printed(_ exact: Decimal) -> Decimal { accepted.first.map { $0(exact) } ?? exact }
}
