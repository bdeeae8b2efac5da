import FormModel
import FormWriting
import Terminal

/// What is told about fixes: differences on standard output, what was not done on standard error, and the sum.
struct FixReport {
  /// Files of other formats that are named one by one.
  private static let most = 3

  private let writes: Bool
  private let showsDiff: Bool
  private let surroundings: Surroundings
  private var files = 0
  private var fixes = 0
  /// Findings of drafts that were not fixed although another spelling would do.
  private var left = 0
  /// Findings that could be fixed in a draft, by file that is none.
  private var elsewhere: [(name: String, findings: Int)] = []
  /// The worst that happened.
  private(set) var worst = ExitCode.clean

  /// - Returns: `nil` where nothing is to be fixed.
  init?(_ options: LintCommand, _ surroundings: Surroundings) {
    guard options.fix || options.diff else { return nil }
    (writes, showsDiff, self.surroundings) = (options.fix, options.diff, surroundings)
  }

  /// Takes note of what came of a source and shows its difference.
  ///
  /// - Returns: what to say about it.
  /// - Throws: `FileError` where standard output cannot be written.
  mutating func add(_ piece: LintWork.Piece) throws -> [String] {
    let count = piece.forms.reduce(0) { $0 + $1.verdict.form.findings.count { $0.finding.fix != nil } }
    guard let fixing = piece.fixing else {
      if count > 0 { elsewhere.append((piece.reading.source.shownPath, count)) }
      return []
    }
    if let refusal = fixing.refusal {
      worst = max(worst, refusal.exitCode)
      return [refusal.text]
    }
    if !fixing.fixes.isEmpty {
      files += 1
      fixes += fixing.fixes.count
    }
    if writes { left += count }
    if showsDiff, let diff = fixing.diff { try Console.data(shown(diff.text)) }
    return []
  }

  /// What to say at the end.
  var lines: [String] {
    let rest = elsewhere.dropFirst(Self.most)
    return elsewhere.prefix(Self.most).map { Messages.notADraft($0.name, findings: $0.findings) }
      + (rest.isEmpty
        ? [] : [Messages.moreNoDrafts(rest.count, findings: rest.reduce(0) { $0 + $1.findings })])
      + (worst == .clean || fixes > 0 ? [Messages.fixed(files: files, fixes: fixes, isWritten: writes)] : [])
      + (left > 0 ? [Messages.leftUnfixed(left)] : [])
  }

  /// As it is into a file or a pipe; on a screen what could steer it is made visible.
  private func shown(_ diff: String) -> String {
    guard surroundings.isTerminal else { return diff }
    return diff.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let text = visible(String(line))
      return switch line.first {
      case "+": surroundings.style(.success, text)
      case "-": surroundings.style(.error, text)
      case "@": surroundings.style(.hint, text)
      default: text
      }
    }.joined(separator: "\n")
  }
}
