import ChineseText
import FormWriting

/// One `--format` of a report over several years: which report, and where it goes.
struct TrendTarget {
  let type: any TrendReporter.Type
  /// `nil` is standard output.
  let path: String?

  /// - Parameter word: `human`, `html=历年.html`.
  /// - Throws: `Complaint` for an unknown format.
  init(_ word: String) throws(Complaint) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let type = TrendReporters.reporter(named: parts[0]) else {
      let known = TrendReporters.all.map { $0.format.name }
      let near = closestMatch(to: parts[0], among: known)
      throw Complaint(Messages.unknownReport(parts[0], didYouMean: near, known: known), .usage)
    }
    self.type = type
    path = parts.count > 1 && parts[1] != "-" ? parts[1] : nil
    if path == "" { throw Complaint(Messages.reportNeedsPath(parts[0]), .usage) }
  }

  /// All reports of a run; without a word, one for people.
  ///
  /// - Throws: `Complaint` for two reports at one place.
  static func all(_ words: [String]) throws(Complaint) -> [TrendTarget] {
    var targets: [TrendTarget] = []
    for word in words.isEmpty ? [HumanTrend.format.name] : words {
      let target = try TrendTarget(word)
      guard !targets.contains(where: { $0.path == target.path }) else {
        throw Complaint(Messages.samePlace(word), .usage)
      }
      targets.append(target)
    }
    return targets
  }

  /// - Throws: `Complaint` where there is a file already that may not be replaced.
  func refuseToReplace(unless replaces: Bool) throws(Complaint) {
    guard let path, AtomicFile.exists(path) else { return }
    guard AtomicFile.isRegular(path) else { throw Complaint(Messages.notRegular(path), .cannotCreate) }
    guard replaces else { throw Complaint(Messages.exists(path), .cannotCreate) }
  }

  func put(_ text: String) throws(FileError) {
    if let path { try AtomicFile.write(text, to: path) } else { try Console.data(text) }
  }
}
