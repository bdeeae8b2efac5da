import FormInterview
import FormModel
import FoundationEssentials
import Glibc

/// The steps of filling a form, one line each, appended and fsynced: undo reaches back past a restart, and a
/// step whose file could not be renamed any more is found again.
///
/// Each line carries the digest of the form's file after the step, so a file that somebody edited by hand is
/// recognised and never overwritten by old steps.
struct DraftJournal {
  let path: String

  init(for form: String) {
    path = "\(AtomicFile.folder(of: form))/.\(AtomicFile.name(of: form)).journal"
  }

  /// One line of the file.
  struct Line: Codable, Sendable {
    /// `nil` where the form was written without a step: a new file.
    var step: JournalEntry?
    /// Digest of the form's file once the step is saved.
    var digest: String
  }

  /// The lines that can be read; a torn last line (the machine stopped while it was written) is left out.
  func lines() -> [Line] {
    guard let bytes = try? AtomicFile.read(path) else { return [] }
    let decoder = JSONDecoder()
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(Line.self, from: Data($0))
    }
  }

  /// Appends a line durably.
  ///
  /// - Returns: the length before, for `truncate(to:)` when the form itself cannot be saved.
  func append(_ line: Line) throws(FileError) -> Int {
    let file = try FileDescriptor(path, flags: O_WRONLY | O_CREAT, for: .write)
    let length = Int(lseek(file.raw, 0, SEEK_END))
    guard let data = try? JSONEncoder().encode(line) else { throw FileError(.write, path, code: EINVAL) }
    do throws(FileError) {
      try file.write((length == 0 || endsLine(length) ? [] : [10]) + Array(data) + [10])
      try file.sync()
    } catch {
      truncate(to: length)
      throw error
    }
    if length == 0 { try AtomicFile.syncFolder(of: path) }
    return length
  }

  func truncate(to length: Int) { Glibc.truncate(path, off_t(length)) }

  /// Begins anew, when the form was changed by another hand.
  func clear() { unlink(path) }

  private func endsLine(_ length: Int) -> Bool {
    guard let file = try? FileDescriptor(path, flags: O_RDONLY, for: .read) else { return true }
    var last: UInt8 = 0
    return pread(file.raw, &last, 1, off_t(length - 1)) == 1 && last == 10
  }

  /// A short digest of a text (FNV-1a, 64 bits): to tell files apart, not to protect them.
  static func digest(_ text: String) -> String {
    String(
      text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}
