import ChineseText
import FormModel
import FormRules
import FormWriting
import Glibc
import Terminal

/// One run of `jixiao lint`: checks on several cores, reports in the order of the inputs.
final class LintRun {
  private let options: LintCommand
  private let targets: [ReportTarget]
  private let jobs: Int
  private let sources: [FormSource]
  private let library: Library
  private let surroundings = Surroundings.current
  private let progress: Progress
  private let stopwatch: Stopwatch?
  private var baseline: BaselineRun?
  /// The forms before, for the rules across forms.
  private var seen = FormsSeen()
  private var statistics = LintStatistics()
  private var reading: ReadingReport
  private var summary = ReportSummary()
  private var worst = ExitCode.clean
  private var fixes: FixReport?
  private let companions: CompanionLibrary?
  private var pairing: CompanionReport?
  private let asOf: CalendarDate?
  /// The only form's line, while there is only one.
  private var onlyLine: String?

  init(_ options: LintCommand) throws {
    self.options = options
    targets = try ReportTarget.all(of: options)
    jobs = try options.batch.workers()
    stopwatch = options.time ? Stopwatch() : nil
    baseline = try BaselineRun(options)
    library = try options.batch.library()
    sources = try LintInputs.sources(options)
    asOf = try LintInputs.day(options.asOf)
    companions =
      options.narrative.isEmpty && options.lastYear.isEmpty
      ? nil : try CompanionLibrary(options, library, forms: sources)
    pairing = companions.map { CompanionReport($0, isVerbose: options.batch.verbose) }
    if companions?.faults.isEmpty == false { worst = .unreadable }
    fixes = FixReport(options, surroundings)
    let isOnScreen =
      (options.diff || targets.contains { $0.place == .standardOutput }) && surroundings.isTerminal
    progress = Progress(
      total: sources.count, isQuiet: options.batch.quiet || isOnScreen, surroundings: surroundings)
    reading = ReadingReport(isVerbose: options.batch.verbose)
  }

  func run() throws -> ExitCode {
    let setting = try LintSetting.setting(for: library, surroundings)
    let reporters = targets.map { $0.type.init(setting) }
    let work = try work(reporters)
    try refuseInputsAsOutputs()
    let outputs = try zip(targets, reporters).map {
      try ReportOutput($0, $1, replaces: options.batch.force)
    }
    try OrderedWork.run(
      count: sources.count, jobs: work.jobs, work: work.piece, wait: { progress.refresh() },
      take: { index, piece in
        try take(piece, work, outputs)
        progress.advance(to: index + 1)
      })
    progress.erase()
    summary.baseline = baseline?.sum
    for output in outputs { try asComplaint { try output.finish(summary) } }
    try sayEnd()
    if let fixes { worst = max(worst, fixes.worst) }
    return summary.forms == 0 ? max(worst, .unreadable) : worst
  }

  private func work(_ reporters: [any FindingReporter]) throws -> LintWork {
    let configurations = try Configurations(RuleNames(try library.rules()), options)
    var checker = FormChecker(
      library: library, template: options.template, today: surroundings.today,
      configurations: configurations, baseline: baseline?.known)
    (checker.asOf, checker.pairing) = (asOf, companions.map(CompanionPairing.init))
    checker.keepsOutcomes = options.statistics
    try checker.prepare()
    let marksFixes = targets.contains { $0.type.format.showsReplacements }
    return LintWork(
      reader: SourceReader(library: library, keepsInput: marksFixes || fixes != nil), checker: checker,
      renderers: reporters.map(FormRenderer.init), sources: sources,
      jobs: jobs, stopwatch: stopwatch, marksFixes: marksFixes,
      fixer: fixes == nil ? nil : DraftFixer(checker: checker, writes: options.fix))
  }

  private func take(_ piece: LintWork.Piece, _ work: LintWork, _ outputs: [ReportOutput]) throws {
    say(reading.add(piece.reading))
    for line in try fixes?.add(piece) ?? [] { progress.say(visible(line)) }
    let isOnlyForm = sources.count == 1 && piece.forms.count == 1
    var forms = piece.forms
    for index in forms.indices {
      if !isOnlyForm, let changed = compared(forms[index], work) { forms[index] = changed }
      count(forms[index].verdict)
      pairing?.add(forms[index].verdict.beside)
    }
    for (place, output) in outputs.enumerated() {
      try asComplaint { try output.add(forms.map { try $0.reports[place].get() }) }
    }
  }

  /// The form held against those before it, reported anew; `nil` for one that has nothing to be told in common with
  /// them, as most have.
  private func compared(_ form: LintWork.Form, _ work: LintWork) -> LintWork.Form? {
    guard let trace = form.verdict.trace else { return nil }
    let likeness = seen.add(trace, named: form.verdict.form.name)
    guard !likeness.isEmpty, let verdict = work.checker.adding(likeness, to: form.verdict) else { return nil }
    return work.reported(verdict, page: form.page)
  }

  private func count(_ verdict: FormChecker.Verdict) {
    let form = baseline == nil ? verdict.form : verdict.form.withoutKnown
    onlyLine = summary.forms + summary.unreadable == 0 ? form.summaryLine : nil
    summary.add(form)
    baseline?.add(verdict.form)
    if options.statistics { statistics.add(verdict.outcomes) }
    if !form.isReadable {
      worst = max(worst, .unreadable)
    } else if verdict.isFailing, baseline?.countsFindings ?? true {
      worst = max(worst, .findings)
    }
  }

  /// What could not be read is a finding; on a screen that shows the findings it is not said twice.
  private func say(_ lines: [String]) {
    if lines.isEmpty { return }
    let isShown = surroundings.isTerminal && targets.contains { $0.isForPeopleOnScreen }
    guard !options.batch.quiet, !isShown else { return }
    for line in lines { progress.say(line) }
  }

  private func sayEnd() throws {
    let news = try baseline?.finish() ?? []
    if options.statistics {
      for line in statistics.lines(width: surroundings.width) { Console.error(visible(line)) }
    }
    if !options.batch.quiet {
      saySums()
      for line in news + (fixes?.lines ?? []) { Console.error(visible(line)) }
    }
    for line in pairing?.lines ?? [] { Console.error(line) }
    if let stopwatch { Console.error(stopwatch.text(forms: summary.forms)) }
  }

  /// On a screen that shows the findings their sum stands there already.
  private func saySums() {
    let isShown =
      surroundings.isTerminal && summary.findings > 0 && targets.contains { $0.isForPeopleOnScreen }
    if let onlyLine, summary.forms == 1 {
      if !isShown { Console.error(visible(onlyLine)) }
      if let news = reading.passedOverLine { Console.error(news) }
    } else if reading.sources > 1 || summary.forms > 1 {
      Console.error(reading.summary)
      if summary.forms > 0, !isShown { Console.error(summary.text) }
    }
  }

  private func refuseInputsAsOutputs() throws(Complaint) {
    for case .file(let path) in targets.map(\.place) {
      if sources.contains(where: { AtomicFile.isSame(path, $0.path) }) {
        throw Complaint(Messages.isTheInput(path), .cannotCreate)
      }
    }
  }

  private func asComplaint<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as WritingError {
      throw Complaint(error.description, .cannotWrite)
    }
  }
}
