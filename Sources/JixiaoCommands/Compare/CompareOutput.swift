import FormWriting

/// What a pair is in one report.
enum RenderedPair: Sendable {
  case text(String)
  case page(text: String, entry: ComparisonEntry)
  case sections(ComparisonSections)

  /// - Parameter page: its file name, in reports of pages.
  init(_ pair: ComparedForms, by reporter: any ComparisonReporter, page: String) throws {
    switch reporter {
    case let reporter as any FolderComparisonReporter:
      let made = try reporter.page(of: pair, name: page)
      self = .page(text: made.text, entry: made.entry)
    case let reporter as any TextComparisonReporter: self = .text(reporter.text(of: pair))
    case is any OfficeComparisonReporter: self = .sections(ComparisonSections(pair))
    default: self = .text("")
    }
  }
}

/// A report of a comparison under way, fed in the order of the pairs.
final class CompareOutput {
  private enum Sink {
    case standardOutput(any TextComparisonReporter)
    case file(GrowingFile, any TextComparisonReporter)
    case folder(String, any FolderComparisonReporter)
    case office(String, any OfficeComparisonReporter)
  }

  private let sink: Sink
  private var hasText = false
  private var entries: [ComparisonEntry] = []
  private var sections: [ComparisonSections] = []

  /// Makes the file or folder.
  ///
  /// - Throws: `Complaint` where it is there already and may not be replaced; `FileError` where it cannot be made.
  init(_ target: CompareTarget, _ reporter: any ComparisonReporter, replaces: Bool) throws {
    switch (target.path, reporter) {
    case (let path?, let reporter as any FolderComparisonReporter):
      try Self.refuse("\(path)/index.html", unless: replaces)
      try OutputFolder.make(path)
      sink = .folder(path, reporter)
    case (let path?, let reporter as any TextComparisonReporter):
      try Self.refuse(path, unless: replaces)
      sink = .file(try GrowingFile(path), reporter)
    case (let path?, let reporter as any OfficeComparisonReporter):
      try Self.refuse(path, unless: replaces)
      sink = .office(path, reporter)
    case (nil, let reporter as any TextComparisonReporter): sink = .standardOutput(reporter)
    default: throw Complaint(Messages.reportNeedsPath(type(of: reporter).format.name), .usage)
    }
    if let reporter = textReporter { try put(reporter.opening()) }
  }

  private static func refuse(_ path: String, unless replaces: Bool) throws {
    guard AtomicFile.exists(path) else { return }
    guard AtomicFile.isRegular(path) else { throw Complaint(Messages.notRegular(path), .cannotCreate) }
    guard replaces else { throw Complaint(Messages.exists(path), .cannotCreate) }
  }

  private var textReporter: (any TextComparisonReporter)? {
    switch sink {
    case .standardOutput(let reporter), .file(_, let reporter): reporter
    case .folder, .office: nil
    }
  }

  /// Adds the next pair.
  func add(_ pair: RenderedPair) throws {
    switch pair {
    case .text(let text):
      if hasText, let reporter = textReporter { try put(reporter.separator) }
      hasText = true
      try put(text)
    case .page(let text, let entry):
      guard case .folder(let folder, _) = sink else { return }
      try AtomicFile.write(text, to: "\(folder)/\(entry.page)")
      entries.append(entry)
    case .sections(let pair): sections.append(pair)
    }
  }

  /// Writes what comes last, and makes the report durable.
  func finish(_ unpaired: UnpairedForms) throws {
    switch sink {
    case .standardOutput(let reporter): try put(reporter.closing(unpaired))
    case .file(let file, let reporter):
      try put(reporter.closing(unpaired))
      try file.finish()
    case .office(let path, let reporter):
      try AtomicFile.write(try reporter.bytes(of: sections, unpaired), to: path)
    case .folder(let folder, let reporter):
      for page in try reporter.index(of: entries, unpaired) {
        try AtomicFile.write(page.text, to: "\(folder)/\(page.name)")
      }
    }
  }

  private func put(_ text: String) throws {
    guard !text.isEmpty else { return }
    if case .file(let file, _) = sink { try file.append(text) } else { try Console.data(text) }
  }
}
