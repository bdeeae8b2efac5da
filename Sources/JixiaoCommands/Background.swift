import Glibc
import Synchronization

/// A value that is worked out on another core while this one goes on.
///
/// A plain thread: Dispatch would keep a managing thread with timers alive for as long as the program waits at
/// its prompt.
final class Background<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, any Error>?>(nil)
  private let thread = Mutex<pthread_t?>(nil)

  init(_ work: @escaping @Sendable () throws -> Value) {
    let job = Job { [self] in
      let result = Result { try work() }
      outcome.withLock { $0 = result }
    }
    thread.withLock { $0 = job.start() }
  }

  /// The value, waited for if need be; it may be asked for more than once.
  func value() throws -> Value? {
    thread.withLock { running in
      if let running { pthread_join(running, nil) }
      running = nil
    }
    return try outcome.withLock { try $0?.get() }
  }
}

/// A piece of work that a thread takes over.
final class Job: Sendable {
  private let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  /// Runs on a new thread, or at once where there can be none.
  func start() -> pthread_t? {
    if let thread = startThread() { return thread }
    run()
    return nil
  }

  /// Runs on a new thread, to be joined; `nil` where there can be none, and then nothing is run.
  func startThread() -> pthread_t? {
    var thread = pthread_t()
    let job = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { raw in
        if let raw { Unmanaged<Job>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, job.toOpaque())
    guard failure != 0 else { return thread }
    job.release()
    return nil
  }
}
