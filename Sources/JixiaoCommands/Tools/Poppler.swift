import FormReading
import Glibc

/// Takes PDF files apart with poppler's programs, where they are installed.
enum Poppler {
  private static let seconds: Int32 = 20
  private static let bytes = 64 << 20

  /// A part of a PDF file; for `FormInput.tools`.
  static func part(_ part: ReadingTools.PDFPart, of file: [UInt8], pages: Int) throws(ReadingTools.Fault)
    -> [UInt8]
  {
    let input = try temporaryFile(file)
    defer { close(input) }
    let result: ChildProcess.Result
    do throws(ChildProcess.Failure) {
      result = try ChildProcess.run(
        program(of: part), arguments(for: part, pages: pages), input: input, seconds: seconds, bytes: bytes)
    } catch {
      throw fault(error)
    }
    guard result.status == 0 else {
      let words = String(decoding: result.errors, as: UTF8.self).lowercased()
      throw result.status == 3 || words.contains("password") ? .locked : .broken
    }
    return result.output
  }

  private static func program(of part: ReadingTools.PDFPart) -> String {
    part == .drawing ? "pdftocairo" : "pdftotext"
  }

  /// The file is read through its open descriptor; it has no name any more.
  private static func arguments(for part: ReadingTools.PDFPart, pages: Int) -> [String] {
    let range = ["-l", "\(pages)", "/dev/stdin", "-"]
    return switch part {
    case .words: ["-tsv"] + range
    case .drawing: ["-svg"] + range
    case .text: ["-enc", "UTF-8"] + range
    }
  }

  private static func fault(_ failure: ChildProcess.Failure) -> ReadingTools.Fault {
    switch failure {
    case .missing: .missing
    case .tooSlow: .tooSlow(seconds: Int(seconds))
    case .tooLarge: .tooLarge(bytes: bytes)
    case .system(let code): .failed(String(cString: strerror(code)))
    }
  }

  /// An open file that is already removed from its folder: nothing is left behind, whatever happens.
  private static func temporaryFile(_ bytes: [UInt8]) throws(ReadingTools.Fault) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/jixiao-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw .failed(String(cString: strerror(errno))) }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
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
