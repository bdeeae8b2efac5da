/// Expected output: `…` within a line stands for any characters, `…` alone for any number of lines.
struct OutputPattern {
  private let lines: [Substring]

  init(_ text: String) { lines = Self.lines(of: text) }

  /// Whether the whole of `text` is as expected.
  func matches(_ text: String) -> Bool {
    Self.match(lines[...], Self.lines(of: text)[...], step: Self.matchLine)
  }

  private static func lines(of text: String) -> [Substring] {
    text.withoutBlankEnd.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  private static func matchLine(_ pattern: Substring, _ line: Substring) -> Bool {
    match(Array(pattern)[...], Array(line)[...]) { $0 == $1 }
  }

  /// Greedy matching with one place to come back to: linear for all practical patterns.
  private static func match<Item>(
    _ pattern: ArraySlice<Item>, _ text: ArraySlice<Item>, step: (Item, Item) -> Bool
  ) -> Bool where Item: Wildcard {
    var (next, place) = (pattern.startIndex, text.startIndex)
    var retry: (pattern: Int, text: Int)?
    while place < text.endIndex {
      if next < pattern.endIndex, pattern[next].isWildcard {
        retry = (next + 1, place)
        next += 1
      } else if next < pattern.endIndex, step(pattern[next], text[place]) {
        next += 1
        place += 1
      } else if let last = retry {
        retry = (last.pattern, last.text + 1)
        (next, place) = (last.pattern, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy(\.isWildcard)
  }
}

/// Something that can stand for anything.
private protocol Wildcard { var isWildcard: Bool { get } }
extension Character: Wildcard { fileprivate var isWildcard: Bool { self == "…" } }
extension Substring: Wildcard { fileprivate var isWildcard: Bool { self == "…" } }
