import Glibc

/// The files that the words of a command line mean: folders are walked, in the order of their names, and patterns
/// (`草稿/*.docx`, `草稿/**/目标.yaml`) are looked up.
enum InputList {
  /// Deeper folders are not looked into.
  private static let deepest = 64

  static func sources(_ arguments: [String]) -> [FormSource] {
    arguments.flatMap { argument -> [FormSource] in
      let source = FormSource(argument: argument)
      if !FilePattern.isPattern(argument) || AtomicFile.exists(source.path) { return sources(at: source) }
      let paths = FilePattern(argument).paths()
      if paths.isEmpty {
        var unmatched = FormSource(path: argument, subfolder: "")
        (unmatched.isFromFolder, unmatched.isUnmatchedPattern) = (false, true)
        return [unmatched]
      }
      return paths.flatMap { sources(at: FormSource(argument: $0)) }
    }
  }

  /// The source itself, or the files of a folder.
  private static func sources(at source: FormSource) -> [FormSource] {
    guard source.number == nil, isFolder(source.path) else { return [source] }
    let files = files(in: source.path, below: "", depth: 0)
    return files.isEmpty ? [source] : files
  }

  /// The paths that a list names, one a line, or with a zero byte behind each (`find -print0`); blank lines do
  /// not count. Folders are walked, patterns are names like any other.
  static func sources(listedIn text: String) -> [FormSource] {
    let separator: Unicode.Scalar = text.unicodeScalars.contains("\0") ? "\0" : "\n"
    return text.unicodeScalars.split(separator: separator).flatMap { line -> [FormSource] in
      let path = String(line.last == "\r" ? line.dropLast() : line)
      return path.isEmpty ? [] : sources(at: FormSource(argument: path))
    }
  }

  /// Whether the path leads to a folder, through links too.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(FileError) -> [String] { try entries(in: folder).map(\.name) }

  /// What is in a folder, by name; `isFile` where the folder itself says that it is a file and no link to one.
  private static func entries(in folder: String) throws(FileError) -> [(name: String, isFile: Bool)] {
    guard let stream = opendir(folder) else { throw FileError(.read, folder) }
    defer { closedir(stream) }
    var entries: [(name: String, isFile: Bool)] = []
    while let entry = readdir(stream) {
      withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        let name = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        entries.append((name, Int(entry.pointee.d_type) == DT_REG))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Hidden files and the lock files of Office (`~$草稿.docx`) are left out; a folder behind a link is not
  /// walked, so that a circle ends; a folder that cannot be read, or one that was named
  /// and is empty, stands in the list itself to be complained of.
  private static func files(in folder: String, below subfolder: String, depth: Int) -> [FormSource] {
    guard depth < deepest, let entries = try? entries(in: folder) else {
      return [FormSource(path: folder, subfolder: subfolder)]
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return entries.flatMap { name, isFile -> [FormSource] in
      guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return [] }
      let path = prefix + name
      guard !isFile, isFolder(path) else { return [FormSource(path: path, subfolder: subfolder)] }
      guard !isLink(path) else { return [] }
      return files(in: path, below: subfolder.isEmpty ? name : "\(subfolder)/\(name)", depth: depth + 1)
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
