import Synchronization

/// Finds the longest of many words that ends a name, alone or with one of some tails behind it.
///
/// Built when it is first needed.
final class NameEndings: Sendable {
  private let groups: [[String]]
  private let tails: [String]
  private let index: Mutex<Index?>

  /// The end of a name.
  struct Ending {
    /// The group of the word.
    let group: Int
    fileprivate let name: String
    /// Where the word begins, in bytes.
    fileprivate let start: Int

    private var place: String.Index { name.utf8.index(name.startIndex, offsetBy: start) }

    /// What stands before it.
    var before: String { String(name[..<place]) }

    /// The word with its tail, as it stands there.
    var text: String { String(name[place...]) }
  }

  /// - Parameter groups: words that mean the same for the caller.
  init(_ groups: [[String]], tails: [String]) {
    self.groups = groups
    self.tails = tails
    index = Mutex(nil)
  }

  /// - Parameter name: half width, without blanks.
  func longest(in name: String) -> Ending? {
    let index = built
    var bytes = name
    let best = bytes.withUTF8 { bytes in
      var best: (group: Int, start: Int)?
      for tail in index.tails where bytes.count > tail.count && ends(bytes, with: tail) {
        let count = bytes.count - tail.count
        guard let found = index.words.longest(in: bytes.part(0..<count)) else { continue }
        let start = count - found.length
        if start < best?.start ?? Int.max { best = (found.index, start) }
      }
      return best
    }
    return best.map { Ending(group: $0.group, name: name, start: $0.start) }
  }

  private func ends(_ bytes: UnsafeBufferPointer<UInt8>, with tail: [UInt8]) -> Bool {
    let start = bytes.count - tail.count
    return tail.indices.allSatisfy { tail[$0] == bytes[start + $0] }
  }

  private final class Index: Sendable {
    let words: EdgeIndex
    let tails: [[UInt8]]

    init(_ groups: [[String]], _ tails: [String]) {
      words = EdgeIndex(
        .end, groups.enumerated().flatMap { group, words in words.map { ($0, group, false) } })
      self.tails = [[]] + tails.map { Array($0.utf8) }
    }
  }

  private var built: Index {
    index.withLock { built in
      if let built { return built }
      let new = Index(groups, tails)
      built = new
      return new
    }
  }
}
