import Glibc

/// An open file, closed when it goes.
struct FileDescriptor: ~Copyable {
  let raw: Int32
  let path: String
  /// What is known of the size since it was opened.
  private var openedSize: Int?

  init(_ path: String, flags: Int32, mode: mode_t = 0o644, for operation: FileError.Operation)
    throws(FileError)
  {
    raw = open(path, flags | O_CLOEXEC, mode)
    self.path = path
    guard raw >= 0 else { throw FileError(operation, path) }
  }

  /// A file to read, or a pipe that somebody writes to.
  ///
  /// - Throws: `FileError` with `ETIMEDOUT` where nobody opens a named pipe to write for half a second, or it
  ///   then stays empty for 5 seconds; with `ENODEV` for a device that is no terminal.
  static func input(_ path: String) throws(FileError) -> FileDescriptor {
    var file = try FileDescriptor(path, flags: O_RDONLY | O_NONBLOCK, for: .read)
    var status = stat()
    guard fstat(file.raw, &status) == 0 else { throw FileError(.read, path) }
    switch status.st_mode & S_IFMT {
    case S_IFIFO: try file.awaitWriter()
    case S_IFDIR: throw FileError(.read, path, code: EISDIR)
    case S_IFREG:
      file.openedSize = Int(status.st_size)
      return file
    default: if isatty(file.raw) == 0 { throw FileError(.read, path, code: ENODEV) }
    }
    _ = fcntl(file.raw, F_SETFL, fcntl(file.raw, F_GETFL) & ~O_NONBLOCK)
    return file
  }

  private func awaitWriter() throws(FileError) {
    // The shell's `<(…)` has its writer from the beginning, however slow.
    if path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/") { return }
    var event = pollfd(fd: raw, events: Int16(POLLIN), revents: 0)
    guard poll(&event, 1, 500) == 0 else { return }
    // Of an empty pipe nothing can be read; what nobody writes to is at its end.
    var byte: UInt8 = 0
    guard read(raw, &byte, 1) < 0, poll(&event, 1, 5_000) != 0 else {
      throw FileError(.read, path, code: ETIMEDOUT)
    }
  }

  /// The bytes of a regular file; `nil` for a pipe or a terminal.
  var size: Int? {
    if let openedSize { return openedSize }
    var status = stat()
    return fstat(raw, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  private init(raw: Int32, path: String) {
    self.raw = raw
    self.path = path
  }

  /// A copy of the process's standard input.
  static var standardInput: FileDescriptor { FileDescriptor(raw: dup(STDIN_FILENO), path: "-") }

  deinit { close(raw) }

  /// Writes all bytes, whatever the system does in between.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(raw, $0.baseAddress! + written, bytes.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError(.write, path) }
      written += count
    }
  }

  /// Everything from the current position to the end, or a little more than `limit` bytes.
  func readAll(upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    let size = size ?? 0
    // One byte more than there is, to see at once that there is no more.
    var bytes = try readChunk(1 + min(size, limit))
    if bytes.count == size, size > 0 { return bytes }
    while !bytes.isEmpty, bytes.count <= limit {
      let chunk = try readChunk(65_536)
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// As much as one call gives; nothing at the end.
  private func readChunk(_ most: Int) throws(FileError) -> [UInt8] {
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
        count = read(raw, buffer.baseAddress, most)
        filled = max(0, count)
      }
      if count >= 0 { return chunk }
      guard errno == EINTR else { throw FileError(.read, path) }
    }
  }

  /// Returns when the bytes are on the disk.
  func sync() throws(FileError) {
    guard fsync(raw) == 0 else { throw FileError(.write, path) }
  }
}
