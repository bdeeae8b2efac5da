import CSpawn
import Glibc

/// Counts what child processes execute in user mode: a figure that a busy machine does not change.
///
/// For the thread that it is made on, which has to start the children.
public struct ChildInstructions: ~Copyable {
  private let all: Int32
  private let own: Int32

  /// `nil` where the kernel or the machine cannot count, as most virtual ones.
  public init?() {
    let all = ccount_instructions(1)
    guard all >= 0 else { return nil }
    let own = ccount_instructions(0)
    guard own >= 0 else {
      close(all)
      return nil
    }
    (self.all, self.own) = (all, own)
  }

  /// Those of the children that have ended since this was made.
  public func count() -> Int { Int(clamping: Self.value(all)) - Int(clamping: Self.value(own)) }

  private static func value(_ descriptor: Int32) -> UInt64 {
    var value = 0 as UInt64
    return read(descriptor, &value, MemoryLayout<UInt64>.size) == MemoryLayout<UInt64>.size ? value : 0
  }

  deinit {
    close(all)
    close(own)
  }
}
