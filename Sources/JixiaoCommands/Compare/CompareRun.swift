import FormComparison
import FormModel
import FormRules
import FormWriting
import Terminal

/// One run of `jixiao compare`.
final class CompareRun {
  private let options: CompareCommand
  private let targets: [CompareTarget]
  private let jobs: Int
  private let library: Library
  private let work: CompareWork
  private let failLevel: FailLevel
  private let surroundings = Surroundings.current
  private var reading: ReadingReport
  private var pairsFile: PairsFile?
  private var worst = ExitCode.clean
  private var inputs: [FormSource] = []
  /// The notes of the self-evaluations before.
  private var notes = NotesSeen()
  /// Whether answers were given that no file keeps.
  private var hasUnkeptAnswers = false

  init(_ options: CompareCommand) throws {
    self.options = options
    targets = try CompareTarget.all(options.format, output: options.output)
    failLevel = options.batch.failLevel ?? .warning
    jobs = try options.batch.workers()
    library = try options.batch.library()
    work = try CompareWork(library: library, template: options.template, today: surroundings.today)
    pairsFile = try options.pairs.map { try PairsFile($0) }
    reading = ReadingReport(isVerbose: options.batch.verbose)
  }

  func run() throws -> ExitCode {
    var (approved, evaluated) = (try read(options.approved), try options.evaluated.map(read) ?? [])
    let isAlone = options.evaluated == nil
    if isAlone { divide(&approved, &evaluated) }
    try refuseInputsAsOutputs()
    guard !evaluated.isEmpty, isAlone || !approved.isEmpty else {
      Console.error(Messages.Compare.nothing)
      return .unreadable
    }
    if isAlone, approved.isEmpty {
      try report(evaluated.map { (nil, $0) }, UnpairedForms())
    } else {
      exchange(&approved, &evaluated)
      let pairing = ComparePairing(approved, evaluated)
      let unpaired = UnpairedForms(
        approved: pairing.approvedLeft.map { Self.text(approved[$0]) },
        evaluated: pairing.evaluatedLeft.map { Self.text(evaluated[$0]) })
      if !unpaired.isEmpty { worst = max(worst, failLevel == .never ? .clean : .findings) }
      try report(pairing.pairs.map { (approved[$0.approved], evaluated[$0.evaluated]) }, unpaired)
    }
    try pairsFile?.save()
    if hasUnkeptAnswers, !options.batch.quiet { Console.error(Messages.Compare.notKept) }
    return worst
  }

  private static func text(_ source: ComparedSource) -> String {
    source.read.form[.project].map { "\(source.name) \($0)" } ?? source.name
  }

  // MARK: Reading

  private func read(_ argument: String) throws -> [ComparedSource] {
    let reader = SourceReader(library: library)
    let sources = InputList.sources([argument])
    inputs += sources
    var forms: [ComparedSource] = []
    try OrderedWork.run(
      count: sources.count, jobs: jobs, work: { reader.read(sources[$0]) },
      wait: {}, take: { _, outcome in forms += take(outcome) })
    return forms
  }

  private func take(_ outcome: SourceReader.Outcome) -> [ComparedSource] {
    for line in reading.add(outcome) where !options.batch.quiet { Console.error(line) }
    if !outcome.faults.isEmpty { worst = max(worst, .unreadable) }
    return ComparedSource.all(in: outcome)
  }

  /// A single argument: target forms go with the self-evaluations beside them.
  private func divide(_ approved: inout [ComparedSource], _ evaluated: inout [ComparedSource]) {
    evaluated = approved.filter { $0.read.form.kind == .selfEvaluation }
    approved = approved.filter { $0.read.form.kind == .target }
  }

  /// Forms that were named the wrong way round.
  private func exchange(_ approved: inout [ComparedSource], _ evaluated: inout [ComparedSource]) {
    guard approved.allSatisfy({ $0.read.form.kind == .selfEvaluation }),
      evaluated.allSatisfy({ $0.read.form.kind == .target })
    else { return }
    swap(&approved, &evaluated)
    if !options.batch.quiet { Console.error(Messages.Compare.exchanged) }
  }

  // MARK: Comparing

  private func report(
    _ pairs: [(approved: ComparedSource?, evaluated: ComparedSource)], _ unpaired: UnpairedForms
  ) throws {
    let setting = try LintSetting.setting(for: library, surroundings)
    let reporters = targets.map { $0.type.init(setting) }
    let outputs = try zip(targets, reporters).map {
      try CompareOutput($0, $1, replaces: options.batch.force)
    }
    let (work, decisions) = (self.work, pairsFile?.list ?? PairList())
    let progress = Progress(
      total: pairs.count, isQuiet: options.batch.quiet || surroundings.isTerminal, surroundings: surroundings)
    try OrderedWork.run(
      count: pairs.count, jobs: jobs,
      work: { index in
        Result {
          let pair = try work.compare(pairs[index].approved, pairs[index].evaluated, decisions: decisions)
          return (pair: pair, reports: Self.rendered(pair, reporters, index))
        }
      }, wait: { progress.refresh() },
      take: { index, result in
        let compared = try result.get()
        let decided = try decided(compared.pair, pairs[index])
        let pair = try copied(decided ?? compared.pair) ?? decided
        count(pair ?? compared.pair)
        let reports = pair.map { Self.rendered($0, reporters, index) } ?? compared.reports
        for (output, report) in zip(outputs, reports) { try asComplaint { try output.add(report.get()) } }
        progress.advance(to: index + 1)
      })
    progress.erase()
    for output in outputs { try asComplaint { try output.finish(unpaired) } }
  }

  private static func rendered(
    _ pair: ComparedForms, _ reporters: [any ComparisonReporter], _ index: Int
  ) -> [Result<RenderedPair, any Error>] {
    let page = String(repeating: "0", count: max(0, 4 - "\(index + 1)".utf8.count)) + "\(index + 1).html"
    return reporters.map { reporter in
      Result { try RenderedPair(pair, by: reporter, page: page) }
    }
  }

  private func asComplaint(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as WritingError {
      throw Complaint(error.description, .cannotWrite)
    }
  }

  /// The pair after a person was asked about what is doubtful; `nil` where nothing was said.
  private func decided(
    _ pair: ComparedForms, _ forms: (approved: ComparedSource?, evaluated: ComparedSource)
  ) throws -> ComparedForms? {
    guard !pair.comparison.matching.questions.isEmpty else { return nil }
    let again = options.noInput || !Console.isInteractive ? nil : try asked(pair, forms)
    let last = again ?? pair
    let (approved, evaluated) = (last.approved.read.form.indicators, last.evaluated.read.form.indicators)
    for question in last.comparison.matching.questions {
      pairsFile?.add(question.entry(approved, evaluated, .open))
    }
    return again
  }

  /// Every answer is on disk before the next question, and the next question is about what is open after it.
  private func asked(
    _ pair: ComparedForms, _ forms: (approved: ComparedSource?, evaluated: ComparedSource)
  ) throws -> ComparedForms? {
    let editor = surroundings.lineEditor()
    defer { (editor as? EditlineEditor)?.close() }
    let questions = PairQuestions(editor) { Console.error($0) }
    var list = pairsFile?.list ?? PairList()
    var again: ComparedForms?
    questions.begin(pair)
    asking: while let question = questions.next(in: again ?? pair) {
      switch questions.ask(question, about: again ?? pair) {
      case .decided(let entry):
        list.add(entry)
        pairsFile?.add(entry)
        try pairsFile?.save()
        again = try work.compare(forms.approved, forms.evaluated, decisions: list)
      case .passed: continue
      case .enough: break asking
      case .stopped:
        let kept = pairsFile.map { Messages.Compare.stopped(kept: $0.path) }
        throw Complaint(kept ?? Messages.Compare.stopped, .interrupted)
      }
    }
    if again != nil, pairsFile == nil { hasUnkeptAnswers = true }
    return again
  }

  /// The pair with the notes that are copied from a project before it; `nil` where there are none.
  private func copied(_ pair: ComparedForms) throws -> ComparedForms? {
    let form = pair.evaluated.read.form
    return try work.adding(notes.add(form, named: pair.evaluated.name), to: pair)
  }

  private func count(_ pair: ComparedForms) {
    let level = failLevel
    let isFound = pair.evaluated.findings.contains { level.isReached(by: $0.finding.severity) }
    // Rules speak of self-evaluations alone; two target forms differ all the same.
    let isTarget = pair.evaluated.read.form.kind == .target && !pair.comparison.changes.isEmpty
    let isOpen = !pair.comparison.isClean && pair.comparison.changes.isEmpty
    if isFound || ((isTarget || isOpen) && level.isReached(by: .warning)) { worst = max(worst, .findings) }
  }

  // MARK: Writing

  private func refuseInputsAsOutputs() throws(Complaint) {
    for path in targets.compactMap(\.path) + [options.pairs].compactMap({ $0 }) {
      if inputs.contains(where: { AtomicFile.isSame(path, $0.path) }) {
        throw Complaint(Messages.isTheInput(path), .cannotCreate)
      }
    }
  }
}
