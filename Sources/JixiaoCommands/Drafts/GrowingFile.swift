import Glibc

/// A file written piece by piece that takes its place only when it is whole.
final class GrowingFile {
  private let path: String
  private let temporary: String
  private let file: FileDescriptor
  private var digest = ByteDigest()
  /// What has not been written yet: many pieces are one write.
  private var pending: [UInt8] = []
  private var isDone = false

  /// - Throws: `FileError` where the folder cannot be written to.
  init(_ path: String) throws(FileError) {
    self.path = path
    temporary = "\(AtomicFile.folder(of: path))/.\(AtomicFile.name(of: path)).\(getpid()).tmp"
    do throws(FileError) {
      file = try FileDescriptor(temporary, flags: O_RDWR | O_CREAT | O_TRUNC, for: .write)
    } catch {
      throw FileError(error.operation, path, code: error.code)
    }
  }

  func append(_ text: String) throws(FileError) { try append(text.utf8) }

  func append(_ bytes: some Sequence<UInt8>) throws(FileError) {
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 16 { try flush() }
  }

  private func flush() throws(FileError) {
    try named { () throws(FileError) in try file.write(pending) }
    digest.add(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// fsync → read back and compare → rename → fsync of the folder.
  func finish() throws(FileError) {
    try flush()
    try named { () throws(FileError) in try file.sync() }
    guard lseek(file.raw, 0, SEEK_SET) == 0 else { throw FileError(.readBack, path) }
    var found = ByteDigest()
    while true {
      let bytes = try file.readAll(upTo: 1 << 20)
      if bytes.isEmpty { break }
      found.add(bytes)
    }
    guard found == digest else { throw FileError(.readBack, path, code: 0) }
    guard rename(temporary, path) == 0 else { throw FileError(.write, path) }
    isDone = true
    try AtomicFile.syncFolder(of: path)
  }

  /// Names the file in errors, not its temporary one.
  private func named(_ work: () throws(FileError) -> Void) throws(FileError) {
    do throws(FileError) { try work() } catch { throw FileError(error.operation, path, code: error.code) }
  }

  deinit { if !isDone { unlink(temporary) } }
}
