import FormModel

/// Taking many answers at once, without a person.
extension Interview {
  /// An answer that could not be taken, and why.
  public struct Refusal: Sendable, Hashable {
    /// The place it was meant for.
    public var path: FormPath
    /// Why it was not taken, in words.
    public var reason: String
  }

  /// Answers every question that `answers` has a value for, as if it had been typed; nothing is asked again.
  ///
  /// Rows of `answers` are added, or complete the row of the same name in the same group.
  /// - Returns: the effects in order, and what was refused.
  public mutating func take(_ answers: Form) -> (effects: [Effect], refusals: [Refusal]) {
    var effects: [Effect] = []
    var refusals: [Refusal] = []
    func note(_ result: (effects: [Effect], refusal: Refusal?)) {
      effects += result.effects
      if let refusal = result.refusal { refusals.append(refusal) }
    }
    for key in template.fields.keys {
      guard let text = answers[key] else { continue }
      note(put(text, at: .field(key), from: .field(key)))
    }
    for (index, row) in answers.indicators.enumerated() {
      guard let place = row.level2.flatMap({ group(named: "\(row.level1)/\($0)") }) else {
        refusals.append(
          Refusal(
            path: .indicator(index, .level2),
            reason: Messages.unknownGroup(row.level2 ?? row.level1, groups: groupNames)))
        continue
      }
      let target = existing(row, in: place)
      if target == nil {
        note(
          put(
            row.level3, at: .newRow(level1: place.level1, level2: place.level2),
            from: .indicator(index, .level3)))
      }
      guard let position = target ?? existing(row, in: place) else { continue }
      for column in [IndicatorColumn.target] + IndicatorColumn.allCases.filter(\.isDetail) + [.weight] {
        guard let text = row[column] else { continue }
        note(put(text, at: .cell(row: position, column), from: .indicator(index, column)))
      }
    }
    ask(plan.questions.first(where: isOpen) ?? .review)
    return (effects, refusals)
  }

  private func existing(_ row: Indicator, in place: (level1: String, level2: String)) -> Int? {
    Plan.groups(of: form, template: template)
      .first { $0.level1 == place.level1 && $0.level2 == place.level2 }?.rows
      .first { form.indicators[$0].level3 == row.level3 }
  }

  private mutating func put(
    _ text: String, at question: Question, from path: FormPath
  ) -> (effects: [Effect], refusal: Refusal?) {
    ask(question)
    if case .rejected(let why) = reading(of: text.trimmingBlanks(), for: question) {
      return ([], Refusal(path: path, reason: why))
    }
    return (answer(text).filter { if case .persist = $0 { true } else { false } }, nil)
  }
}
