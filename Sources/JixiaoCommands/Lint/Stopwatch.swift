import Glibc
import Synchronization

/// How long the parts of a run take, over all threads.
final class Stopwatch: Sendable {
  enum Part: Int, CaseIterable { case reading, checking, reporting }

  private let start = Stopwatch.now
  private let parts = Mutex([UInt64](repeating: 0, count: Part.allCases.count))

  func measure<Value>(_ part: Part, _ work: () -> Value) -> Value {
    let start = Self.now
    defer { parts.withLock { $0[part.rawValue] += Self.now - start } }
    return work()
  }

  /// What is told at the end.
  func text(forms: Int) -> String {
    let whole = Self.now - start
    let parts = parts.withLock { $0.map(Self.seconds) }
    let rate = whole > 0 ? UInt64(forms) * 1_000_000_000 / whole : 0
    return Messages.time(
      Self.seconds(whole), read: parts[0], check: parts[1], report: parts[2], rate: "\(rate)")
  }

  /// With two decimals.
  private static func seconds(_ nanoseconds: UInt64) -> String {
    let hundredths = (nanoseconds + 5_000_000) / 10_000_000
    let rest = "\(hundredths % 100)"
    return "\(hundredths / 100)." + (rest.utf8.count < 2 ? "0" : "") + rest
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
