import ChineseText
import FormModel
import FormReading
import FormRules

/// The documents of `--narrative` and `--last-year`, read before the first form is checked.
struct CompanionLibrary: Sendable {
  /// A narrative and what it can be known by.
  struct NarrativeFile: Sendable {
    let narrative: Narrative
    /// The file's name without ending, and the first lines; in half width, without blanks.
    let stem: String
    let head: [String]
  }

  /// A form of the year before and where it stands.
  struct LastForm: Sendable {
    let form: Form
    let name: String
    let project: String
    let unit: String
  }

  private(set) var narratives: [NarrativeFile] = []
  private(set) var lastForms: [LastForm] = []
  /// Places of narratives by their stems, and of last year's forms by their projects.
  private(set) var stems: [String: [Int]] = [:]
  private(set) var projects: [String: [Int]] = [:]
  /// Whether one file was named, which belongs to one form whatever it is called.
  private(set) var isOneNarrative = false
  private(set) var isOneLastFile = false
  let wantsNarratives: Bool
  let wantsLastForms: Bool
  /// What could not be read of a folder; a file that was named itself ends the run.
  private(set) var faults: [String] = []

  /// Lines at the beginning that may name the project.
  private static let headLines = 10

  /// - Parameter forms: the forms of the run, which are no narratives of themselves.
  /// - Throws: `Complaint` for a file that cannot be read, or holds nothing that can be compared.
  init(_ options: LintCommand, _ library: Library, forms: [FormSource]) throws {
    wantsNarratives = !options.narrative.isEmpty
    wantsLastForms = !options.lastYear.isEmpty
    let reader = SourceReader(library: library)
    let jobs = try options.batch.workers()
    let texts = InputList.sources(options.narrative).filter { source in
      !source.isFromFolder || !forms.contains { AtomicFile.isSame($0.path, source.path) }
    }
    isOneNarrative = options.narrative.count == 1 && texts.count == 1 && !texts[0].isFromFolder
    try OrderedWork.run(
      count: texts.count, jobs: jobs, work: { index in Self.narrative(texts[index], reader) }, wait: {},
      take: { index, outcome in try take(outcome, from: texts[index]) })
    let files = InputList.sources(options.lastYear)
    isOneLastFile = options.lastYear.count == 1 && files.count == 1 && !files[0].isFromFolder
    try OrderedWork.run(
      count: files.count, jobs: jobs, work: { index in reader.read(files[index]) }, wait: {},
      take: { _, outcome in try take(outcome) })
    if wantsNarratives, narratives.isEmpty {
      throw Complaint(Messages.noNarratives(options.narrative), .usage)
    }
    if wantsLastForms, lastForms.isEmpty { throw Complaint(Messages.noLastForms(options.lastYear), .usage) }
    isOneLastFile = isOneLastFile && lastForms.count == 1
    stems = Dictionary(grouping: narratives.indices) { narratives[$0].stem }
    projects = Dictionary(grouping: lastForms.indices) { lastForms[$0].project }
  }

  // MARK: Narratives

  /// `nil` for a file of a folder that holds no text.
  private static func narrative(_ source: FormSource, _ reader: SourceReader) -> Result<
    NarrativeFile?, Complaint
  > {
    if source.isUnmatchedPattern { return .failure(Complaint(Messages.noMatch(source.path), .unreadable)) }
    do {
      guard let lines = try RunningText.lines(of: try reader.input(source)) else {
        if source.isFromFolder { return .success(nil) }
        return .failure(Complaint(Messages.noRunningText(source.shownPath), .unreadable))
      }
      let text = Narrative(
        name: source.shownPath, lines: lines.map { Narrative.Line($0.text, at: $0.location) })
      return .success(
        NarrativeFile(
          narrative: text, stem: CompanionName.plain(source.stem),
          head: lines.prefix(headLines).map { CompanionName.plain($0.text) }))
    } catch {
      let words = (error as? ReadingError)?.text ?? (error as? FileError)?.message ?? "\(error)"
      return .failure(Complaint(words, .unreadable))
    }
  }

  private mutating func take(_ outcome: Result<NarrativeFile?, Complaint>, from source: FormSource) throws {
    switch outcome {
    case .success(let file): narratives += [file].compactMap(\.self)
    case .failure(let complaint) where source.isFromFolder: faults.append(complaint.text)
    case .failure(let complaint): throw complaint
    }
  }

  // MARK: Last year's forms

  private mutating func take(_ outcome: SourceReader.Outcome) throws {
    if !outcome.source.isFromFolder, let problem = outcome.problems.first {
      throw Complaint(problem, .unreadable)
    }
    faults += outcome.problems
    for (index, read) in outcome.forms.enumerated() {
      let number = outcome.forms.count > 1 ? "#\(index + 1)" : ""
      lastForms.append(
        LastForm(
          form: read.form, name: outcome.source.name + number,
          project: CompanionName.plain(read.form[.project]),
          unit: CompanionName.unit(of: read.form)))
    }
  }
}
