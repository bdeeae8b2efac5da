import FormModel
import Terminal

/// What is told about files that were read: cells without a place, doubtful rows, failures; and the sum of it.
struct ReadingReport {
  /// Cells of one file that are listed unless everything is asked for.
  private static let most = 10
  /// Characters of a cell that are shown.
  private static let longest = 40

  /// Whether every remark is listed, notes too.
  var isVerbose = false
  /// Sources that were tried.
  private(set) var sources = 0
  /// Files with a form in them, be it not the one that was asked for.
  private(set) var files = 0
  private(set) var forms = 0
  private(set) var failures = 0
  private var counts: [ReadingRemark.Kind: Int] = [:]
  private var passedOver: [String] = []

  init(isVerbose: Bool = false) { self.isVerbose = isVerbose }

  /// Whether there is anything but forms read whole.
  var hasNews: Bool { failures > 0 || counts.values.contains { $0 > 0 } || !passedOver.isEmpty }

  /// Takes note of what came of a source.
  ///
  /// - Returns: the lines to say about it.
  mutating func add(_ outcome: SourceReader.Outcome) -> [String] {
    sources += 1
    if outcome.isPassedOver { passedOver.append(outcome.source.path) }
    if !outcome.forms.isEmpty || outcome.isRead { files += 1 }
    forms += outcome.forms.count
    failures += outcome.problems.count
    let remarks = outcome.forms.flatMap(\.remarks)
    for remark in remarks { counts[remark.kind, default: 0] += 1 }
    return (problems(of: outcome) + lines(about: remarks, in: outcome.source.name)).map {
      visible($0, keepsLineBreaks: true)
    }
  }

  /// A failure beside reading: an output that cannot be written.
  mutating func addFailure() { failures += 1 }

  /// The files whose format is not known; `nil` where there are none.
  var passedOverLine: String? {
    passedOver.isEmpty ? nil : visible(Messages.passedOver(passedOver))
  }

  /// The sum, in one line.
  var summary: String {
    func count(_ kind: ReadingRemark.Kind) -> Int { counts[kind] ?? 0 }
    return visible(
      Messages.readingSummary(
        files: files, forms: forms, unplaced: count(.unplaced), doubtful: count(.doubtful),
        notes: count(.note), failures: failures, passedOver: passedOver))
  }

  private func problems(of outcome: SourceReader.Outcome) -> [String] {
    let rest = isVerbose ? 0 : outcome.problems.count - Self.most
    guard rest > 0 else { return outcome.problems }
    return outcome.problems.prefix(Self.most) + [Messages.moreProblems(rest, in: outcome.source.name)]
  }

  private func lines(about remarks: [ReadingRemark], in name: String) -> [String] {
    let told = remarks.filter { isVerbose || $0.kind != .note }
    let listed = isVerbose ? told : Array(told.prefix(Self.most))
    let lines = listed.map { remark in
      let text = remark.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      let short = text.count > Self.longest ? text.prefix(Self.longest) + "…" : text[...]
      return Messages.remark(remark, in: name, text: String(short))
    }
    let rest = told.count - listed.count
    return lines + (rest > 0 ? [Messages.moreRemarks(rest, in: name)] : [])
  }
}
