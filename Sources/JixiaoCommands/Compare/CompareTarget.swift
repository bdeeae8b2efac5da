import FormWriting

/// One `--format` of a comparison: which report, and where it goes.
struct CompareTarget {
  let type: any ComparisonReporter.Type
  /// `nil` is standard output.
  let path: String?

  /// - Parameter word: `human`, `json=对比.json`.
  /// - Throws: `Complaint` for an unknown format.
  init(_ word: String) throws(Complaint) {
    let word = try ReportWord(
      word, known: ComparisonReporters.all.map { $0.format.name }, find: ComparisonReporters.reporter(named:))
    (type, path) = (word.type, word.path)
  }

  /// All reports of a run; without a word or a file, one for people.
  ///
  /// - Parameters:
  ///   - words: formats, with or without a file.
  ///   - output: a file whose ending says its format.
  /// - Throws: `Complaint` for two reports at one place, and an ending that means no format.
  static func all(_ words: [String], output: String?) throws(Complaint) -> [CompareTarget] {
    var targets: [CompareTarget] = []
    var words = words
    if let output {
      guard let format = ReportEnding.format(of: output) else {
        throw Complaint(
          Messages.Compare.unknownEnding(output, known: ReportEnding.formats.keys.sorted()), .usage)
      }
      words.append("\(format)=\(output)")
    }
    for word in words.isEmpty ? [HumanComparison.format.name] : words {
      let target = try CompareTarget(word)
      guard !targets.contains(where: { $0.path == target.path }) else {
        throw Complaint(Messages.samePlace(word), .usage)
      }
      targets.append(target)
    }
    return targets
  }
}
