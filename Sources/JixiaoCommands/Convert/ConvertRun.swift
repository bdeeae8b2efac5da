import FormModel
import FormWriting
import Glibc

/// One run of `jixiao convert`: reads on several cores, writes in the order of the inputs.
final class ConvertRun {
  private let target: ConvertTarget
  private let options: ConvertCommand
  private let rendering: FormRendering
  private let sources: [FormSource]
  private let progress: Progress
  private var report: ReadingReport
  private var worst = ExitCode.clean
  private var output: Output
  /// Forms of an output that is written when all are there.
  private var collected: [LocatedForm] = []
  /// The file that lines go to.
  private var file: GrowingFile?

  /// Where the pieces go.
  private enum Output {
    case standardOutput
    case lines(String)
    case whole(String?)
    case folder(OutputFolder)
  }

  init(_ options: ConvertCommand) throws {
    self.options = options
    target = try ConvertTarget(options)
    let isJSON = target.writer == JSONWriter.self || target.writer == JSONLinesWriter.self
    guard isJSON || !options.locations else { throw Complaint(Messages.locationsNeedJSON, .usage) }
    guard options.jobs.map({ $0 > 0 }) ?? true else { throw Complaint(Messages.jobsUsage, .usage) }
    let library = try Library(templateFolders: options.templates)
    var writing = try library.writingOptions()
    writing.joinsTargets = options.csvValues == .joined
    rendering = FormRendering(
      target.writer, options: writing, hasLocations: options.locations, library: library)
    sources = InputList.sources(target.inputs)
    let sharesScreen = target.place == .standardOutput && isatty(STDOUT_FILENO) == 1
    progress = Progress(
      total: sources.count, isQuiet: options.quiet || sharesScreen, surroundings: .current)
    report = ReadingReport(isVerbose: options.verbose)
    output =
      switch target.place {
      case .standardOutput: rendering.isLines ? .standardOutput : .whole(nil)
      case .file(let path): rendering.isLines ? .lines(path) : .whole(path)
      case .folder(let path): .folder(OutputFolder(path: path, ending: rendering.ending))
      }
    try refuseExistingFile()
    try refuseTerminal()
  }

  /// A source may have hundreds of forms, and each becomes a whole document that waits to be written.
  private static let windowOfDocuments = 2

  func run() throws -> ExitCode {
    let reader = SourceReader(library: rendering.library)
    let (rendering, sources, isWhole) = (rendering, sources, isWhole)
    let piece = { @Sendable (index: Int) -> Piece in
      var piece = Piece(reading: reader.read(sources[index]))
      if !isWhole {
        piece.files = piece.reading.forms.map { form in Result { try rendering.bytes(of: form) } }
      }
      return piece
    }
    file = try linesFile()
    try OrderedWork.run(
      count: sources.count, jobs: options.jobs ?? Surroundings.cores,
      window: isWhole ? OrderedWork.window : Self.windowOfDocuments, work: piece,
      wait: { progress.refresh() },
      take: { index, piece in
        try take(piece)
        progress.advance(to: index + 1)
      })
    progress.erase()
    try finish()
    if !options.quiet, !target.isPlain || report.hasNews { Console.error(report.summary) }
    return report.forms == 0 ? max(worst, .unreadable) : worst
  }

  /// What a thread makes of one source.
  private struct Piece: Sendable {
    var reading: SourceReader.Outcome
    var files: [Result<[UInt8], any Error>] = []
  }

  private var isWhole: Bool { if case .whole = output { true } else { false } }

  private func take(_ piece: Piece) throws {
    for line in report.add(piece.reading) { progress.say(line) }
    if !piece.reading.problems.isEmpty { worst = max(worst, .unreadable) }
    if isWhole { collected += piece.reading.forms }
    for file in piece.files {
      do {
        try put(file.get(), of: piece.reading.source)
      } catch let error as Complaint {
        fail(error.text, error.exitCode == .usage ? .unreadable : error.exitCode)
      } catch let error as FileError where error.exitCode == .cannotCreate {
        fail(error.message, error.exitCode)
      }
    }
  }

  private func fail(_ text: String, _ code: ExitCode) {
    progress.say(text)
    report.addFailure()
    worst = max(worst, code)
  }

  private func put(_ bytes: [UInt8], of source: FormSource) throws {
    switch output {
    case .whole: break
    case .standardOutput: try Console.data(bytes)
    case .lines: try file?.append(bytes)
    case .folder(var folder):
      let path = folder.file(for: source)
      output = .folder(folder)
      if AtomicFile.isSame(path, source.path) { throw Complaint(Messages.isTheInput(path), .cannotCreate) }
      if AtomicFile.exists(path), !options.force { throw Complaint(Messages.exists(path), .cannotCreate) }
      try OutputFolder.make(AtomicFile.folder(of: path))
      try AtomicFile.write(bytes, to: path)
    }
  }

  private func linesFile() throws -> GrowingFile? {
    guard case .lines(let path) = output else { return nil }
    return try GrowingFile(path)
  }

  /// Completes the output; without a single form there is none.
  private func finish() throws {
    if report.forms > 0 { try file?.finish() }
    guard case .whole(let path) = output, !collected.isEmpty else { return }
    guard let bytes = try rendering.bytes(of: collected) else {
      throw Complaint(Messages.oneFormOnly(path, count: collected.count), .usage)
    }
    if let path { try AtomicFile.write(bytes, to: path) } else { try Console.data(bytes) }
  }

  private func refuseExistingFile() throws(Complaint) {
    guard case .file(let path) = target.place else { return }
    guard AtomicFile.exists(path) else { return }
    guard AtomicFile.isRegular(path) else { throw Complaint(Messages.notRegular(path), .cannotCreate) }
    if !options.force { throw Complaint(Messages.exists(path), .cannotCreate) }
    if sources.contains(where: { AtomicFile.isSame(path, $0.path) }) {
      throw Complaint(Messages.isTheInput(path), .cannotCreate)
    }
  }

  private func refuseTerminal() throws(Complaint) {
    if target.place == .standardOutput, !rendering.isText, isatty(STDOUT_FILENO) == 1 {
      throw Complaint(Messages.notForTerminal(rendering.ending), .usage)
    }
    guard options.noInput, sources.contains(where: { $0.path == "-" }), isatty(STDIN_FILENO) == 1 else {
      return
    }
    throw Complaint(Messages.noInputFromTerminal, .usage)
  }
}
