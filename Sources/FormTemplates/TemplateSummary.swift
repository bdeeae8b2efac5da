import FormModel

/// What a list of templates shows of one.
public struct TemplateSummary: Sendable, Hashable {
  public var id: String
  /// 表名.
  public var title: String
  /// One line for people who choose.
  public var summary: String
  /// What its forms are: targets or self-evaluations.
  public var kind: FormKind
  /// The template it extends.
  public var extends: String?
}
