import FormModel
import FoundationEssentials

/// Something that is different in the self-evaluation from what was approved.
public struct Change: Sendable, Hashable {
  /// What is different.
  public var kind: Kind
  /// The place in the approved form; `nil` for what was added.
  public var approved: FormPath?
  /// The place in the self-evaluation; `nil` for what was dropped.
  public var evaluated: FormPath?
  /// What stands in the approved form, as printed.
  public var before: String?
  /// What stands in the self-evaluation, as printed.
  public var after: String?
  /// Whether the target became easier or harder; `nil` where that cannot be told or makes no sense.
  public var direction: Direction?
  /// By how much; `nil` where that cannot be told.
  public var extent: Extent?

  /// What is different.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// 项目名称, 实施单位 or 年度.
    case identity
    /// 年度总目标 or 项目总目标.
    case goal
    /// 年初预算数 against what was approved.
    case funds
    /// An approved row is gone.
    case dropped
    /// A row that was not approved.
    case added
    /// The name of a row.
    case renamed
    /// 一级指标 or 二级指标 of a row.
    case moved
    /// One row became several.
    case split
    /// Several rows became one.
    case merged
    /// 计算符号.
    case sign
    /// The number, range or date of a target, or whether it has one.
    case value
    /// The words of a target that is no number.
    case wording
    /// 计量单位.
    case unit
    /// The same figure in a unit ten, a hundred … times as great.
    case scale
    /// 分值.
    case weight
  }

  /// Whether a target became easier or harder to meet.
  public enum Direction: String, Sendable, Hashable {
    /// 放宽.
    case loosened
    /// 收紧.
    case tightened
  }

  /// How much greater or smaller a number became.
  public struct Extent: Sendable, Hashable {
    /// After less before, in `unit`.
    public var difference: Decimal
    /// The unit of the approved value, as printed; empty for a bare number, 天 for dates.
    public var unit: String
    /// The difference in per cent of the approved number, to two decimals; `nil` of 0 and for dates.
    public var percent: Decimal?

    public init(difference: Decimal, unit: String, percent: Decimal? = nil) {
      self.difference = difference
      self.unit = unit
      self.percent = percent
    }
  }

  public init(
    _ kind: Kind, approved: FormPath? = nil, evaluated: FormPath? = nil, before: String? = nil,
    after: String? = nil, direction: Direction? = nil, extent: Extent? = nil
  ) {
    self.kind = kind
    self.approved = approved
    self.evaluated = evaluated
    self.before = before
    self.after = after
    self.direction = direction
    self.extent = extent
  }
}

extension Change.Extent {
  /// - Parameter unit: of both numbers.
  init(from before: Decimal, to after: Decimal, unit: String) {
    difference = after - before
    self.unit = unit
    percent = before == 0 ? nil : (difference / before * 100).rounded(decimals: 2)
  }
}

/// Something that could not be compared, and why.
public struct Unclear: Sendable, Hashable {
  /// The place in the approved form, if it has one.
  public var approved: FormPath?
  /// The place in the self-evaluation, if it has one.
  public var evaluated: FormPath?
  /// Why.
  public var reason: Reason

  /// Why something cannot be compared.
  public enum Reason: String, Sendable, Hashable {
    /// 小时 and 工作日, 个 and 套: no number of the one is one of the other.
    case unitsDoNotConvert
    /// A number with a unit against another one without.
    case unitMissing
    /// 元 or 万元 is not declared in one of the forms.
    case moneyUnitMissing
    /// One of the two amounts or weights is blank or no number.
    case notANumber
    /// One of the forms has no 指标值 in any row.
    case targetsMissing
    /// One of the forms has no 分值 in any row.
    case weightsMissing
  }
}
