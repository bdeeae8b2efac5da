import ChineseText
import FormModel
import FormRules
import FormTemplates

/// The interview: a draft, a question, and what may happen next. Pure; the shell shows and stores.
///
/// `reduce(_:)` takes one action and returns what is to be done, in order. All state that a person would miss
/// is in `form` and in the journal entries among the effects.
public struct Interview: Sendable {
  /// The world as it was passed in.
  public let context: Context
  /// The rules, as the template wants them.
  public let engine: RuleEngine
  let labels: PathLabels

  /// The draft.
  public internal(set) var form: Form
  /// What is asked now.
  public internal(set) var question: Question
  /// What the rules say of the draft.
  public internal(set) var report: Report
  /// What the rules object to in the answer just given; the same question is asked again.
  public internal(set) var objections: [Finding] = []
  /// Text that stays in the line for editing.
  public internal(set) var pendingText: String?
  /// What can be undone and done again.
  public internal(set) var history: EditHistory
  var passed: Set<Question>
  var declined: Set<String> = []

  /// The world as the interview needs it, passed in.
  public struct Context: Sendable {
    /// Last year's form, whose names and targets are offered as defaults.
    public var lastYear: Form?
    /// The budget year to offer when last year's form does not tell.
    public var budgetYear: Int?
    /// The file offered at the last question.
    public var outputName: String

    public init(lastYear: Form? = nil, budgetYear: Int? = nil, outputName: String) {
      self.lastYear = lastYear
      self.budgetYear = budgetYear
      self.outputName = outputName
    }
  }

  /// Begins at the first open question of a draft.
  ///
  /// - Parameters:
  ///   - history: what earlier sessions did, for undo.
  ///   - passed: questions that were left blank on purpose.
  public init(
    form: Form, engine: RuleEngine, context: Context, history: EditHistory = .init(),
    passed: Set<Question> = []
  ) {
    self.engine = engine
    self.context = context
    self.form = form
    self.history = history
    self.passed = passed
    self.labels = PathLabels(engine.template)
    self.report = engine.check(form)
    self.question = .review
    self.question = plan.questions.first(where: isOpen) ?? .review
  }

  /// The form's profile.
  public var template: Template { engine.template }

  /// All findings of the draft, in form order.
  public var findings: [Finding] { report.findings }

  /// The questions of the draft as it is now.
  public var plan: Plan { Plan(form: form, template: template) }

  /// Whether a question still waits for an answer.
  public func isOpen(_ question: Question) -> Bool {
    if passed.contains(question) { return false }
    return switch question {
    case .field(let key): form[key] == nil
    case .newRow, .review, .output: true
    case .cell(let row, let column): (form.indicators[row][column] ?? "").isEmpty
    }
  }

  /// The text that stands in the form for a question; `nil` when there is none.
  public func currentText(of question: Question) -> String? {
    switch question {
    case .field(let key): form[key]
    case .cell(let row, let column):
      form.indicators.indices.contains(row) ? form.indicators[row][column] : nil
    case .newRow, .review, .output: nil
    }
  }
}

extension Interview {
  /// Takes one action; returns what is to be done, in order.
  public mutating func reduce(_ action: Action) -> [Effect] {
    switch action {
    case .answer(let text): return answer(text)
    case .command(let command, let argument): return run(command, argument)
    case .unknownCommand(let word, let argument): return [.shell(word: word, argument: argument)]
    }
  }

  /// Makes a change, notes it for undo, checks the form again.
  mutating func make(_ change: Edit) -> [Effect] {
    let edit = withSuppressions(change)
    apply(edit)
    history.note(edit)
    return [.persist(.edit(edit))]
  }

  /// Changes the form and checks it again.
  mutating func apply(_ edit: Edit) {
    edit.apply(to: &form)
    report = engine.check(form)
    passed.forgetRows(after: edit)
  }

  /// Asks `question` next, with nothing left over from the one before.
  mutating func ask(_ question: Question, pending: String? = nil) {
    self.question = question
    pendingText = pending
    objections = []
  }

  /// Goes to the next open question after this one, at the latest to the review.
  mutating func advance() {
    let plan = plan
    let here = plan.index(of: question).map { $0 + 1 } ?? 0
    let next = plan.questions[min(here, plan.questions.count)...].first(where: isOpen)
    ask(next ?? .review)
  }
}
