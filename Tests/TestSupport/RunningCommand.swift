import CSpawn
import Foundation

/// A program with pipes on its three standard streams, fed and read at the same time so that neither side
/// stands still. Killed in `deinit`.
public final class RunningCommand {
  /// The program's process id.
  public let processID: pid_t
  /// What the program has written to standard output so far.
  public private(set) var output: [UInt8] = []
  /// What the program has written to standard error so far.
  public private(set) var errors: [UInt8] = []
  private var pending: [UInt8] = []
  private var ends: [Int32] = [-1, -1, -1]
  private var status: Int32?
  /// The most memory it had, once it has ended.
  public private(set) var peakKibibytes = 0
  /// What it used of all processors in seconds, once it has ended: other work on the machine does not show in it.
  public private(set) var processorSeconds = 0.0

  /// Starts `program` (a path) with exactly `environment`.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String], folder: String? = nil
  ) throws {
    let words = Self.strings([program] + arguments)
    let variables = Self.strings(environment.map { "\($0.key)=\($0.value)" }.sorted())
    defer { for text in words + variables { free(text) } }
    processID = cspawn(program, words, variables, folder, &ends)
    guard processID > 0 else { throw POSIXError(.EAGAIN) }
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// Hands over text; it is written while the program is read.
  public func send(_ text: String) { pending += Array(text.utf8) }

  /// Ends the program's input once all that was sent is written.
  public func finishInput() { endsInput = true }

  private var endsInput = false

  /// Feeds and reads until `condition` holds or the program has closed its output.
  ///
  /// - Returns: whether the condition came to hold within `seconds`.
  @discardableResult
  public func pump(seconds: Double, until condition: (RunningCommand) -> Bool = { _ in false }) -> Bool {
    let end = DispatchTime.now().uptimeNanoseconds + UInt64(seconds * 1e9)
    while !condition(self) {
      let now = DispatchTime.now().uptimeNanoseconds
      guard now < end, isOpen else { return false }
      step(milliseconds: Int32(min(100, (end - now) / 1_000_000)))
    }
    return true
  }

  /// Whether the program still holds its output open.
  public var isOpen: Bool { ends[1] >= 0 || ends[2] >= 0 }

  /// The exit status, 128 + signal when a signal ended the program, or `nil` when it still runs after
  /// `seconds`.
  public func exitStatus(within seconds: Double) -> Int32? {
    let end = DispatchTime.now().uptimeNanoseconds + UInt64(seconds * 1e9)
    pump(seconds: seconds)
    while status == nil, DispatchTime.now().uptimeNanoseconds < end {
      reap(WNOHANG)
      if status == nil { usleep(200) }
    }
    return status
  }

  /// Sends a signal.
  public func signal(_ number: Int32) { if status == nil { kill(processID, number) } }

  /// Kills the program and reads what it had written.
  public func killNow() {
    signal(SIGKILL)
    reap(0)
    pump(seconds: 1)
  }

  private func step(milliseconds: Int32) {
    if pending.isEmpty, endsInput { closeEnd(0) }
    var wanted: [pollfd] = []
    if ends[0] >= 0, !pending.isEmpty {
      wanted.append(pollfd(fd: ends[0], events: Int16(POLLOUT), revents: 0))
    }
    for end in ends[1...] where end >= 0 { wanted.append(pollfd(fd: end, events: Int16(POLLIN), revents: 0)) }
    guard poll(&wanted, nfds_t(wanted.count), milliseconds) > 0 else { return }
    for item in wanted where item.revents != 0 {
      if item.fd == ends[0] { feed() }
      if item.fd == ends[1] { take(1, into: &output) }
      if item.fd == ends[2] { take(2, into: &errors) }
    }
  }

  private func feed() {
    let count = write(ends[0], pending, pending.count)
    if count > 0 {
      pending.removeFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      closeEnd(0)
    }
  }

  private func take(_ stream: Int, into bytes: inout [UInt8]) {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends[stream], &chunk, chunk.count)
    if count > 0 {
      bytes += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      closeEnd(stream)
    }
  }

  private func closeEnd(_ stream: Int) {
    guard ends[stream] >= 0 else { return }
    close(ends[stream])
    ends[stream] = -1
    if stream == 0 { pending = [] }
  }

  private func reap(_ options: Int32) {
    var raw: Int32 = 0
    var usage = rusage()
    guard status == nil, wait4(processID, &raw, options, &usage) == processID else { return }
    peakKibibytes = Int(usage.ru_maxrss)
    processorSeconds = [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
    status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
  }

  deinit {
    signal(SIGKILL)
    reap(0)
    for stream in 0..<3 { closeEnd(stream) }
  }
}
