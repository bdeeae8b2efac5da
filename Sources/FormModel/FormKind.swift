/// Which of the two documents of the field a form is.
public enum FormKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// 绩效目标申报表: handed in with the budget.
  case target
  /// 绩效自评表: handed in at year-end.
  case selfEvaluation = "self-evaluation"
}
