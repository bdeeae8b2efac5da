import ChineseText

/// What names of the same indicator may differ in; the words are data and handed in.
public struct MatchingWords: Sendable {
  private let beginnings: [String]
  private let endings: [String]
  private let fillers: WordSet
  private let synonyms: WordSet
  /// The word that stands for each of `synonyms`.
  private let meanings: [String]
  private let distinctions: WordSet
  private let levels: [TextBytes: String]

  /// No words: names are folded only.
  public static let none = MatchingWords()

  /// - Parameters:
  ///   - fillers: words that add nothing to a name; `^` ties one to the beginning, `$` to the end.
  ///   - synonyms: groups of words that mean the same.
  ///   - distinctions: words that tell two indicators apart where only one of them has it.
  ///   - levels: groups of names for the same 一级指标 or 二级指标.
  public init(
    fillers: [String] = [], synonyms: [[String]] = [], distinctions: [String] = [], levels: [[String]] = []
  ) {
    let longestFirst = fillers.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    beginnings = longestFirst.filter { $0.hasPrefix("^") }.map { String($0.dropFirst()) }
    endings = longestFirst.filter { $0.hasSuffix("$") }.map { String($0.dropLast()) }
    self.fillers = WordSet(fillers.filter { !$0.hasPrefix("^") && !$0.hasSuffix("$") })
    var meanings: [String: String] = [:]
    for group in synonyms { for word in group { meanings[word] = group[0] } }
    let words = WordSet(meanings.keys.sorted())
    self.synonyms = words
    self.meanings = words.words.map { meanings[$0] ?? $0 }
    self.distinctions = WordSet(distinctions)
    var names: [TextBytes: String] = [:]
    for group in levels { for name in group { names[TextBytes(name)] = group[0] } }
    self.levels = names
  }

  /// A name in half width without blanks, signs and fillers; never empty but for an empty name.
  func core(of folded: String) -> String {
    let plain = Self.signs.removed(from: folded)
    var core = Self.replacing(fillers, in: plain) { _ in "" }
    while let shorter = shortened(core) { core = shorter }
    return core.unicodeScalars.count < 2 ? plain : core
  }

  /// Without one filler at its beginning or end; `nil` when there is none, or too little would be left.
  private func shortened(_ text: String) -> String? {
    for word in beginnings where text.utf8.starts(with: word.utf8) {
      let rest = text.unicodeScalars.dropFirst(word.unicodeScalars.count)
      if rest.count >= Self.shortest { return String(rest) }
    }
    for word in endings where text.utf8.suffix(word.utf8.count).elementsEqual(word.utf8) {
      let rest = text.unicodeScalars.dropLast(word.unicodeScalars.count)
      if rest.count >= Self.shortest { return String(rest) }
    }
    return nil
  }

  /// What must be left of a name whose fillers are dropped.
  private static let shortest = 3

  /// A core with one word for all that mean the same.
  func canonical(_ core: String) -> String { Self.replacing(synonyms, in: core) { meanings[$0] } }

  /// The words and figures in a core that tell it from others.
  func marks(in core: String) -> Set<String> {
    var marks = Set(distinctions.matches(in: core).map(\.word))
    for figure in core.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) { marks.insert(String(figure)) }
    return marks
  }

  /// The name of a level, one for all that mean the same.
  func level(_ printed: String) -> String {
    let name = foldedWithoutSpace(printed)
    return levels[TextBytes(name)] ?? name
  }

  private static func replacing(_ words: WordSet, in text: String, by new: (Int) -> String) -> String {
    let matches = words.matches(in: text)
    guard !matches.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for match in matches {
      result += bytes[start..<match.bytes.lowerBound]
      result += Array(new(match.index).utf8)
      start = match.bytes.upperBound
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }

  private static let signs = SignSet("()[]{}<>《》〈〉“”‘’\"'、，。,.;；：:·・-—_/\\!！?？|*+~～【】「」")
}
