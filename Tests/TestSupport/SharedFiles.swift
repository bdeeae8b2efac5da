import Foundation

/// Files that are not in the repository: published forms and the field's rules.
///
/// They lie in `../shared` beside the package, or where `JIXIAO_SHARED` says; tests that read them are
/// skipped where they are absent.
public enum SharedFiles {
  /// The folder, or `nil` where it is absent.
  public static var folder: String? {
    let named = ProcessInfo.processInfo.environment["JIXIAO_SHARED"]
    let candidates = [named, PackageFolder.path + "/../shared"].compactMap { $0 }
    return candidates.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether they are at hand: for `.enabled(if:)`.
  public static var arePresent: Bool { folder != nil }

  /// The path of one of them, or `nil` where it is absent.
  public static func path(_ name: String) -> String? {
    guard let path = folder.map({ $0 + "/" + name }) else { return nil }
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

/// The package's own folder.
public enum PackageFolder {
  /// Its path, found from this source file.
  public static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The text of a file in the package.
  public static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// All files below a folder of the package with one of the endings, as paths from the package, sorted.
  public static func files(below folder: String, endings: [String]) -> [String] {
    let all = FileManager.default.enumerator(atPath: path + "/" + folder)?.compactMap { $0 as? String } ?? []
    return all.filter { name in endings.contains { name.hasSuffix($0) } }.map { folder + "/" + $0 }.sorted()
  }
}
