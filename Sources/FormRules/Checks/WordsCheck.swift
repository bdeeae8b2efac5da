import FormModel
import YAMLText

/// `words`: a text holds none of some words, at least one of some, or is about what other texts speak of.
struct WordsCheck: Check {
  static let kind = "words"
  /// `{word}`: the word that was met, or the first that is missing.
  static let placeholders = ["word"]

  private let places: [Place]
  private let reject: WordList?
  private let except: WordList?
  private let require: WordList?
  private let others: [Place]
  private let ignoring: WordList?

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    reject = try parameters.words("reject")
    except = try parameters.words("except")
    require = try parameters.words("require")
    others = try parameters.places("spoken-of-in", else: [])
    ignoring = try parameters.words("ignoring")
    guard reject != nil || require != nil || !others.isEmpty else {
      throw YAMLError(.missingKey("reject"), at: parameters.mark)
    }
  }

  var isAboutRows: Bool { places.contains(where: \.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    if !others.isEmpty { return unspoken(scope) }
    for cell in scope.filledCells(of: places) {
      verdict.look()
      let text = scope.plainText(of: cell)
      if let word = rejected(text) ?? missing(text) {
        verdict.hit(Hit(cell.path, found: cell.text, values: ["word": word]))
      }
    }
    return verdict
  }

  private func rejected(_ text: PlainText) -> String? {
    guard let reject, let word = reject.match(in: text) else { return nil }
    guard let except, except.occurs(in: text) else { return word }
    return reject.match(in: except.masked(in: text.text), stem: except.masked(in: text.stem))
  }

  /// What no other text speaks of: it has no two neighbouring signs of the text, and less than half of its signs.
  private func unspoken(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    var story =
      others == Self.storyPlaces
      ? scope.context.storyText.text
      : scope.filledCells(of: others).map { scope.plainText(of: $0).text }.joined(separator: "\n")
    guard story.utf8.count >= Self.shortestStory else { return verdict }
    for cell in scope.filledCells(of: places) {
      let text = scope.plainText(of: cell).stem
      let parts = (ignoring?.masked(in: text) ?? text).unicodeScalars.split(separator: "\0")
      // One short word may have another name: 展位.
      guard parts.contains(where: { $0.count > 1 }), parts.reduce(0, { $0 + $1.count }) > 2 else { continue }
      verdict.look()
      let isSpokenOf = story.withUTF8 { Self.holds($0, aPairOf: parts) || Self.holds($0, halfOf: parts) }
      if isSpokenOf { continue }
      let word = parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "…")
      verdict.hit(Hit(cell.path, found: cell.text, values: ["word": word]))
    }
    return verdict
  }

  private typealias Part = String.UnicodeScalarView.SubSequence

  private static func holds(_ story: UnsafeBufferPointer<UInt8>, aPairOf parts: [Part]) -> Bool {
    parts.contains { part in
      zip(part, part.dropFirst()).contains { holds(story, Array(String($0).utf8) + Array(String($1).utf8)) }
    }
  }

  private static func holds(_ story: UnsafeBufferPointer<UInt8>, halfOf parts: [Part]) -> Bool {
    let signs = parts.joined()
    return 2 * signs.count { holds(story, Array(String($0).utf8)) } >= signs.count { _ in true }
  }

  private static func holds(_ story: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first, story.count >= word.count else { return false }
    for start in 0...(story.count - word.count) where story[start] == first {
      if word.indices.allSatisfy({ story[start + $0] == word[$0] }) { return true }
    }
    return false
  }

  private static let storyPlaces: [Place] = [.field(.project), .field(.totalGoal), .field(.annualGoal)]

  /// In UTF-8: about fifty signs; what is shorter speaks of little.
  private static let shortestStory = 150

  private func missing(_ text: PlainText) -> String? {
    guard let require, !require.occurs(in: text) else { return nil }
    return require.words.first ?? ""
  }
}
