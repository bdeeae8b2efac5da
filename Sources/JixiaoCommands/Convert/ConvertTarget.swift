import FormWriting

/// Where a conversion goes and in which format, from the words of the command line.
struct ConvertTarget {
  /// Where the output goes.
  enum Place: Equatable {
    case standardOutput
    /// All forms in one file.
    case file(String)
    /// One file for each form.
    case folder(String)
  }

  var inputs: [String]
  var place: Place
  var writer: any FormWriter.Type
  /// `convert IN OUT`: nothing is said when all is well.
  var isPlain = false

  /// - Throws: `Complaint` for wrong usage.
  init(_ options: ConvertCommand) throws(Complaint) {
    let isWorkbook = options.oneWorkbook && options.output != nil
    try self.init(
      words: options.inputs, to: options.to ?? (isWorkbook ? XLSXWriter.format.name : nil),
      output: options.output)
    guard options.oneWorkbook else { return }
    guard writer == XLSXWriter.self, case .file = place else {
      throw Complaint(Messages.oneWorkbookNeedsFile, .usage)
    }
  }

  /// - Parameters:
  ///   - words: inputs; without `to` and `output` the second of two is the output.
  ///   - to: name or ending of a format.
  /// - Throws: `Complaint` for wrong usage.
  init(words: [String], to: String?, output: String?) throws(Complaint) {
    inputs = words
    var output = output
    if to == nil, output == nil {
      guard words.count == 2 else { throw Complaint(Messages.convertUsage, .usage) }
      (inputs, output, isPlain) = ([words[0]], words[1], true)
    }
    place = Self.place(of: output)
    if isPlain, case .folder(let path) = place { place = .file(path) }
    if let to {
      guard let named = FormWriters.writer(named: to) else {
        let known = FormWriters.formats.compactMap(\.extensions.first)
        throw Complaint(Messages.unknownTarget(to, known: known), .usage)
      }
      writer = named
    } else {
      if case .folder(let path) = place { throw Complaint(Messages.folderNeedsFormat(path), .usage) }
      writer = try FormFiles.writer(for: output ?? "-")
    }
  }

  /// What is a folder, ends in a slash, or has no ending of a format is a folder.
  private static func place(of output: String?) -> Place {
    guard let output, output != "-" else { return .standardOutput }
    if output.hasSuffix("/") || InputList.isFolder(output) { return .folder(output) }
    if AtomicFile.exists(output) { return .file(output) }
    let name = AtomicFile.name(of: output)
    let ending = name.contains(".") ? name.split(separator: ".").last.map(String.init) ?? "" : ""
    // An unknown ending is a mistake to be told, not a folder.
    return ending.isEmpty ? .folder(output) : .file(output)
  }
}
