import Glibc
import Synchronization

/// A program run to its end without a shell: its output, capped in size and time.
enum ChildProcess {
  /// What came of it.
  struct Result {
    /// The exit status; 128 + signal where a signal ended it.
    var status: Int32
    var output: [UInt8]
    /// The beginning of what it said about trouble.
    var errors: [UInt8]
  }

  /// Why there is no result.
  enum Failure: Error, Hashable {
    case missing
    case tooSlow
    case tooLarge
    case system(Int32)
  }

  /// Bytes of standard error that are kept.
  private static let errorBytes = 4096
  /// One child at a time is started, so that none inherits what is opened for another one.
  static let starting = Mutex(())

  /// - Parameters:
  ///   - input: an open file that becomes its standard input.
  ///   - seconds: after these it is killed.
  static func run(
    _ program: String, _ arguments: [String], input: Int32, seconds: Int, bytes limit: Int
  ) throws(Failure) -> Result {
    var ends: (output: Int32, errors: Int32) = (-1, -1)
    let process = try starting.withLock { _ throws(Failure) in
      try start(program, arguments, input: input, ends: &ends)
    }
    defer {
      close(ends.output)
      close(ends.errors)
    }
    var result = Result(status: 0, output: [], errors: [])
    let end = now + seconds * 1000
    do throws(Failure) {
      try collect(ends, into: &result, until: end, limit: limit)
      result.status = try wait(for: process, until: end)
    } catch {
      // Once killed it is soon over: waiting for it leaves no zombie.
      kill(process, SIGKILL)
      var raw: Int32 = 0
      while waitpid(process, &raw, 0) < 0, errno == EINTR {}
      throw error
    }
    return result
  }

  private static func start(
    _ program: String, _ arguments: [String], input: Int32, ends: inout (output: Int32, errors: Int32)
  ) throws(Failure) -> pid_t {
    let output = try pipeEnds()
    let errors: (read: Int32, write: Int32)
    do throws(Failure) {
      errors = try pipeEnds()
    } catch {
      close(output.read)
      close(output.write)
      throw error
    }
    defer {
      close(output.write)
      close(errors.write)
    }
    ends = (output.read, errors.read)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)
    let words = strings([program] + arguments)
    let variables = strings(["LC_ALL=C.UTF-8", "HOME=/nonexistent"])
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    var attributes = plainSignals
    defer { posix_spawnattr_destroy(&attributes) }
    let code = posix_spawnp(&process, program, &actions, &attributes, words, variables)
    guard code == 0 else {
      close(ends.output)
      close(ends.errors)
      throw code == ENOENT ? .missing : .system(code)
    }
    return process
  }

  /// The child is in the group of the program, so that Ctrl-C ends both, and minds signals that the program does not.
  private static var plainSignals: posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func pipeEnds() throws(Failure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(errno) }
    // Swift does not see pipe2; no child is started between these calls.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Reads both streams to their ends.
  private static func collect(
    _ ends: (output: Int32, errors: Int32), into result: inout Result, until end: Int, limit: Int
  ) throws(Failure) {
    var open = [ends.output, ends.errors]
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while !open.isEmpty {
      var events = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let left = end - now
      guard left > 0 else { throw .tooSlow }
      guard poll(&events, nfds_t(events.count), Int32(clamping: left)) > 0 else { continue }
      for event in events where event.revents != 0 {
        let count = read(event.fd, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { open.removeAll { $0 == event.fd } }
        guard count > 0 else { continue }
        if event.fd == ends.output {
          result.output += chunk[..<count]
        } else {
          result.errors += chunk[..<min(count, errorBytes - result.errors.count)]
        }
      }
      guard result.output.count <= limit else { throw .tooLarge }
    }
  }

  /// The exit status of a child that has closed its streams and ought to end.
  private static func wait(for process: pid_t, until end: Int) throws(Failure) -> Int32 {
    var raw: Int32 = 0
    var pause: Int32 = 1
    while true {
      let found = waitpid(process, &raw, WNOHANG)
      if found == process { return raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F }
      if found < 0, errno != EINTR { throw .system(errno) }
      guard now < end else { throw .tooSlow }
      poll(nil, 0, pause)
      pause = min(2 * pause, 50)
    }
  }

  /// Milliseconds of the system's running time.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
