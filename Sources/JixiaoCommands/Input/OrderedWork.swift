import Glibc
import Synchronization

/// Works on many items with several threads and takes the outcomes in the order of the items.
///
/// No more items are under way, or wait to be taken, than a small window holds: memory does not grow with the
/// number of items.
enum OrderedWork {
  /// Items under way or waiting, for each thread, where nothing else is asked for.
  static let window = 4

  /// - Parameters:
  ///   - jobs: threads; with one, everything happens on this thread.
  ///   - window: items under way or waiting, for each thread: fewer where the outcomes are large.
  ///   - wait: called now and then while nothing can be taken.
  ///   - take: gets each outcome, in order, on this thread; what it throws ends the work.
  static func run<Outcome: Sendable>(
    count: Int, jobs: Int, window: Int = window, work: @escaping @Sendable (Int) -> Outcome, wait: () -> Void,
    take: (Int, Outcome) throws -> Void
  ) throws {
    let jobs = min(jobs, count)
    let board = jobs > 1 ? WorkBoard<Outcome>(count: count) : nil
    let threads = board.map { board in (0..<jobs).compactMap { _ in Job { board.serve(work) }.startThread() }
    }
    guard let board, let threads, !threads.isEmpty else {
      for index in 0..<count { try take(index, work(index)) }
      return
    }
    defer { board.stop(threads: threads.count) }
    board.permit(min(count, jobs * window))
    for index in 0..<count {
      try take(index, board.outcome(of: index, wait: wait))
      board.permit(1)
    }
    board.stop(threads: threads.count)
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// What the threads share: the next item, the outcomes not yet taken, and two pipes to wake each other by.
private final class WorkBoard<Outcome: Sendable>: Sendable {
  private struct State {
    var next = 0
    var isStopped = false
    var outcomes: [Int: Outcome] = [:]
  }

  private let count: Int
  private let state = Mutex(State())
  /// A byte for each item that may be begun.
  private let permits: (read: Int32, write: Int32)
  /// A byte for each outcome.
  private let finished: (read: Int32, write: Int32)

  /// `nil` where the system has no pipes left.
  init?(count: Int) {
    guard let permits = Self.pipe() else { return nil }
    guard let finished = Self.pipe() else {
      close(permits.read)
      close(permits.write)
      return nil
    }
    (self.count, self.permits, self.finished) = (count, permits, finished)
  }

  deinit {
    for end in [permits.read, permits.write, finished.read, finished.write] { close(end) }
  }

  /// One thread's part: item after item until there are none.
  func serve(_ work: (Int) -> Outcome) {
    while true {
      Self.receive(permits.read)
      let index = state.withLock { state -> Int? in
        guard !state.isStopped, state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let index else { return }
      let outcome = work(index)
      state.withLock { $0.outcomes[index] = outcome }
      Self.send(1, to: finished.write)
    }
  }

  func permit(_ items: Int) { Self.send(items, to: permits.write) }

  /// The outcome of an item, waited for.
  func outcome(of index: Int, wait: () -> Void) -> Outcome {
    while true {
      if let outcome = state.withLock({ $0.outcomes.removeValue(forKey: index) }) { return outcome }
      var event = pollfd(fd: finished.read, events: Int16(POLLIN), revents: 0)
      if poll(&event, 1, 100) > 0 { Self.receive(finished.read) }
      wait()
    }
  }

  /// Ends the threads once they are done with what they are at.
  func stop(threads: Int) {
    state.withLock { $0.isStopped = true }
    Self.send(threads, to: permits.write)
  }

  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func send(_ count: Int, to end: Int32) {
    let bytes = [UInt8](repeating: 0, count: count)
    while write(end, bytes, bytes.count) < 0, errno == EINTR {}
  }

  private static func receive(_ end: Int32) {
    var byte: UInt8 = 0
    while read(end, &byte, 1) < 0, errno == EINTR {}
  }
}
