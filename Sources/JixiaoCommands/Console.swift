import Glibc

/// Where the program speaks: data and conversation on stdout, everything about trouble on stderr.
enum Console {
  static func out(_ text: String) { put(text + "\n", to: STDOUT_FILENO) }

  static func error(_ text: String) { put(text + "\n", to: STDERR_FILENO) }

  /// Whether a person sits at both ends.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Writes data to stdout as it is.
  ///
  /// - Throws: `FileError` where it cannot be written; `EPIPE` when nobody reads any more.
  static func data(_ bytes: [UInt8]) throws(FileError) {
    let isWritten = bytes.withUnsafeBytes { put($0, to: STDOUT_FILENO) }
    guard isWritten else { throw FileError(.write, Messages.standardOutput) }
  }

  /// Writes text to stdout as it is.
  static func data(_ text: String) throws(FileError) { try data(Array(text.utf8)) }

  /// - Returns: whether all of it was written; else `errno` says why not.
  @discardableResult
  static func put(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { put(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func put(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      written += count
    }
    return true
  }
}
