import Glibc

/// A path with `*`, `?` or `[…]` in it; `**` stands for any number of folders.
struct FilePattern {
  /// Deeper folders are not looked into.
  private static let deepest = 64

  private let parts: [String]
  private let root: String

  init(_ text: String) {
    root = text.hasPrefix("/") ? "/" : ""
    parts = text.split(separator: "/").map(String.init)
  }

  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { "*?[".utf8.contains($0) }
  }

  /// What fits, each once, in the order of the names.
  func paths() -> [String] {
    var found: [String] = []
    find(parts[...], below: root, depth: 0, into: &found)
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func find(_ parts: ArraySlice<String>, below prefix: String, depth: Int, into found: inout [String])
  {
    guard let part = parts.first else { return }
    let rest = parts.dropFirst()
    if part == "**" {
      find(rest.isEmpty ? ["*"] : rest, below: prefix, depth: depth, into: &found)
      guard depth < Self.deepest else { return }
      for name in names(below: prefix) where isFolder(prefix + name) {
        find(parts, below: prefix + name + "/", depth: depth + 1, into: &found)
      }
    } else if Self.isPattern(part) {
      for name in names(below: prefix) where fnmatch(part, name, FNM_PERIOD) == 0 {
        go(on: rest, to: prefix + name, depth: depth, into: &found)
      }
    } else {
      go(on: rest, to: prefix + part, depth: depth, into: &found)
    }
  }

  private func go(on rest: ArraySlice<String>, to path: String, depth: Int, into found: inout [String]) {
    if rest.isEmpty {
      if AtomicFile.exists(path) { found.append(path) }
    } else if InputList.isFolder(path) {
      find(rest, below: path + "/", depth: depth, into: &found)
    }
  }

  /// A folder behind a link is not walked, so that a circle ends.
  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func names(below prefix: String) -> [String] {
    let names = (try? InputList.names(in: prefix.isEmpty ? "." : prefix)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
  }
}
