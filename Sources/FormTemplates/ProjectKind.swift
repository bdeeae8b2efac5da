/// A kind of project (购置, 培训 …) with indicators that usually measure it.
public struct ProjectKind: Sendable, Hashable {
  public var name: String
  /// Words in a project's name or goal that hint at the kind.
  public var words: [String]
  public var indicators: [CommonIndicator]

  /// A usual indicator; `target` has `__` where a number belongs.
  public struct CommonIndicator: Sendable, Hashable {
    public var level1: String
    public var level2: String
    public var level3: String
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
