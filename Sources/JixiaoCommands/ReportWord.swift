import ChineseText

/// A word after `--format`: the kind of report that it names, and the path behind `=`.
struct ReportWord<Reporter> {
  let name: String
  let type: Reporter
  /// `nil` is standard output.
  let path: String?

  /// - Parameters:
  ///   - word: `human`, `json=对比.json`, `csv=-`.
  ///   - known: the names of all reports.
  ///   - find: the report of a name.
  /// - Throws: `Complaint` for an unknown report, and for a `=` with nothing behind it.
  init(_ word: String, known: [String], find: (String) -> Reporter?) throws(Complaint) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    name = parts[0]
    guard let type = find(name) else {
      let near = closestMatch(to: name, among: known)
      throw Complaint(Messages.unknownReport(name, didYouMean: near, known: known), .usage)
    }
    self.type = type
    path = parts.count > 1 && parts[1] != "-" ? parts[1] : nil
    if path == "" { throw Complaint(Messages.reportNeedsPath(name), .usage) }
  }
}
