import FormReading
import Glibc

/// Takes PDF files apart with poppler's programs, where they are installed.
enum Poppler {
  /// A part of a PDF file; for `FormInput.tools`.
  static func part(_ part: ReadingTools.PDFPart, of file: [UInt8], limits: FormInput.Limits)
    throws(ReadingTools.Fault) -> [UInt8]
  {
    let input = try temporaryFile(file)
    defer { close(input) }
    let result: ChildProcess.Result
    do throws(ChildProcess.Failure) {
      result = try ChildProcess.run(
        program(of: part), arguments(for: part, pages: limits.pages + 1), input: input,
        seconds: limits.toolSeconds, bytes: limits.toolBytes)
    } catch {
      throw fault(error, limits)
    }
    guard result.status == 0 else { throw fault(result) }
    return result.output
  }

  /// What an exit status means; its manual names 0 to 4, and 99 where it does not know an option.
  private static func fault(_ result: ChildProcess.Result) -> ReadingTools.Fault {
    let words = String(decoding: result.errors, as: UTF8.self).lowercased()
    if words.contains("password") || words.contains("security handler") { return .locked }
    return switch result.status {
    case 3: .locked
    case 99: .unsuitable
    case 128 + SIGINT, 128 + SIGTERM, 128 + SIGHUP, 128 + SIGKILL: .ended(signal: Int(result.status) - 128)
    default: .broken
    }
  }

  private static func program(of part: ReadingTools.PDFPart) -> String {
    part == .drawing ? "pdftocairo" : "pdftotext"
  }

  /// The file is read through its open descriptor; it has no name any more.
  private static func arguments(for part: ReadingTools.PDFPart, pages: Int) -> [String] {
    let range = ["-l", "\(pages)", "/dev/stdin", "-"]
    return switch part {
    case .words: ["-raw", "-bbox", "-enc", "UTF-8"] + range
    case .drawing: ["-svg"] + range
    case .text: ["-enc", "UTF-8"] + range
    }
  }

  private static func fault(_ failure: ChildProcess.Failure, _ limits: FormInput.Limits)
    -> ReadingTools.Fault
  {
    switch failure {
    case .missing: .missing
    case .tooSlow: .tooSlow(seconds: limits.toolSeconds)
    case .tooLarge: .tooLarge(bytes: limits.toolBytes)
    case .system(let code): .failed(String(cString: strerror(code)))
    }
  }

  /// An open file that is already removed from its folder: nothing is left behind, whatever happens.
  private static func temporaryFile(_ bytes: [UInt8]) throws(ReadingTools.Fault) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/jixiao-XXXXXX".utf8CString)
    let file = ChildProcess.starting.withLock { _ in
      let file = mkstemp(&name)
      if file >= 0 { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
      return file
    }
    guard file >= 0 else { throw .failed(String(cString: strerror(errno))) }
    unlink(name)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(file, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        throw .failed(String(cString: strerror(errno)))
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}
