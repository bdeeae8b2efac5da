import Glibc

/// Writing and reading whole files so that nothing is ever half there (DESIGN §10).
enum AtomicFile {
  /// Temporary file → fsync → read back and compare → rename → fsync of the folder.
  ///
  /// - Throws: `FileError`; the old file is then as it was.
  static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// The same for bytes.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = resolved(path)
    let temporary = "\(folder(of: target))/.\(name(of: target)).\(getpid()).tmp"
    do throws(FileError) {
      try fill(temporary, with: bytes, mode: mode(of: target))
      guard try read(temporary) == bytes else { throw FileError(.readBack, path, code: 0) }
      guard rename(temporary, target) == 0 else { throw FileError(.write, path) }
      try syncFolder(of: target)
    } catch {
      unlink(temporary)
      throw FileError(error.operation, path, code: error.code)
    }
  }

  /// The whole file.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    try FileDescriptor(path, flags: O_RDONLY, for: .read).readAll()
  }

  /// The path from the root, with links followed; as it is where there is nothing.
  static func absolute(_ path: String) -> String { resolved(path) }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether it is a file like any other, no folder, device or pipe; links are followed.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether two names lead to one file.
  static func isSame(_ path: String, _ other: String) -> Bool {
    if path == other { return true }
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_ino == two.st_ino
      && one.st_dev == two.st_dev
  }

  /// Makes the folder's own entry durable, after a rename or a new file.
  static func syncFolder(of path: String) throws(FileError) {
    try FileDescriptor(folder(of: path), flags: O_RDONLY | O_DIRECTORY, for: .write).sync()
  }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func fill(_ path: String, with bytes: [UInt8], mode: mode_t) throws(FileError) {
    let file = try FileDescriptor(path, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: mode, for: .write)
    try file.write(bytes)
    try file.sync()
  }

  /// A link is followed, so that saving does not replace it by a file.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
  }
}
