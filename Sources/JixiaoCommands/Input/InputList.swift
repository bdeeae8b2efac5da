import Glibc

/// The files that the words of a command line mean: folders are walked, in the order of their names.
enum InputList {
  /// Deeper folders are not looked into.
  private static let deepest = 64

  static func sources(_ arguments: [String]) -> [FormSource] {
    arguments.flatMap { argument in
      guard isFolder(argument) else { return [FormSource(argument: argument)] }
      let files = files(in: argument, below: "", depth: 0)
      return files.isEmpty ? [FormSource(argument: argument)] : files
    }
  }

  /// Whether the path leads to a folder, through links too.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(.read, folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        names.append(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Hidden files and the lock files of Office (`~$草稿.docx`) are left out; a folder behind a link is not
  /// walked, so that a circle ends; a folder that cannot be read, or one that was named
  /// and is empty, stands in the list itself to be complained of.
  private static func files(in folder: String, below subfolder: String, depth: Int) -> [FormSource] {
    guard depth < deepest, let names = try? names(in: folder) else {
      return [FormSource(path: folder, subfolder: subfolder)]
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names.flatMap { name -> [FormSource] in
      guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return [] }
      let path = prefix + name
      guard isFolder(path) else { return [FormSource(path: path, subfolder: subfolder)] }
      guard !isLink(path) else { return [] }
      return files(in: path, below: subfolder.isEmpty ? name : "\(subfolder)/\(name)", depth: depth + 1)
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
