import Glibc

/// Where the program speaks: data and conversation on stdout, everything about trouble on stderr.
enum Console {
  static func out(_ text: String) { put(text, to: STDOUT_FILENO) }

  static func error(_ text: String) { put(text, to: STDERR_FILENO) }

  /// Whether a person sits at both ends.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  private static func put(_ text: String, to descriptor: Int32) {
    let bytes = Array((text + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      written += count
    }
  }
}
