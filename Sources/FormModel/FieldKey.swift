/// The name of a single-valued field of a form: its key in the interchange format.
///
/// A dot names a group of the interchange form: `funding.annualTotal` is `{"funding": {"annualTotal": …}}`.
/// Labels belong to templates, never to keys.
public struct FieldKey: RawRepresentable, Sendable, Hashable, Comparable, Codable,
  ExpressibleByStringLiteral
{
  public let rawValue: String
  /// Its place among the fields of the interchange format; `nil` for a template's own. Two keys that have one
  /// are told apart without their texts.
  public let ordinal: UInt8?

  public init(rawValue: String) {
    self.rawValue = rawValue
    self.ordinal = Self.ordinals[rawValue]
  }

  public init(stringLiteral value: String) { self.init(rawValue: value) }

  public static func == (a: FieldKey, b: FieldKey) -> Bool {
    a.ordinal == b.ordinal && (a.ordinal != nil || a.rawValue == b.rawValue)
  }

  public static func < (a: FieldKey, b: FieldKey) -> Bool { a.rawValue < b.rawValue }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ordinal)
    if ordinal == nil { hasher.combine(rawValue) }
  }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: standardNames.enumerated().map { ($1, UInt8($0)) })
}

extension FieldKey {
  /// 表名, as printed above the form.
  public static let title: FieldKey = "title"
  /// 年度: the budget year, four digits.
  public static let year: FieldKey = "year"
  /// 项目名称.
  public static let project: FieldKey = "project"
  /// 项目类别: 经常性项目, 一次性项目 ….
  public static let category: FieldKey = "category"
  /// 主管部门.
  public static let department: FieldKey = "department"
  /// 实施单位.
  public static let implementingUnit: FieldKey = "implementingUnit"
  /// 计划开始日期.
  public static let start: FieldKey = "start"
  /// 计划完成日期.
  public static let end: FieldKey = "end"
  /// 单位 of all money in the form: 元 or 万元.
  public static let moneyUnit: FieldKey = "moneyUnit"
  /// 项目资金总额, over all years.
  public static let projectTotal: FieldKey = "funding.projectTotal"
  /// 项目资金总额 其中：财政资金.
  public static let projectFiscal: FieldKey = "funding.projectFiscal"
  /// 项目资金总额 其中：其他资金.
  public static let projectOther: FieldKey = "funding.projectOther"
  /// 年度资金申请总额.
  public static let annualTotal: FieldKey = "funding.annualTotal"
  /// 年度资金申请总额 其中：当年财政拨款.
  public static let annualFiscal: FieldKey = "funding.annualFiscal"
  /// 年度资金申请总额 其中：上年结转资金.
  public static let carriedOver: FieldKey = "funding.carriedOver"
  /// 年度资金申请总额 其中：其他资金.
  public static let annualOther: FieldKey = "funding.annualOther"
  /// 项目总目标 (长期目标).
  public static let totalGoal: FieldKey = "goals.total"
  /// 年度总目标 (年度总体目标).
  public static let annualGoal: FieldKey = "goals.annual"
  /// 年度总体目标的实际完成情况, in a self-evaluation.
  public static let actualGoal: FieldKey = "goals.actual"
  /// 总分 of the weight column.
  public static let totalWeight: FieldKey = "total.weight"
  /// 总分 of the score column.
  public static let totalScore: FieldKey = "total.score"
  /// 评分等级 (绩效等级).
  public static let grade: FieldKey = "grade"

  /// The part before the dot (`funding`), or `nil` for a field of the form itself.
  public var group: Substring? {
    dot.map { rawValue[..<$0] }
  }

  /// The part after the dot, or the whole key.
  public var name: Substring {
    dot.map { rawValue[rawValue.index(after: $0)...] } ?? rawValue[...]
  }

  /// By its byte: keys are asked for their groups with every value that is read.
  private var dot: String.Index? { rawValue.utf8.firstIndex(of: UInt8(ascii: ".")) }
}
