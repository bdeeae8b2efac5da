/// Rule and template files of a user's folder.
enum DataFolder {
  /// Deeper folders are not looked into, so that a link in a circle ends.
  private static let deepest = 8

  /// All `.yaml` files below a folder, by path.
  static func files(in folder: String, depth: Int = 0) throws -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    for name in try InputList.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".yaml") {
        files.append((path, try FormFiles.text(at: path)))
      } else if depth < deepest, InputList.isFolder(path) {
        files += try Self.files(in: path, depth: depth + 1)
      }
    }
    return files
  }
}
