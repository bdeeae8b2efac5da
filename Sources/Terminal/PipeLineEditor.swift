import CEditline
import Glibc

/// Reads lines as they come, for pipes, files and terminals that can do nothing.
///
/// A line ends with `\n`; a `\r` before it is dropped, and the last line needs none. A line that is not
/// UTF-8 gives ``LineInput/failed(reason:)`` with its number and is not guessed at.
public final class PipeLineEditor: LineEditor {
  /// The lines read so far.
  public private(set) var lineNumber = 0
  private let input: Int32
  private let output: Int32?
  private let signals: CaughtSignals?
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - input: the descriptor to read from.
  ///   - promptsOn: the descriptor that prompts are written to; `nil`: none are shown.
  ///   - signals: where requests to end are found.
  public init(input: Int32 = STDIN_FILENO, promptsOn output: Int32? = nil, signals: CaughtSignals? = nil) {
    self.input = input
    self.output = output
    self.signals = signals
  }

  public func readLine(_ request: LineRequest) -> LineInput {
    showPrompt(request)
    while true {
      if let signal = signals?.next(), let input = Self.input(for: signal) { return input }
      if let line = takeLine() { return finished(line) }
      if isAtEnd { return .endOfInput }
      guard let failure = fill() else { continue }
      return .failed(reason: Messages.cannotRead(failure))
    }
  }

  private func showPrompt(_ request: LineRequest) {
    guard let output else { return }
    var prompt = visible(request.prompt, keepsLineBreaks: true)
    if !request.initialText.isEmpty { prompt += "[\(visible(request.initialText))] " }
    prompt.withCString { cel_write(output, $0, prompt.utf8.count) }
  }

  private static func input(for signal: Int32) -> LineInput? {
    if signal == SIGINT { return .interrupted }
    return CaughtSignals.endsProgram(signal) ? .terminated(signal: signal) : nil
  }

  private func takeLine() -> ArraySlice<UInt8>? {
    if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
      defer { start = end + 1 }
      return buffer[start..<end]
    }
    guard isAtEnd, start < buffer.count else { return nil }
    defer { start = buffer.count }
    return buffer[start...]
  }

  private func finished(_ bytes: ArraySlice<UInt8>) -> LineInput {
    lineNumber += 1
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failed(reason: Messages.notUTF8(line: lineNumber))
    }
    return .line(enteredText(text))
  }

  /// Waits for more bytes or a signal; gives the reason when reading fails.
  private func fill() -> String? {
    var wanted = [pollfd(fd: input, events: Int16(POLLIN), revents: 0)]
    if let signals { wanted.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)) }
    guard poll(&wanted, nfds_t(wanted.count), -1) > 0, wanted[0].revents != 0 else { return nil }
    buffer.removeSubrange(..<start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = read(input, &chunk, chunk.count)
    if count < 0 {
      let code = cel_errno()
      return code == EINTR || code == EAGAIN ? nil : String(cString: strerror(code))
    }
    if count == 0 { isAtEnd = true } else { buffer.append(contentsOf: chunk[..<count]) }
    return nil
  }
}
