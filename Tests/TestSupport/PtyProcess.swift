import CPty
import Foundation

/// A program on a pseudo-terminal of its own: bytes in, bytes out, judged as they are.
///
/// Every wait is bounded; the program is killed in `deinit`.
public final class PtyProcess {
  /// The program's process id; it leads a session and process group of its own.
  public let processID: pid_t
  /// Everything the program has written so far.
  public private(set) var output: [UInt8] = []
  private var master: Int32
  private var status: Int32?

  /// Starts `program` (a path) with exactly `environment`.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    var master: Int32 = -1
    let arguments = Self.strings([program] + arguments)
    let variables = Self.strings(environment.map { "\($0.key)=\($0.value)" })
    defer { for pointer in arguments + variables { free(pointer) } }
    processID = cpty_spawn(program, arguments, variables, folder, Int32(columns), Int32(rows), &master)
    self.master = master
    guard processID > 0 else { throw POSIXError(.EAGAIN) }
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// What the program has written, as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Types `text`.
  public func type(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes, reading what the program writes meanwhile so that neither side stands still.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = Array(rest.prefix(1024))
      let count = write(master, chunk, chunk.count)
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
      _ = take(within: 0)
    }
  }

  /// Reads until `condition` holds for all the output so far.
  ///
  /// - Returns: whether it came to hold within `seconds`.
  @discardableResult
  public func wait(seconds: Double = 10, until condition: (String) -> Bool) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while !condition(text) {
      guard Date() < end else { return false }
      if !take(within: 50), status != nil { return condition(text) }
    }
    return true
  }

  /// Reads until the output, from `offset` bytes on, holds `part`.
  @discardableResult
  public func waitFor(_ part: String, from offset: Int = 0, seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { _ in String(decoding: output.dropFirst(offset), as: UTF8.self).contains(part) }
  }

  /// Waits for the program's end; its exit status, 128 + signal when a signal ended it, or `nil` when
  /// it still runs after `seconds`.
  public func exitStatus(within seconds: Double = 10) -> Int32? {
    let end = Date(timeIntervalSinceNow: seconds)
    while status == nil, Date() < end {
      _ = take(within: 10)
      reap(WNOHANG)
    }
    while take(within: 0) {}
    return status
  }

  /// Sends a signal to the program alone.
  public func signal(_ number: Int32) { if status == nil { kill(processID, number) } }

  /// Changes the size of the terminal.
  public func resize(columns: Int, rows: Int) { _ = cpty_resize(master, Int32(columns), Int32(rows)) }

  /// Closes the terminal, as a lost connection does.
  public func hangUp() {
    close(master)
    master = -1
  }

  private func take(within milliseconds: Int32) -> Bool {
    guard cpty_readable(master, milliseconds) != 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else {
      reap(WNOHANG)
      usleep(2_000)
      return false
    }
    output.append(contentsOf: chunk[..<count])
    return true
  }

  private func reap(_ options: Int32) {
    var raw: Int32 = 0
    guard status == nil, waitpid(processID, &raw, options) == processID else { return }
    status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
  }

  deinit {
    signal(SIGKILL)
    reap(0)
    if master >= 0 { close(master) }
  }
}
