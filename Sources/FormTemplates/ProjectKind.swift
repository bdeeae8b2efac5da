/// A kind of project (购置, 培训 …) with indicators that usually measure it.
public struct ProjectKind: Sendable, Hashable {
  /// What the kind is called: 购置, 培训.
  public var name: String
  /// Words in a project's name or goal that hint at the kind.
  public var words: [String]
  /// Indicators that usually measure it.
  public var indicators: [CommonIndicator]

  /// A usual indicator; `target` has `__` where a number belongs.
  public struct CommonIndicator: Sendable, Hashable {
    /// 一级指标.
    public var level1: String
    /// 二级指标.
    public var level2: String
    /// 三级指标, the name.
    public var level3: String
    /// A usual 指标值; `__` where a number belongs.
    public var target: String

    public init(level1: String, level2: String, level3: String, target: String) {
      self.level1 = level1
      self.level2 = level2
      self.level3 = level3
      self.target = target
    }
  }

  public init(name: String, words: [String], indicators: [CommonIndicator]) {
    self.name = name
    self.words = words
    self.indicators = indicators
  }
}
