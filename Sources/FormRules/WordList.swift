import ChineseText
import Synchronization

/// The words of one parameter. `^` before a word ties it to the beginning of the text, `$` behind it to the end.
///
/// The matcher is built when it is first needed, since most commands need few of the rules.
final class WordList: Sendable {
  /// Told apart from all other lists by it, as their places in a `WordTable`.
  let id = WordList.count.wrappingAdd(1, ordering: .relaxed).oldValue
  private static let count = Atomic(0)

  /// The list's own words, as written; asked for once.
  private let own: @Sendable () -> [String]
  /// Word lists that the rule refers to.
  private let parts: [WordList]
  /// The untied words of the list and its parts; `nil` where it has none.
  private let joined: OnDemand<WordSet>?
  private let matcher: Mutex<Matcher?>

  init(_ words: [String], and parts: [WordList] = []) {
    own = { words }
    self.parts = parts
    joined = parts.isEmpty ? nil : OnDemand { WordSet(untied(words + parts.flatMap(\.words))) }
    matcher = Mutex(nil)
  }

  /// - Parameter words: evaluated when the words are first needed.
  init(later words: @escaping @Sendable () -> [String]) {
    own = words
    parts = []
    joined = nil
    matcher = Mutex(nil)
  }

  /// All words as written, those of the rule itself first.
  var words: [String] { built.words + parts.flatMap(\.words) }

  /// Whether one of the words is tied to the beginning or end of a text.
  var hasTies: Bool { built.hasTies || parts.contains(where: \.hasTies) }

  /// A word in a text (half width, without blanks), or `nil`; tied words come first, the longest of them.
  ///
  /// - Parameter stem: the text as far as it ends for `$`, without a bracket behind it.
  func match(in text: String, stem: String? = nil) -> String? {
    // Nothing occurs in nothing; the words of a new form's rules need not be decoded to see it.
    if text.isEmpty { return nil }
    if let word = built.match(in: text, stem: stem ?? text) { return word }
    for part in parts {
      if let word = part.match(in: text, stem: stem) { return word }
    }
    return nil
  }

  /// A word in a text of which it may be known already that there is none.
  func match(in text: PlainText) -> String? {
    text.has(self) == false ? nil : match(in: text.text, stem: text.stem)
  }

  /// A word in a part of a text of which it may be known already that it has none but tied ones.
  func match(in part: UnsafeBufferPointer<UInt8>, of whole: PlainText) -> String? {
    part.isEmpty ? nil : match(in: part, mayHaveUntied: whole.has(self) ?? true)
  }

  private func match(in part: UnsafeBufferPointer<UInt8>, mayHaveUntied: Bool) -> String? {
    if let word = built.match(in: part, mayHaveUntied: mayHaveUntied) { return word }
    for list in parts {
      if let word = list.match(in: part, mayHaveUntied: mayHaveUntied) { return word }
    }
    return nil
  }

  /// Whether one of the words is in a text.
  func occurs(in text: PlainText) -> Bool {
    text.has(self) ?? (match(in: text.text, stem: text.stem) != nil)
  }

  /// Whether nothing is left of a text without the words.
  func makesUp(_ text: String) -> Bool { inside.makesUp(text) }

  /// The text without the words, in UTF-8.
  func removed(from text: String) -> [UInt8] { replaced(in: text, with: []) }

  /// The text with each of the words replaced by a sign that no word holds.
  func masked(in text: String) -> String {
    String(decoding: replaced(in: text, with: [0x00]), as: UTF8.self)
  }

  private func replaced(in text: String, with sign: [UInt8]) -> [UInt8] {
    var bytes = Array(text.utf8)
    let matches = inside.matches(in: text)
    for match in matches.reversed() { bytes.replaceSubrange(match.bytes, with: sign) }
    return bytes
  }

  private var inside: WordSet { joined?.value ?? built.inside }

  private var built: Matcher {
    matcher.withLock { built in
      if let built { return built }
      let new = Matcher(own())
      built = new
      return new
    }
  }
}

/// Handed out by reference, so that a look-up copies nothing.
private final class Matcher: Sendable {
  let words: [String]
  let inside: WordSet
  private let tied: [String]
  var hasTies: Bool { !tied.isEmpty }
  private let starts: EdgeIndex
  private let ends: EdgeIndex

  init(_ words: [String]) {
    self.words = words
    inside = WordSet(untied(words))
    let list = words.filter(Tied.isTied).map(Tied.init)
    tied = list.map(\.word)
    let entries = list.enumerated().map { (tie: $1, entry: (word: $1.word, index: $0, isWhole: $1.isWhole)) }
    starts = EdgeIndex(.start, entries.filter { !$0.tie.atEnd }.map(\.entry))
    ends = EdgeIndex(.end, entries.filter(\.tie.atEnd).map(\.entry))
  }

  func match(in text: String, stem: String) -> String? {
    if !starts.isEmpty, let found = edge(starts, text) { return tied[found] }
    if !ends.isEmpty {
      if let found = edge(ends, stem) { return tied[found] }
      if stem.utf8.count != text.utf8.count, let found = edge(ends, text) { return tied[found] }
    }
    return inside.words.isEmpty ? nil : inside.firstMatch(in: text)?.word
  }

  func match(in text: UnsafeBufferPointer<UInt8>, mayHaveUntied: Bool) -> String? {
    if let found = starts.longest(in: text) ?? ends.longest(in: text) { return tied[found.index] }
    return mayHaveUntied ? inside.firstMatch(in: text)?.word : nil
  }

  private func edge(_ index: EdgeIndex, _ text: String) -> Int? {
    var text = text
    return text.withUTF8 { index.longest(in: $0)?.index }
  }
}

private func untied(_ words: [String]) -> [String] { words.filter { !Tied.isTied($0) } }

/// A word with `^` or `$`, or with neither.
struct Tied {
  var word: String
  var atStart: Bool
  var atEnd: Bool

  init(_ text: String) {
    atStart = text.utf8.first == 0x5E
    atEnd = text.utf8.last == 0x24
    word = String(text.dropFirst(atStart ? 1 : 0).dropLast(atEnd ? 1 : 0))
  }

  var isWhole: Bool { atStart && atEnd }

  static func isTied(_ text: String) -> Bool { text.utf8.first == 0x5E || text.utf8.last == 0x24 }
}
