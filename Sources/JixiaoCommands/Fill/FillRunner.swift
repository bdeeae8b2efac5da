import ChineseText
import FormInterview
import FormModel
import FormReading
import FormTemplates
import FormWriting
import Terminal

/// Prepares a sitting: the lock, the draft, its template and rules, last year's form; then runs it.
struct FillRunner {
  private var options: FillCommand
  private let surroundings = Surroundings.current

  init(options: FillCommand) { self.options = options }

  mutating func run() throws -> ExitCode {
    let library = try Library(
      ruleFolders: options.rules, templateFolders: options.templates, needsRules: true)
    options.form = try DraftImport(library: library, choose: choose(from:of:)).draft(
      for: options.form, template: options.template)
    let path = options.form
    let lock = try takeLock(path)
    let file = try existingDraft(path, library)
    if let wanted = options.template, let own = file?.document.form.template, own != wanted {
      throw Complaint(Messages.otherTemplate(path, own: own, wanted: wanted), .usage)
    }
    let template = try library.template(templateID(of: file?.document.form))
    let document = file?.document ?? NativeDocument(form: newForm(template))
    let layouts = NativeLayouts(template)
    let encode = { (form: Form) in
      YAMLWriter.text(of: NativeDocument(form: form, comments: document.comments), layouts: layouts)
    }
    let store = DraftStore(path: path, text: file?.text, encode: encode, lock: lock)
    var interview = try begin(document.form, template, library, store, isNew: file == nil)
    if let code = try takeAnswers(into: &interview, template: template, library: library, store: store) {
      return code
    }
    return try sit(interview, template, library, store)
  }

  // The draft.

  private func takeLock(_ path: String) throws -> DraftLock? {
    switch DraftLock.take(for: path, now: Surroundings.now) {
    case .held(let lock): return lock
    case .heldBy(let holder):
      guard Console.isInteractive else { throw Complaint(Messages.heldBy(holder, path: path), .locked) }
      Console.error(Messages.heldBy(holder, path: path))
      return nil
    case .impossible(let error):
      throw error
    }
  }

  private func existingDraft(_ path: String, _ library: Library) throws -> (
    text: String, document: NativeDocument
  )? {
    guard AtomicFile.exists(path) else { return nil }
    let text = try FormFiles.text(at: path)
    return (text, try FormFiles.nativeDocument(text, named: path, library))
  }

  private func templateID(of form: Form?) -> String {
    form?.template ?? options.template ?? Messages.defaultTemplate
  }

  private func newForm(_ template: Template) -> Form {
    Form(kind: template.kind, template: template.id, fields: [.title: template.title])
  }

  private func begin(
    _ form: Form, _ template: Template, _ library: Library, _ store: DraftStore, isNew: Bool
  ) throws -> Interview {
    let remains = store.remains()
    var form = form
    for edit in remains.recovered { edit.apply(to: &form) }
    let interview = Interview(
      form: form, engine: try library.engine(for: template), context: try context(library, template),
      history: remains.history, passed: remains.passed)
    if !remains.recovered.isEmpty, !store.isReadOnly { try store.save(form) }
    greet(interview, template, remains, isNew: isNew)
    return interview
  }

  private func context(_ library: Library, _ template: Template) throws -> Interview.Context {
    let last = try options.from.map { try lastYear(at: $0, library) }
    if let last, let path = options.from {
      Console.out(Messages.lastYear(path, year: last.form.year, rows: last.form.indicators.count))
    }
    return Interview.Context(
      lastYear: last?.form, budgetYear: Surroundings.year.map { $0 + 1 }, outputName: outputName)
  }

  /// The form to start from; of several in a file the one that is chosen.
  private func lastYear(at path: String, _ library: Library) throws -> LocatedForm {
    let outcome = SourceReader(library: library).read(FormSource(argument: path))
    var report = ReadingReport()
    for line in report.add(outcome) { Console.error(line) }
    guard let first = outcome.forms.first else {
      throw Complaint(Messages.nothingToStartFrom(path), .unreadable)
    }
    return outcome.forms.count > 1 ? try choose(from: outcome.forms, of: path) : first
  }

  /// Of several forms the one that the person names.

  private func choose(from forms: [LocatedForm], of path: String) throws -> LocatedForm {
    guard Console.isInteractive, !options.noInput else {
      throw Complaint(visible(Messages.whichForm(path, forms.map(\.form)), keepsLineBreaks: true), .usage)
    }
    Console.out(visible(Messages.formList(path, forms.map(\.form)), keepsLineBreaks: true))
    let editor = surroundings.lineEditor()
    defer { (editor as? EditlineEditor)?.close() }
    while true {
      switch editor.readLine(LineRequest(prompt: Messages.whichPrompt)) {
      case .line(let line):
        if let number = Int(folded(line)), forms.indices.contains(number - 1) { return forms[number - 1] }
        Console.error(Messages.numberFrom(1, to: forms.count))
      case .failed(let reason): Console.error(reason)
      case .interrupted, .endOfInput, .terminated:
        throw Complaint(Messages.nothingToStartFrom(path), .interrupted)
      }
    }
  }

  /// The form's own name with another ending: `绩效目标.yaml` → `绩效目标.html`.
  private var outputName: String {
    let name = options.form
    return
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      ? String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]) : name) + ".html"
  }

  private func greet(_ interview: Interview, _ template: Template, _ remains: DraftStore.Remains, isNew: Bool)
  {
    if isNew {
      Console.out(Messages.newDraft(options.form, template: template.title))
    } else {
      let done = interview.progress.reduce(0) { $0 + $1.done }
      let total = interview.progress.reduce(0) { $0 + $1.total }
      Console.out(Messages.resumed(options.form, done: done, total: total))
    }
    if !remains.recovered.isEmpty { Console.out(Messages.recovered(remains.recovered.count)) }
    if remains.isForeign { Console.out(Messages.changedByHand) }
  }

  // Without a person.

  private func takeAnswers(
    into interview: inout Interview, template: Template, library: Library, store: DraftStore
  ) throws -> ExitCode? {
    var refusals: [Interview.Refusal] = []
    if let path = options.answers {
      let answers = try FormFiles.answers(at: path, template: template)
      refusals = try apply(answers.form, to: &interview, store)
      for refusal in refusals {
        Console.error(
          Messages.refused(
            "\(path)\(answers.location(of: refusal.path).map { ":\($0)" } ?? "")", refusal.reason))
      }
    }
    guard options.noInput || (options.answers != nil && !Console.isInteractive) else { return nil }
    let missing = interview.missing
    if !missing.isEmpty { Console.error(Messages.missing(missing)) }
    if !interview.findings.isEmpty { Console.out(view(interview).review(interview.findings)) }
    let isClean =
      refusals.isEmpty && missing.isEmpty && !interview.findings.contains { $0.severity == .error }
    return isClean ? .clean : .findings
  }

  private func apply(_ answers: Form, to interview: inout Interview, _ store: DraftStore) throws -> [Interview
    .Refusal]
  {
    let (effects, refusals) = interview.take(answers)
    let steps = effects.compactMap { (effect: Effect) -> Edit? in
      if case .persist(.edit(let edit)) = effect { edit } else { nil }
    }
    guard !steps.isEmpty else { return refusals }
    try store.save(interview.form, after: .edit(.group(steps)))
    return refusals
  }

  // With a person, or a pipe.

  private func sit(_ interview: Interview, _ template: Template, _ library: Library, _ store: DraftStore)
    throws -> ExitCode
  {
    let editor = surroundings.lineEditor()
    defer { (editor as? EditlineEditor)?.close() }
    let session = FillSession(
      interview: interview, store: store, editor: editor, world: world(template, library, editor),
      transcript: try options.transcript.map { try Transcript(path: $0) },
      isInteractive: Console.isInteractive)
    return session.run()
  }

  private func view(_ interview: Interview) -> FillView {
    FillView(style: surroundings.style, width: surroundings.width, pathText: interview.text(of:))
  }

  private func world(_ template: Template, _ library: Library, _ editor: any LineEditor) -> FillSession.World
  {
    FillSession.World(
      view: view,
      table: { form, width in FormFiles.tableText(of: form, template, width: width) },
      export: { form, path in try FormFiles.export(form, template, to: path, library) },
      compare: { form, path in
        try FillComparison(library: library, draft: options.form, choose: choose(from:of:))
          .report(on: form, against: path)
      },
      files: PathCompletion.paths(beginning:),
      explain: { id in try RulesCommand.explanation(of: id, library) },
      edit: { text in
        let edit = { ExternalEditor.edit(text, environment: surroundings.environment) }
        return (editor as? EditlineEditor)?.withOrdinaryTerminal(edit) ?? edit()
      },
      shell: { word, argument in ShellCommand.runInside(word, argument) })
  }
}
