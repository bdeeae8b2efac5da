import FormWriting

/// One `--format`: which report, and where it goes.
struct ReportTarget: Sendable {
  /// Where a report goes.
  enum Place: Sendable, Equatable {
    case standardOutput
    case file(String)
    case folder(String)
  }

  let type: any FindingReporter.Type
  let place: Place

  /// - Parameter word: `human`, `sarif=意见.sarif`, `html=意见`.
  /// - Throws: `Complaint` for an unknown format, or a folder of pages without a folder.
  init(_ word: String) throws(Complaint) {
    let word = try ReportWord(
      word, known: FindingReporters.all.map { $0.format.name }, find: FindingReporters.reporter(named:))
    type = word.type
    if type is any FolderReporter.Type {
      guard let path = word.path else { throw Complaint(Messages.reportNeedsFolder(word.name), .usage) }
      place = .folder(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
    } else {
      place = word.path.map { .file($0) } ?? .standardOutput
    }
  }

  /// Whether it is what a person sees.
  var isForPeopleOnScreen: Bool { place == .standardOutput && type == HumanReporter.self }

  /// All reports of a run; without a word, one for people. Where differences go to standard output, no report does.
  ///
  /// - Throws: `Complaint` for two at one place.
  static func all(of options: LintCommand) throws(Complaint) -> [ReportTarget] {
    guard options.diff else { return try all(options.format) }
    let targets = options.format.isEmpty ? [] : try all(options.format)
    if targets.contains(where: { $0.place == .standardOutput }) {
      throw Complaint(Messages.diffNeedsOutput, .usage)
    }
    return targets
  }

  /// All reports of a run; without a word, one for people.
  ///
  /// - Throws: `Complaint` for two reports at one place.
  static func all(_ words: [String]) throws(Complaint) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    for word in words.isEmpty ? [HumanReporter.format.name] : words {
      let target = try ReportTarget(word)
      guard !targets.contains(where: { $0.place == target.place }) else {
        throw Complaint(Messages.samePlace(word), .usage)
      }
      targets.append(target)
    }
    return targets
  }
}

/// What a form is in one report.
enum RenderedForm: Sendable {
  /// In UTF-8.
  case text([UInt8])
  case page(ReportPage)
}

/// A report under way, fed in the order of the forms.
final class ReportOutput {
  private enum Sink {
    case standardOutput
    case file(GrowingFile)
    case folder(String, any FolderReporter)
  }

  private let sink: Sink
  private let reporter: any FindingReporter
  /// What stands between two forms, in UTF-8; `nil` where there is no text.
  private let separator: [UInt8]?
  private var hasText = false
  private var entries: [ReportEntry] = []

  /// Makes the file or folder.
  ///
  /// - Throws: `Complaint` where it is there already and may not be replaced; `FileError` where it cannot be made.
  init(_ target: ReportTarget, _ reporter: any FindingReporter, replaces: Bool) throws {
    self.reporter = reporter
    separator = (reporter as? any TextReporter).map { Array($0.separator.utf8) }
    switch (target.place, reporter) {
    case (.folder(let path), let reporter as any FolderReporter):
      if AtomicFile.exists("\(path)/index.html"), !replaces {
        throw Complaint(Messages.exists("\(path)/index.html"), .cannotCreate)
      }
      try OutputFolder.make(path)
      sink = .folder(path, reporter)
    case (.file(let path), _):
      if AtomicFile.exists(path) {
        guard AtomicFile.isRegular(path) else { throw Complaint(Messages.notRegular(path), .cannotCreate) }
        guard replaces else { throw Complaint(Messages.exists(path), .cannotCreate) }
      }
      try OutputFolder.make(AtomicFile.folder(of: path))
      sink = .file(try GrowingFile(path))
    default: sink = .standardOutput
    }
    if let reporter = reporter as? any TextReporter { try put(reporter.opening()) }
  }

  /// Adds forms in their order.
  ///
  /// - Throws: `FileError`.
  func add(_ forms: [RenderedForm]) throws {
    var all: [UInt8] = []
    for form in forms {
      switch form {
      case .text(let text): append(text, to: &all)
      case .page(let page):
        guard case .folder(let folder, _) = sink else { continue }
        try AtomicFile.write(page.text, to: "\(folder)/\(page.entry.page)")
        entries.append(page.entry)
      }
    }
    try put(all)
  }

  private func append(_ text: [UInt8], to all: inout [UInt8]) {
    guard !text.isEmpty, let separator else { return }
    if hasText { all += separator }
    hasText = true
    all += text
  }

  /// Writes what comes last, and makes the report durable.
  func finish(_ summary: ReportSummary) throws {
    switch (sink, reporter) {
    case (.folder(let folder, let reporter), _):
      for page in try reporter.index(of: entries, summary) {
        try AtomicFile.write(page.text, to: "\(folder)/\(page.name)")
      }
    case (_, let reporter as any TextReporter):
      let text = reporter.closing(summary)
      if hasText, reporter is HumanReporter, !text.isEmpty { try put(reporter.separator) }
      try put(text)
    default: break
    }
    if case .file(let file) = sink { try file.finish() }
  }

  private func put(_ text: String) throws { try put(Array(text.utf8)) }

  private func put(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    switch sink {
    case .standardOutput: try Console.data(bytes)
    case .file(let file): try file.append(bytes)
    case .folder: break
    }
  }
}
