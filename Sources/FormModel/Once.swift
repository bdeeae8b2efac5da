import Synchronization

/// A value that is worked out when somebody first asks for it, and kept.
///
/// Copies of a value share what was worked out, on any thread.
final class Once<Value: Sendable>: Sendable {
  private final class Kept: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let kept = AtomicLazyReference<Kept>()

  /// The value; two threads that ask at the same time may both work it out, and get the same one.
  func value(_ make: () -> Value) -> Value {
    if let kept = kept.load() { return kept.value }
    return kept.storeIfNil(Kept(make())).value
  }
}
