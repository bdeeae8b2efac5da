/// Rule and template files of a user's folder.
enum DataFolder {
  /// Deeper folders are not looked into, so that a link in a circle ends.
  private static let deepest = 8

  /// All `.yaml` files below a folder, by path.
  static func files(in folder: String) throws -> [(path: String, text: String)] {
    try paths(in: folder).filter { $0.hasSuffix(".yaml") }.map { ($0, try FormFiles.text(at: $0)) }
  }

  /// The paths of all files below a folder, in the order of their names.
  static func paths(in folder: String, depth: Int = 0) throws -> [String] {
    var paths: [String] = []
    for name in try InputList.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if !InputList.isFolder(path) {
        paths.append(path)
      } else if depth < deepest {
        paths += try Self.paths(in: path, depth: depth + 1)
      }
    }
    return paths
  }
}
