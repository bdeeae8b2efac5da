import FormModel
import YAMLText

/// `words`: a text holds none of some words, or at least one of some.
struct WordsCheck: Check {
  static let kind = "words"
  /// `{word}`: the word that was met, or the first that is missing.
  static let placeholders = ["word"]

  private let places: [Place]
  private let reject: WordList?
  private let except: WordList?
  private let require: WordList?

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    places = try parameters.places()
    reject = try parameters.words("reject")
    except = try parameters.words("except")
    require = try parameters.words("require")
    guard reject != nil || require != nil else {
      throw YAMLError(.missingKey("reject"), at: parameters.mark)
    }
  }

  var isAboutRows: Bool { places.contains(where: \.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    for cell in scope.filledCells(of: places) {
      verdict.look()
      let (text, stem) = scope.plainText(of: cell)
      if let word = rejected(text, stem) ?? missing(text, stem) {
        verdict.hit(Hit(cell.path, found: cell.text, values: ["word": word]))
      }
    }
    return verdict
  }

  private func rejected(_ text: String, _ stem: String) -> String? {
    guard let reject, let word = reject.match(in: text, stem: stem) else { return nil }
    guard let except, except.match(in: text, stem: stem) != nil else { return word }
    return reject.match(in: except.masked(in: text), stem: except.masked(in: stem))
  }

  private func missing(_ text: String, _ stem: String) -> String? {
    guard let require, require.match(in: text, stem: stem) == nil else { return nil }
    return require.words.first ?? ""
  }
}
