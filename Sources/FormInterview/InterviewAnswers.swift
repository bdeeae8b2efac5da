import ChineseText
import FormModel
import FormRules
import FormTemplates

/// Taking answers.
extension Interview {
  mutating func answer(_ line: String) -> [Effect] {
    let text = line.trimmingBlanks()
    switch question {
    case .review: return answerReview(text)
    case .output: return finish(text.isEmpty ? context.outputName : text)
    default: break
    }
    if text.isEmpty || (!objections.isEmpty && text == currentText(of: question)) { return goOn() }
    return accept(text)
  }

  /// A blank answer: keeps what stands, takes the default, or leaves the question open on purpose.
  private mutating func goOn() -> [Effect] {
    let wasKept = !objections.isEmpty || currentText(of: question).map { !$0.isEmpty } == true
    if wasKept {
      advance()
      return []
    }
    guard let suggestion = suggestion(for: question) else { return pass() }
    let taken = Effect.say(Messages.storedAs(suggestion.text))
    return accept(suggestion.text).flatMap { if case .persist = $0 { [$0, taken] } else { [$0] } }
  }

  /// Leaves the question blank; it is not asked again by itself.
  mutating func pass() -> [Effect] {
    let left = question
    let hint = isRequired(left) ? [Effect.say(Messages.leftOpen(label(of: left)))] : []
    passed.insert(left)
    advance()
    return [.persist(.pass(left))] + hint
  }

  private mutating func accept(_ text: String) -> [Effect] {
    switch reading(of: text, for: question) {
    case .rejected(let why):
      pendingText = text
      return [.say(why)]
    case .accepted(let value, let note):
      let before = report
      let place = question.path
      var effects = store(value)
      if let note { effects.append(.say(note)) }
      return effects + objectOrAdvance(at: answered(place), before: before)
    }
  }

  /// Writes the value to its place; a new row becomes the question's own row.
  private mutating func store(_ value: String) -> [Effect] {
    switch question {
    case .field(let key):
      return value == form[key] ? [] : make(.field(key, from: form[key], to: value))
    case .cell(let row, let column):
      let old = form.indicators[row][column]
      return value == old ? [] : make(.cell(row: row, column: column, from: old, to: value))
    case .newRow(let level1, let level2):
      let index = insertionIndex(level1: level1, level2: level2)
      let effects = make(.insert(newRow(level1, level2, named: value), at: index))
      question = .cell(row: index, .level3)
      return effects
    case .review, .output:
      return []
    }
  }

  private func answered(_ place: FormPath) -> FormPath {
    if case .level = place { return question.path }
    return place
  }

  private func newRow(_ level1: String, _ level2: String, named name: String) -> Indicator {
    Indicator(level1: level1, level2: level2, level3: name)
  }

  private mutating func objectOrAdvance(at place: FormPath, before: Report) -> [Effect] {
    let raised = engine.findings(touching: place, in: report, before: before)
    guard !raised.isEmpty else {
      advance()
      return []
    }
    objections = raised
    pendingText = currentText(of: question)
    return [.objections(raised)]
  }

  private mutating func answerReview(_ text: String) -> [Effect] {
    if text.isEmpty {
      ask(.output)
      return []
    }
    guard let index = index(printed: text, in: findings.indices) else {
      return [.say(Messages.reviewTakesANumber(findings.count))]
    }
    return visit(findings[index])
  }

  private mutating func finish(_ path: String) -> [Effect] {
    [.export(path: path), .quit(finished: true)]
  }

  /// Where a row of a second level is inserted: after its last row, else before the first row of a later group.
  func insertionIndex(level1: String, level2: String) -> Int {
    let groups = Plan.groups(of: form, template: template)
    guard let here = groups.firstIndex(where: { $0.level1 == level1 && $0.level2 == level2 }) else {
      return form.indicators.count
    }
    if let last = groups[here].rows.last { return last + 1 }
    return groups[..<here].flatMap(\.rows).max().map { $0 + 1 } ?? 0
  }

  /// Goes to the place of a finding and lays its text out for editing.
  mutating func visit(_ finding: Finding) -> [Effect] {
    ask(target(of: finding.path))
    pendingText = currentText(of: question)
    return [.objections([finding])]
  }

  /// The question whose answer mends a finding at `path`.
  func target(of path: FormPath) -> Question {
    switch path {
    case .field(let key) where template.fields[key] != nil: return .field(key)
    case .indicator(let row, let column) where form.indicators.indices.contains(row):
      let cell = Question.cell(row: row, column ?? .level3)
      return plan.index(of: cell) == nil ? .cell(row: row, .level3) : cell
    case .level(let level1, let level2):
      let first = plan.questions.first {
        if case .newRow(level1, let second) = $0 { level2 == nil || level2 == second } else { false }
      }
      return first ?? .review
    default: return .review
    }
  }
}

extension String {
  /// Without blanks, ideographic spaces and newlines at both ends.
  func trimmingBlanks() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
