import Glibc

/// Lets a person edit a text in the program named by `VISUAL` or `EDITOR`.
enum ExternalEditor {
  /// - Returns: the edited text, without the newline that editors add at the end.
  static func edit(_ text: String, environment: [String: String]) -> Result<String, FillSession.Refusal> {
    guard
      let command = [environment["VISUAL"], environment["EDITOR"]].compactMap({ $0 }).first(where: {
        !$0.isEmpty
      })
    else { return .failure(.init(text: Messages.noEditor)) }
    do throws(FileError) {
      let path = try temporaryFile(holding: text, folder: environment["TMPDIR"] ?? "/tmp")
      defer { unlink(path) }
      guard run(command, on: path) == 0 else { return .failure(.init(text: Messages.editorFailed(command))) }
      let edited = String(decoding: try AtomicFile.read(path), as: UTF8.self)
      return .success(edited.hasSuffix("\n") ? String(edited.dropLast()) : edited)
    } catch {
      return .failure(.init(text: error.message))
    }
  }

  /// A file that only this user can read: drafts are nobody else's business.
  private static func temporaryFile(holding text: String, folder: String) throws(FileError) -> String {
    var name = Array("\(folder)/jixiao-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&name, 4)
    guard descriptor >= 0 else { throw FileError(.write, folder) }
    close(descriptor)
    let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try FileDescriptor(path, flags: O_WRONLY | O_TRUNC, for: .write).write(Array(text.utf8))
    return path
  }

  /// Runs `sh -c 'EDITOR "$1"'` so that `EDITOR="code --wait"` works; returns the exit status.
  private static func run(_ command: String, on path: String) -> Int32 {
    let words = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
