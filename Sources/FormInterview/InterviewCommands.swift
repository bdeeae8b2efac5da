import ChineseText
import FormModel
import FormTemplates
import FoundationEssentials

/// Running commands.
extension Interview {
  mutating func run(_ command: InterviewCommand, _ argument: String) -> [Effect] {
    switch command {
    case .help: [.help(argument)]
    case .table: [.table]
    case .progress: [.progress]
    case .check: [.review(findings)]
    case .weights: [.weights(WeightSpread(form: form, template: template))]
    case .save: [.save]
    case .quit: [.quit(finished: false)]
    case .editor: [.editor(pendingText ?? currentText(of: question) ?? suggestion(for: question)?.text ?? "")]
    case .explain: explain(argument)
    case .export: argument.isEmpty ? [.say(Messages.exportNeedsAFile)] : [.export(path: argument)]
    case .compare: argument.isEmpty ? [.say(Messages.compareNeedsAFile)] : [.compare(path: argument)]
    case .back: back()
    case .skip: skip()
    case .next: nextProblem()
    case .goto: go(to: argument, editing: false)
    case .edit: go(to: argument, editing: true)
    case .undo: undo()
    case .redo: redo()
    default: change(command, argument)
    }
  }

  /// Commands that change the form.
  private mutating func change(_ command: InterviewCommand, _ argument: String) -> [Effect] {
    switch command {
    case .clear: clear(argument)
    case .reason: reason(argument)
    case .even: even()
    case .add: add(argument)
    case .delete: delete(argument)
    case .move: move(argument)
    default: []
    }
  }

  private func explain(_ argument: String) -> [Effect] {
    guard let rule = argument.isEmpty ? (objections.first ?? findings.first)?.rule : argument else {
      return [.say(Messages.nothingToExplain)]
    }
    return [.explain(rule: rule)]
  }

  /// To the question before this one, also when the current answer is not valid.
  private mutating func back() -> [Effect] {
    let plan = plan
    guard let here = plan.index(of: question), here > 0 else { return [.say(Messages.atTheBeginning)] }
    let before = plan.questions[..<here].last { before in
      if case .newRow = before { return false }
      return true
    }
    guard let before else { return [.say(Messages.atTheBeginning)] }
    ask(before, pending: currentText(of: before))
    return []
  }

  /// Leaves the question blank, or declines the name that last year's form offers.
  private mutating func skip() -> [Effect] {
    if case .newRow = question, let offered = suggestion(for: question) {
      declined.insert(offered.text)
      return [.say(Messages.declined(offered.text))]
    }
    if currentText(of: question).map({ !$0.isEmpty }) == true || question == .review {
      question == .review ? ask(.output) : advance()
      return []
    }
    return question == .output ? [.quit(finished: true)] : pass()
  }

  /// To the next place with a finding, in the order of the questions (findings come row by row, weights are
  /// asked after all rows), round and round.
  private mutating func nextProblem() -> [Effect] {
    let order = plan
    let here = order.index(of: question) ?? 0
    let places = findings.map { (finding: $0, index: order.index(of: target(of: $0.path)) ?? 0) }
    let after = places.filter { $0.index > here }
    // Of several findings at one place the first counts: `min` takes the first of equals.
    let next = (after.isEmpty ? places : after).min { $0.index < $1.index }
    return next.map { visit($0.finding) } ?? [.say(Messages.noFindings)]
  }

  mutating func go(to argument: String, editing: Bool) -> [Effect] {
    if argument.isEmpty {
      pendingText = currentText(of: question)
      return editing ? [] : [.say(Messages.gotoNeedsAPlace)]
    }
    guard let destination = destination(argument) else { return [.say(Messages.unknownPlace(argument))] }
    ask(destination, pending: currentText(of: destination))
    return []
  }

  private mutating func undo() -> [Effect] {
    guard let edit = history.undo() else { return [.say(Messages.nothingToUndo)] }
    apply(edit.inverse)
    return returned(to: edit, entry: .undo, words: Messages.undone)
  }

  private mutating func redo() -> [Effect] {
    guard let edit = history.redo() else { return [.say(Messages.nothingToRedo)] }
    apply(edit)
    return returned(to: edit, entry: .redo, words: Messages.redone)
  }

  /// The cursor goes where an undone or redone change was made.
  private mutating func returned(to edit: Edit, entry: JournalEntry, words: (String) -> String) -> [Effect] {
    let place = target(of: edit.place)
    ask(place == .review ? (plan.questions.first(where: isOpen) ?? .review) : place)
    pendingText = currentText(of: question)
    return [.persist(entry), .say(words(describe(edit)))]
  }

  private mutating func clear(_ argument: String) -> [Effect] {
    guard let place = argument.isEmpty ? question : destination(argument) else {
      return [.say(Messages.unknownPlace(argument))]
    }
    guard let old = currentText(of: place), !old.isEmpty else { return [.say(Messages.nothingToClear)] }
    let edit: Edit
    switch place {
    case .field(let key): edit = .field(key, from: old, to: nil)
    case .cell(let row, let column) where column != .level3:
      edit = .cell(row: row, column: column, from: old, to: nil)
    default: return [.say(Messages.namesAreDeleted)]
    }
    let effects = make(edit)
    passed.remove(place)
    ask(place)
    return effects + [.say(Messages.cleared(old))]
  }

  /// Answers for the findings just shown: they become 免检 entries with the reason.
  private mutating func reason(_ words: String) -> [Effect] {
    guard !objections.isEmpty else { return [.say(Messages.nothingToAnswerFor)] }
    guard words.count >= 4 else { return [.say(Messages.reasonTooShort)] }
    let entries = objections.map {
      Suppression(rule: $0.rule, path: text(of: $0.path), reason: words)
    }
    let edits = entries.enumerated().map { Edit.suppress($1, at: form.suppressions.count + $0) }
    let effects = make(edits.count == 1 ? edits[0] : .group(edits))
    advance()
    return effects + [.say(Messages.answeredFor(entries.map(\.rule)))]
  }

  private mutating func even() -> [Effect] {
    let spread = WeightSpread(form: form, template: template)
    let shares = spread.even(decimals: template.weights.decimals)
    guard !shares.isEmpty else { return [.say(Messages.nothingToSpread(left: spread.left))] }
    let edits = shares.sorted { $0.key < $1.key }.map { row, points in
      Edit.cell(row: row, column: .weight, from: nil, to: "\(points)")
    }
    let effects = make(.group(edits))
    if case .cell(_, .weight) = question { advance() }
    return effects + [
      .say(Messages.spread(rows: shares.count, sum: spread.sum)),
      .weights(WeightSpread(form: form, template: template)),
    ]
  }
}
