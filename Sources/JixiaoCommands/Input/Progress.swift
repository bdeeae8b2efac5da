import ChineseText
import Glibc
import Terminal

/// How far long work is: a bar on a terminal, a line now and then on anything else.
///
/// Everything else that is said meanwhile goes through `say`, so that the bar is never in its way.
final class Progress {
  private static let barColumns = 24
  /// Fewer items never take long.
  private static let fewest = 20

  private let total: Int
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let columns: Int
  private var done = 0
  /// When to speak next, in nanoseconds of the system's running time.
  private var next: UInt64
  private var isShown = false

  init(total: Int, isQuiet: Bool, surroundings: Surroundings) {
    self.total = total
    isTerminal = isatty(STDERR_FILENO) == 1 && surroundings.environment["TERM"] != "dumb"
    self.isQuiet = isQuiet || (total < Self.fewest && !isTerminal)
    columns = surroundings.width
    next = Self.now + (isTerminal ? 500_000_000 : 1_000_000_000)
  }

  /// Tells that items are done, all of `done`.
  func advance(to done: Int) {
    self.done = done
    refresh()
  }

  /// Shows the state when it is time to.
  func refresh() {
    guard !isQuiet, done < total, Self.now >= next else { return }
    if isTerminal {
      isShown = true
      Console.put("\r\(bar)\u{1B}[K", to: STDERR_FILENO)
      next = Self.now + 100_000_000
    } else {
      Console.error(Messages.progress(done, of: total))
      next = Self.now + 2_000_000_000
    }
  }

  /// Takes the bar away.
  func erase() {
    guard isShown else { return }
    Console.put("\r\u{1B}[K", to: STDERR_FILENO)
    isShown = false
  }

  /// Says a line on stderr, with the bar out of the way.
  func say(_ text: String) {
    erase()
    Console.error(text)
  }

  private var bar: String {
    let words = Messages.progress(done, of: total)
    let room = min(Self.barColumns, columns - displayWidth(of: words) - 4)
    guard room > 4 else { return words }
    let full = done * room / max(1, total)
    return "[\(String(repeating: "#", count: full))\(String(repeating: "-", count: room - full))] \(words)"
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
