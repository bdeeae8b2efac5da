import FormInterview
import Glibc

/// A file that is log, answers and replay at once: comment lines say what was asked, the others are the lines
/// that were typed, a default taken with Enter written out. Fed to `jixiao fill` it gives the same form.
final class Transcript {
  private let file: FileDescriptor

  init(path: String) throws(FileError) {
    file = try FileDescriptor(path, flags: O_WRONLY | O_CREAT | O_TRUNC, for: .write)
    try file.write(Array((Messages.transcriptHead + "\n").utf8))
  }

  /// Notes a question and the line that answered it.
  func note(_ line: String, at card: Card) throws(FileError) {
    let subject = card.subject.map { "（\($0)）" } ?? ""
    try file.write(Array("# \(card.progress) \(card.label)\(subject)\n\(Self.written(line))\n".utf8))
    try file.sync()
  }

  /// A line as the file holds it: on one line, and no comment.
  static func written(_ line: String) -> String {
    let single = line.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
    return single.hasPrefix("#") || single.hasPrefix("\\#") ? "\\" + single : single
  }

  /// The answer that a line of input is; `nil` for a comment, which only a pipe can hold.
  static func answer(of line: String, isInteractive: Bool) -> String? {
    if isInteractive { return line }
    if line.hasPrefix("#") { return nil }
    return line.hasPrefix("\\#") || line.hasPrefix("\\\\#") ? String(line.dropFirst()) : line
  }
}
