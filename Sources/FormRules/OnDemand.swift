import Synchronization

/// A value that is worked out when it is first asked for, and kept; `nil` where it cannot be.
final class OnDemand<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value?
  private let result = Mutex<Value??>(nil)

  init(_ work: @escaping @Sendable () -> Value?) { self.work = work }

  /// Whoever asks while it is worked out waits.
  var value: Value? {
    result.withLock { result in
      if let known = result { return known }
      let new = work()
      result = .some(new)
      return new
    }
  }
}
