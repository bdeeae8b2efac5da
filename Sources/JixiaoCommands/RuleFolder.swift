import FormRules
import Glibc

/// Rule files of a user's folder.
enum RuleFolder {
  /// Deeper folders are not looked into, so that a link in a circle ends.
  private static let deepest = 8

  /// All `.yaml` files below a folder, by path.
  static func files(in folder: String, depth: Int = 0) throws -> [RuleFile] {
    var files: [RuleFile] = []
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".yaml") {
        files.append(RuleFile(path: path, text: try FormFiles.text(at: path)))
      } else if depth < deepest, isFolder(path) {
        files += try Self.files(in: path, depth: depth + 1)
      }
    }
    return files
  }

  private static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(.read, folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        names.append(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
      }
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
