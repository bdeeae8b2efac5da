import CBundledData

/// A file of `Rules/` or `Templates/` that stands inside the executable.
public struct BundledFile: Sendable {
  private let index: Int32

  fileprivate init(index: Int32) { self.index = index }

  /// Where it stands in the repository: `Rules/weights/weight-sum.yaml`.
  public var path: String { String(cString: jixiao_bundled_path(index)) }

  /// The file's text; copied out of the executable each time it is asked for, and not before.
  public var text: String { String(cString: jixiao_bundled_bytes(index)) }

  fileprivate var pathBytes: UnsafePointer<CChar> { jixiao_bundled_path(index) }
}

/// The rules and templates that come with the program, so that a moved executable still has them.
///
/// The list is `Sources/CBundledData/files.inc`, written by `.ci/list-bundled-data`.
public enum BundledData {
  /// All files, sorted by path as the list has them; nothing is copied.
  public static var files: [BundledFile] {
    (0..<jixiao_bundled_count()).map(BundledFile.init(index:))
  }

  /// The files of a folder and of the folders in it: `files(under: "Rules/vocabulary")`.
  public static func files(under folder: String) -> [BundledFile] {
    let prefix = Array((folder.hasSuffix("/") ? folder : folder + "/").utf8)
    return files.filter { file in begins(file.pathBytes, with: prefix) }
  }

  /// The text of one file; `nil` when there is no such file.
  public static func text(of path: String) -> String? {
    files.first { $0.path == path }?.text
  }

  private static func begins(_ path: UnsafePointer<CChar>, with prefix: [UInt8]) -> Bool {
    for (offset, byte) in prefix.enumerated() where UInt8(bitPattern: path[offset]) != byte { return false }
    return true
  }
}
