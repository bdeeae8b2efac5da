import FormModel

/// How far one section is.
public struct SectionProgress: Sendable, Hashable {
  /// What people call the section: 基本信息, 资金, 目标 ….
  public var name: String
  /// Questions answered, or left blank on purpose.
  public var done: Int
  /// All questions of the section.
  public var total: Int
  /// Whether the question asked now lies here.
  public var isCurrent: Bool
}

extension Interview {
  /// Every section in order with what is done. The questions that end a group count as done once passed.
  public var progress: [SectionProgress] {
    let plan = plan
    let current = plan.section(of: question)
    var sections: [SectionProgress] = []
    for (question, section) in zip(plan.questions, plan.sections) {
      let name = Messages.name(of: section)
      if sections.last?.name != name {
        sections.append(SectionProgress(name: name, done: 0, total: 0, isCurrent: section == current))
      }
      sections[sections.count - 1].total += 1
      if !isOpen(question) { sections[sections.count - 1].done += 1 }
    }
    return sections
  }

  /// What a reviewer would miss: the open questions that are required, by their path.
  public var missing: [String] {
    plan.questions.filter { question in
      isRequired(question) && (currentText(of: question) ?? "").isEmpty
    }.map { text(of: $0.path) }
  }
}
