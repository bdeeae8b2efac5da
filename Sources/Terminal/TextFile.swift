import CEditline
import Glibc

/// Small text files, read and written whole.
enum TextFile {
  /// The bytes of the file, or `nil` when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, cel_errno() == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Puts `text` in place of the file in one step, readable by its owner only.
  ///
  /// - Returns: 0, or the system's error number.
  static func replace(_ path: String, with text: String) -> Int32 {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return cel_errno() }
    var failure: Int32 = 0
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if cel_errno() != EINTR { failure = cel_errno() }
    }
    if close(descriptor) != 0, failure == 0 { failure = cel_errno() }
    if failure == 0, rename(temporary, path) != 0 { failure = cel_errno() }
    if failure != 0 { unlink(temporary) }
    return failure
  }

  /// Makes a folder and those above it, for their owner only, where they are missing.
  static func makeFolder(_ path: String) {
    guard access(path, F_OK) != 0, let slash = path.lastIndex(of: "/") else {
      mkdir(path, 0o700)
      return
    }
    if slash > path.startIndex { makeFolder(String(path[..<slash])) }
    mkdir(path, 0o700)
  }
}
