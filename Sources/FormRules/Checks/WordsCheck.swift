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

  var needsRows: Bool { places.allSatisfy(\.isColumn) }

  func evaluate(_ scope: Scope) -> Verdict {
    if !others.isEmpty { return unspoken(scope) }
    var verdict = Verdict()
    for place in places {
      switch place {
      case .field(let key):
        if let text = scope.form[key], !isBlankText(text) { judge(scope, key, text, &verdict) }
      case .column(let column): judge(scope, column, &verdict)
      }
    }
    return verdict
  }

  private func judge(_ scope: Scope, _ key: FieldKey, _ printed: String, _ verdict: inout Verdict) {
    verdict.look()
    let text = scope.context.text(of: key)
    guard let word = rejected(text) ?? missing(text) else { return }
    verdict.hit(Hit(.field(key), found: printed, values: ["word": word]))
  }

  /// Most rows have none of the words, which is known of all of them at once.
  private func judge(_ scope: Scope, _ column: IndicatorColumn, _ verdict: inout Verdict) {
    let filled = scope.filledRows(column)
    verdict.look(at: filled.count)
    let suspects = require == nil ? reject.map { scope.table.rows(filled, having: $0, in: column) } : filled
    for row in suspects ?? filled {
      let text = scope.table.text(row, column)
      guard let word = rejected(text) ?? missing(text) else { continue }
      let path = FormPath.indicator(row, column)
      verdict.hit(Hit(path, found: scope.table.cell(row, column), values: ["word": word]))
    }
  }

  private func rejected(_ text: PlainText) -> String? {
    guard let reject, let word = reject.match(in: text) else { return nil }
    guard let except, except.occurs(in: text) else { return word }
    return reject.match(in: except.masked(in: text.text), stem: except.masked(in: text.stem))
  }

  /// What no other text speaks of: it has no two neighbouring signs of the text, and less than half of its signs.
  private func unspoken(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let story =
      others == Self.storyPlaces
      ? scope.context.story
      : Story(scope.filledCells(of: others).map { scope.plainText(of: $0).text }.joined(separator: "\n"))
    guard story.count >= Self.shortestStory else { return verdict }
    for cell in scope.filledCells(of: places) {
      let text = scope.plainText(of: cell).stem
      let name = ignoring?.masked(in: text) ?? text
      switch story.speaks(of: name) {
      case nil: continue
      case true?: verdict.look()
      case false?:
        verdict.look()
        let word = name.split(separator: "\0").joined(separator: "…")
        verdict.hit(Hit(cell.path, found: cell.text, values: ["word": word]))
      }
    }
    return verdict
  }

  private static let storyPlaces: [Place] = [.field(.project), .field(.totalGoal), .field(.annualGoal)]

  /// In UTF-8: about fifty signs; what is shorter speaks of little.
  private static let shortestStory = 150

  private func missing(_ text: PlainText) -> String? {
    guard let require, !require.occurs(in: text) else { return nil }
    return require.words.first ?? ""
  }
}
