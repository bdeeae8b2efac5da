/// What Tab can put into the line.
public struct Completion: Equatable, Sendable {
  /// One text that Tab offers.
  public struct Candidate: Equatable, Sendable {
    /// What is put in.
    public var text: String
    /// A few words on it, shown in the list only.
    public var note: String?

    public init(_ text: String, note: String? = nil) {
      self.text = text
      self.note = note
    }
  }

  /// The texts on offer, in the order in which they are listed.
  public var candidates: [Candidate]
  /// The part of the whole line that a candidate replaces, counted in Characters.
  public var range: Range<Int>

  public init(candidates: [Candidate], range: Range<Int>) {
    self.candidates = candidates
    self.range = range
  }

  /// Nothing to offer.
  public static let none = Completion(candidates: [], range: 0..<0)

  /// The candidates that begin with the word before the cursor. The word begins after the last blank.
  public static func matching(_ textBeforeCursor: String, among candidates: [Candidate]) -> Completion {
    let word = textBeforeCursor[textBeforeCursor.wordStart...]
    let end = textBeforeCursor.count
    return Completion(
      candidates: candidates.filter { $0.text.hasPrefix(word) }, range: end - word.count..<end)
  }

  /// The longest text, in whole Characters, that all candidates begin with.
  public var commonPrefix: String {
    guard var prefix = candidates.first?.text[...] else { return "" }
    for candidate in candidates.dropFirst() {
      let length = zip(prefix, candidate.text).prefix { $0 == $1 }.count
      prefix = prefix.prefix(length)
    }
    return String(prefix)
  }

  /// What one Tab does to a line.
  enum Step: Equatable {
    /// Put `text` in place of ``Completion/range``.
    case replace(String)
    /// Show what there is.
    case list
    case nothing
  }

  func step(in line: String) -> Step {
    guard !candidates.isEmpty else { return .nothing }
    let characters = Array(line)
    let typed = String(characters[range.clamped(to: 0..<characters.count)])
    let prefix = commonPrefix
    // A candidate found in another way than by its beginning is put in only when it is the only one.
    let goesOn = prefix.hasPrefix(typed) && prefix != typed
    if goesOn || (candidates.count == 1 && prefix != typed) { return .replace(prefix) }
    return candidates.count == 1 ? .nothing : .list
  }
}

extension StringProtocol {
  fileprivate var wordStart: Index {
    lastIndex(where: \.isWhitespace).map { index(after: $0) } ?? startIndex
  }
}
