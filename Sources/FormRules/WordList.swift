import ChineseText
import Synchronization

/// The words of one parameter. `^` before a word ties it to the beginning of the text, `$` behind it to the end.
///
/// The matcher is built when it is first needed, since most commands need few of the rules.
final class WordList: Sendable {
  /// As written.
  let words: [String]
  private let inside: [String]
  private let anchored: [Anchored]
  private let matcher: Mutex<Matcher?>

  /// Handed out by reference, so that a look-up copies nothing.
  private final class Matcher: Sendable {
    let set: WordSet

    init(_ words: [String]) { set = WordSet(words) }
  }

  private struct Anchored: Sendable {
    var word: String
    var atStart: Bool
    var atEnd: Bool
  }

  init(_ words: [String]) {
    self.words = words
    inside = words.filter { $0.utf8.first != 0x5E && $0.utf8.last != 0x24 }
    anchored = words.filter { $0.utf8.first == 0x5E || $0.utf8.last == 0x24 }.map { word in
      let atStart = word.utf8.first == 0x5E
      let atEnd = word.utf8.last == 0x24
      return Anchored(
        word: String(word.dropFirst(atStart ? 1 : 0).dropLast(atEnd ? 1 : 0)), atStart: atStart, atEnd: atEnd)
    }
    matcher = Mutex(nil)
  }

  /// The first word in a text (half width, without blanks), or `nil`.
  ///
  /// - Parameter stem: the text as far as it ends for `$`, without a bracket behind it.
  func match(in text: String, stem: String? = nil) -> String? {
    for candidate in anchored where fits(candidate, text, stem ?? text) { return candidate.word }
    return inside.isEmpty ? nil : set.firstMatch(in: text)?.word
  }

  /// The text without the words, in UTF-8.
  func removed(from text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for match in set.matches(in: text).reversed() { bytes.removeSubrange(match.bytes) }
    return bytes
  }

  /// The text with each of the words replaced by a sign that no word holds.
  func masked(in text: String) -> String {
    var bytes = Array(text.utf8)
    for match in set.matches(in: text).reversed() { bytes.replaceSubrange(match.bytes, with: [0x00]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func fits(_ candidate: Anchored, _ text: String, _ stem: String) -> Bool {
    switch (candidate.atStart, candidate.atEnd) {
    case (true, true): text.isSame(as: candidate.word) || stem.isSame(as: candidate.word)
    case (true, false): text.utf8.starts(with: candidate.word.utf8)
    default: stem.ends(with: candidate.word) || text.ends(with: candidate.word)
    }
  }

  private var set: WordSet {
    let found = matcher.withLock { built in
      if let built { return built }
      let new = Matcher(inside)
      built = new
      return new
    }
    return found.set
  }
}

/// Comparing bytes: these texts are compared by the thousand, and Unicode's equivalences do not matter in them.
extension String {
  fileprivate func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  fileprivate func ends(with word: String) -> Bool {
    let count = word.utf8.count
    return utf8.count >= count && utf8.suffix(count).elementsEqual(word.utf8)
  }
}
