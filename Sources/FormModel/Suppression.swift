/// 免检: one finding that a person has answered for.
public struct Suppression: Sendable, Hashable, Codable {
  /// 规则: the rule's id.
  public var rule: String
  /// 位置: the place as people read it (`绩效指标/产出指标/数量指标/2/指标值`); `nil` for the whole form.
  public var path: String?
  /// 理由.
  public var reason: String
  /// 责任人.
  public var person: String?
  /// 截止: the last day it holds, `2027-12-31`.
  public var until: String?

  public init(
    rule: String, path: String? = nil, reason: String, person: String? = nil, until: String? = nil
  ) {
    self.rule = rule
    self.path = path
    self.reason = reason
    self.person = person
    self.until = until
  }
}
