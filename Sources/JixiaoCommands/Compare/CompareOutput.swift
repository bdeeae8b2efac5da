import FormWriting

/// A report of a comparison under way, fed in the order of the pairs.
final class CompareOutput {
  private let reporter: any ComparisonReporter
  private let file: GrowingFile?
  private var hasText = false

  /// Makes the file.
  ///
  /// - Throws: `Complaint` where it is there already and may not be replaced; `FileError` where it cannot be made.
  init(_ target: CompareTarget, _ reporter: any ComparisonReporter, replaces: Bool) throws {
    self.reporter = reporter
    if let path = target.path {
      if AtomicFile.exists(path) {
        guard AtomicFile.isRegular(path) else { throw Complaint(Messages.notRegular(path), .cannotCreate) }
        guard replaces else { throw Complaint(Messages.exists(path), .cannotCreate) }
      }
      file = try GrowingFile(path)
    } else {
      file = nil
    }
    try put(reporter.opening())
  }

  /// Adds the text of the next pair.
  func add(_ text: String) throws {
    if hasText { try put(reporter.separator) }
    hasText = true
    try put(text)
  }

  /// Writes what comes last, and makes the report durable.
  func finish(_ unpaired: UnpairedForms) throws {
    try put(reporter.closing(unpaired))
    try file?.finish()
  }

  private func put(_ text: String) throws {
    guard !text.isEmpty else { return }
    if let file { try file.append(text) } else { try Console.data(text) }
  }
}
