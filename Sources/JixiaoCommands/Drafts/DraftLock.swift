import Glibc

/// Who is filling a form. Held by the kernel (`flock`), so it is gone with the program, whatever ends it.
final class DraftLock {
  private let descriptor: Int32
  private let path: String

  /// Who holds a form, and since when.
  struct Holder: Sendable, Hashable {
    var process: String
    var user: String
    var host: String
    var since: String
  }

  enum Outcome {
    case held(DraftLock)
    case heldBy(Holder)
    case impossible(FileError)
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Takes the lock of a form; `now` is what another program will read as the time it was taken.
  static func take(for form: String, now: String) -> Outcome {
    let path = "\(AtomicFile.folder(of: form))/.\(AtomicFile.name(of: form)).lock"
    for _ in 0..<100 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { return .impossible(FileError(.lock, path)) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        defer { close(descriptor) }
        return .heldBy(holder(path))
      }
      if isSame(descriptor, path) {
        note(Holder(process: String(getpid()), user: user, host: host, since: now), in: descriptor)
        return .held(DraftLock(descriptor: descriptor, path: path))
      }
      close(descriptor)  // the holder before us removed the file between open and flock: try the new one
    }
    return .impossible(FileError(.lock, path, code: EAGAIN))
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (mine, there) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && stat(path, &there) == 0 && mine.st_ino == there.st_ino
  }

  private static func note(_ holder: Holder, in descriptor: Int32) {
    let text = Array([holder.process, holder.user, holder.host, holder.since].joined(separator: "\n").utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func holder(_ path: String) -> Holder {
    let bytes = (try? AtomicFile.read(path)) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    func line(_ index: Int) -> String { index < lines.count ? lines[index] : "?" }
    return Holder(process: line(0), user: line(1), host: line(2), since: line(3))
  }

  private static var user: String {
    getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? String(getuid())
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
