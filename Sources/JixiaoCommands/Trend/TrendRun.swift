import FormComparison
import FormModel
import FormWriting

/// One run of `jixiao trend`.
final class TrendRun {
  private let options: TrendCommand
  private let targets: [TrendTarget]
  private let jobs: Int
  private let library: Library
  private let work: TrendWork
  private let surroundings = Surroundings.current
  private var reading: ReadingReport
  private var pairsFile: PairsFile?
  private var worst = ExitCode.clean

  init(_ options: TrendCommand) throws {
    self.options = options
    targets = try TrendTarget.all(options.format, output: options.output)
    jobs = try options.batch.workers()
    library = try options.batch.library()
    work = try TrendWork(library: library, today: surroundings.today)
    pairsFile = try options.pairs.map { try PairsFile($0) }
    reading = ReadingReport(isVerbose: options.batch.verbose)
  }

  func run() throws -> ExitCode {
    let inputs = InputList.sources(options.forms)
    for path in targets.compactMap(\.path) + [options.pairs].compactMap({ $0 }) {
      guard !inputs.contains(where: { AtomicFile.isSame(path, $0.path) }) else {
        throw Complaint(Messages.isTheInput(path), .cannotCreate)
      }
    }
    for target in targets { try target.refuseToReplace(unless: options.batch.force) }
    let sources = try read(inputs)
    let grouping = TrendGrouping(sources, isOne: options.together)
    for index in grouping.undated { Console.error(visible(Messages.Trend.undated(sources[index].name))) }
    if !grouping.undated.isEmpty { worst = max(worst, .unreadable) }
    guard !grouping.groups.isEmpty else {
      Console.error(sources.isEmpty ? Messages.Trend.noForms : Messages.Trend.nothingToCompare(sources.count))
      return .unreadable
    }
    let projects = try follow(grouping.groups.map { $0.map { sources[$0] } })
    try report(projects, left(grouping, sources))
    try pairsFile?.save()
    return worst
  }

  private func left(_ grouping: TrendGrouping, _ sources: [ComparedSource]) -> LeftOutForms {
    func text(_ index: Int) -> String {
      let source = sources[index]
      return source.read.form[.project].map { "\(source.name) \($0)" } ?? source.name
    }
    return LeftOutForms(ofOneYear: grouping.ofOneYear.map(text), undated: grouping.undated.map(text))
  }

  // MARK: Reading

  private func read(_ inputs: [FormSource]) throws -> [ComparedSource] {
    let reader = SourceReader(library: library)
    var forms: [ComparedSource] = []
    try OrderedWork.run(
      count: inputs.count, jobs: jobs, work: { reader.read(inputs[$0]) },
      wait: {}, take: { _, outcome in forms += take(outcome) })
    return forms
  }

  private func take(_ outcome: SourceReader.Outcome) -> [ComparedSource] {
    for line in reading.add(outcome) where !options.batch.quiet { Console.error(line) }
    if !outcome.faults.isEmpty { worst = max(worst, .unreadable) }
    return ComparedSource.all(in: outcome)
  }

  // MARK: Following

  private func follow(_ groups: [[ComparedSource]]) throws -> [TrendedProject] {
    let (work, decisions) = (self.work, pairsFile?.list ?? PairList())
    let progress = Progress(
      total: groups.count, isQuiet: options.batch.quiet || surroundings.isTerminal, surroundings: surroundings
    )
    var projects: [TrendedProject] = []
    try OrderedWork.run(
      count: groups.count, jobs: jobs,
      work: { index in Result { try work.trend(of: groups[index], decisions: decisions) } },
      wait: { progress.refresh() },
      take: { index, result in
        let project = try result.get()
        if project.worst.map((options.batch.failLevel ?? .warning).isReached) ?? false {
          worst = max(worst, .findings)
        }
        addOpenPairs(of: project)
        projects.append(project)
        progress.advance(to: index + 1)
      })
    progress.erase()
    return projects
  }

  /// Rows that somebody has to decide about go into the file, the earlier year as the approved one.
  private func addOpenPairs(of project: TrendedProject) {
    let trend = project.trend
    for doubt in trend.doubts where !doubt.isTaken {
      let older = doubt.older.map(trend.row).compactMap { $0.after ?? $0.before }
      let newer = doubt.newer.map(trend.row).compactMap { $0.before ?? $0.after }
      pairsFile?.add(
        PairList.Entry(
          approved: older.map { PairList.Row($0) }, evaluated: newer.map { PairList.Row($0) }, decision: .open
        ))
    }
  }

  private func report(_ projects: [TrendedProject], _ left: LeftOutForms) throws {
    let setting = try LintSetting.setting(for: library, surroundings)
    for target in targets {
      do {
        try target.put(projects, left, setting: setting)
      } catch let error as WritingError {
        throw Complaint(error.description, .cannotWrite)
      }
    }
  }
}
