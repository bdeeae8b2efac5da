import FormWriting

/// One `--format` of a report over several years: which report, and where it goes.
struct TrendTarget {
  let type: any TrendReporter.Type
  /// `nil` is standard output.
  let path: String?

  /// - Parameter word: `human`, `html=历年.html`.
  /// - Throws: `Complaint` for an unknown format.
  init(_ word: String) throws(Complaint) {
    let word = try ReportWord(
      word, known: TrendReporters.all.map { $0.format.name }, find: TrendReporters.reporter(named:))
    (type, path) = (word.type, word.path)
  }

  /// All reports of a run; without a word or a file, one for people.
  ///
  /// - Parameters:
  ///   - words: formats, with or without a file.
  ///   - output: a file whose ending says its format.
  /// - Throws: `Complaint` for two reports at one place, and an ending that means no format.
  static func all(_ words: [String], output: String?) throws(Complaint) -> [TrendTarget] {
    var targets: [TrendTarget] = []
    var words = words
    if let output { words.append("\(try format(of: output))=\(output)") }
    for word in words.isEmpty ? [HumanTrend.format.name] : words {
      let target = try TrendTarget(word)
      guard !targets.contains(where: { $0.path == target.path }) else {
        throw Complaint(Messages.samePlace(word), .usage)
      }
      targets.append(target)
    }
    return targets
  }

  private static func format(of output: String) throws(Complaint) -> String {
    if isPage(output) { return HTMLTrend.format.name }
    guard let format = ReportEnding.format(of: output), TrendReporters.reporter(named: format) != nil else {
      let known = ReportEnding.formats.filter { TrendReporters.reporter(named: $0.value) != nil }.map(\.key)
      throw Complaint(Messages.Trend.unknownEnding(output, known: (known + ["html"]).sorted()), .usage)
    }
    return format
  }

  private static func isPage(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".html") || name.hasSuffix(".htm")
  }

  /// The folder of a report of many pages; `nil` for one file.
  private var folder: String? {
    guard let path, type is any FolderTrendReporter.Type, !Self.isPage(path) else { return nil }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// - Throws: `Complaint` where there is a file already that may not be replaced.
  func refuseToReplace(unless replaces: Bool) throws(Complaint) {
    let file = folder.map { $0 + "/index.html" } ?? path
    guard let file, AtomicFile.exists(file) else { return }
    guard AtomicFile.isRegular(file) else { throw Complaint(Messages.notRegular(file), .cannotCreate) }
    guard replaces else { throw Complaint(Messages.exists(file), .cannotCreate) }
  }

  func put(_ projects: [TrendedProject], _ left: LeftOutForms, setting: ReportSetting) throws {
    let reporter = type.init(setting)
    if let folder, let reporter = reporter as? any FolderTrendReporter {
      try OutputFolder.make(folder)
      for page in try reporter.pages(of: projects, left) {
        try AtomicFile.write(page.text, to: "\(folder)/\(page.name)")
      }
      return
    }
    let text = try reporter.text(of: projects, left)
    if let path { try AtomicFile.write(text, to: path) } else { try Console.data(text) }
  }
}
