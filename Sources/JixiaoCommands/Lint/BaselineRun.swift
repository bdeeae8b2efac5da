import FormWriting

/// A baseline during a run: what it knows, what is still found of it, and what is to be written.
struct BaselineRun {
  /// Entries that are gone and listed one by one.
  private static let most = 10

  let path: String
  let known: Baseline
  private let isUpdated: Bool
  private var found = Baseline()
  private var count = ReportSummary.BaselineCount()

  /// - Returns: `nil` where none is asked for.
  /// - Throws: `Complaint` where there is none, or it cannot be used.
  init?(_ options: LintCommand) throws {
    guard let path = options.baseline else {
      if options.updateBaseline { throw Complaint(Messages.updateNeedsBaseline, .usage) }
      return nil
    }
    self.path = path
    isUpdated = options.updateBaseline
    if AtomicFile.exists(path) {
      known = try Baseline(at: path)
    } else {
      guard isUpdated else { throw Complaint(Messages.missingBaseline(path), .unreadable) }
      known = Baseline()
    }
  }

  mutating func add(_ form: CheckedForm) {
    found.add(form)
    for entry in form.findings {
      switch entry.state {
      case .new: count.new += 1
      case .unchanged: count.unchanged += 1
      case nil: break
      }
    }
  }

  /// The sum; what is gone is only known at the end.
  var sum: ReportSummary.BaselineCount {
    var count = count
    count.gone = gone.count
    return count
  }

  private var gone: [Baseline.Entry] {
    known.entries.values.filter { found.entries[$0.fingerprint] == nil }
      .sorted { ($0.project, $0.path, $0.rule) < ($1.project, $1.path, $1.rule) }
  }

  /// Writes the baseline where that is asked for.
  ///
  /// - Returns: what to say about it.
  func finish() throws -> [String] {
    let gone = gone
    var lines = [Messages.baselineLine(sum)] + gone.prefix(Self.most).map(Messages.goneLine)
    if gone.count > Self.most { lines.append(Messages.moreGone(gone.count - Self.most)) }
    guard isUpdated else { return lines }
    try AtomicFile.write(found.text(), to: path)
    return lines + [Messages.baselineWritten(path, count: found.entries.count)]
  }

  /// Whether new findings end the program with a status: not while they become known.
  var countsFindings: Bool { !isUpdated }
}
