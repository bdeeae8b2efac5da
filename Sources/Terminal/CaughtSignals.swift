import CEditline
import Glibc

/// The signals the process caught, in order: they wait in a pipe until someone looks.
///
/// Once caught, SIGTERM and the others no longer end the process; whoever works long between two
/// questions asks ``next()``.
public struct CaughtSignals {
  /// The descriptor that becomes readable when a signal came.
  let descriptor: Int32

  /// Begins to catch INT, TERM, HUP, QUIT, TSTP, CONT and WINCH; `nil` when the system has no
  /// descriptor left.
  public init?() {
    descriptor = cel_catch_signals()
    guard descriptor >= 0 else { return nil }
  }

  /// The oldest signal not looked at, or `nil`. Does not wait.
  public func next() -> Int32? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Forgets signals that no longer matter, such as a Ctrl-C meant for an editor that has ended.
  /// Requests to end stay.
  public func discardKeyboardSignals() {
    var kept: [Int32] = []
    while let signal = next() { if Self.endsProgram(signal) { kept.append(signal) } }
    for signal in kept { raise(signal) }
  }

  /// Gives the signals back their usual meaning.
  public static func release() { cel_release_signals() }

  static func endsProgram(_ signal: Int32) -> Bool { [SIGTERM, SIGHUP, SIGQUIT].contains(signal) }
}
