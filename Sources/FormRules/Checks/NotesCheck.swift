import ChineseText
import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials
import YAMLText

/// `notes`: what a self-evaluation writes beside a row (偏差原因分析及改进措施), held against the row's result.
struct NotesCheck: Check {
  static let kind = "notes"
  /// `{state}`: what the numbers say; `{word}`: what the note says; `{share}`: result ÷ target in per cent; `{other}`: the
  /// other row.
  static let placeholders = ["state", "word", "share", "other"]

  /// `finds`: what is wrong with a note.
  private enum Finds: String, CaseIterable {
    /// It says that a target was missed that is met, or the reverse.
    case contradiction
    /// It names another percentage than that of the row.
    case percentage
    /// It is made of phrases that fit every row, where a reason is due.
    case boilerplate
    /// Another row of the form has the same.
    case copied
  }

  private let finds: Finds
  /// Words that say that something was missed, that it was reached, that it was in time.
  private let missed: WordList?
  private let reached: WordList?
  private let inTime: WordList?
  /// Words behind which a percentage is that of the row.
  private let before: WordList?
  /// What may stand between a clause's beginning and those words.
  private let fillers: WordList?
  /// A clause with one of these speaks of something else.
  private let except: WordList?
  /// A clause with one of these denies what the missed words say.
  private let denials: WordList?
  /// A note with one of these does not claim that the target was reached.
  private let shortfalls: WordList?
  private let phrases: WordList?
  private let limit: Decimal?

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let finds = try parameters.choice("finds", of: Finds.self) else {
      throw YAMLError(.missingKey("finds"), at: parameters.mark)
    }
    self.finds = finds
    missed = try parameters.words("missed")
    reached = try parameters.words("reached")
    inTime = try parameters.words("in-time")
    before = try parameters.words("before")
    fillers = try parameters.words("fillers")
    except = try parameters.words("except")
    denials = try parameters.words("denials")
    shortfalls = try parameters.words("shortfalls")
    phrases = try parameters.words("phrases")
    limit = try parameters.number("limit")
  }

  var isAboutRows: Bool { true }
  var needsRows: Bool { true }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    guard let results = scope.context.results else { return verdict }
    let rows = scope.filledRows(.note).intersection(results.rows.counted)
    guard finds != .copied else {
      findCopies(rows, scope, &verdict)
      return verdict
    }
    for row in rows {
      guard let values = fault(in: scope.table.text(row, .note), row, results, scope, &verdict) else {
        continue
      }
      verdict.hit(hit(row, values, scope))
    }
    return verdict
  }

  private func findCopies(_ rows: RowSet, _ scope: Scope, _ verdict: inout Verdict) {
    var seen: [TextBytes: Int] = [:]
    for row in rows {
      guard let letters = NoteLetters(plain: scope.table.text(row, .note).text) else { continue }
      verdict.look()
      if let other = seen[TextBytes(letters.text)] {
        verdict.hit(hit(row, ["other": scope.form.indicators[other].level3], scope))
      } else {
        seen[TextBytes(letters.text)] = row
      }
    }
  }

  private func hit(_ row: Int, _ values: [String: String], _ scope: Scope) -> Hit {
    Hit(.indicator(row, .note), found: scope.table.cell(row, .note), values: values)
  }

  /// The placeholders of a note with a fault.
  private func fault(
    in note: PlainText, _ row: Int, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict
  ) -> [String: String]? {
    switch finds {
    case .contradiction: contradiction(in: note, results.sheet.rows[row], &verdict)
    case .percentage: percentage(in: note.text, row, results, scope, &verdict)
    case .boilerplate: boilerplate(note, row, results, &verdict)
    case .copied: nil
    }
  }

  /// The sentence's parts: what one says is not meant by the others.
  private func clauses(of note: String) -> [Substring] {
    note.split { ",;!?。".contains($0) }.filter { except?.match(in: String($0)) == nil }
  }
}

// MARK: What the note says of the target

extension NotesCheck {
  private func contradiction(
    in note: PlainText, _ own: ScoreSheet.Row, _ verdict: inout Verdict
  ) -> [String: String]? {
    guard let isMet = own.attainment.isMet else { return nil }
    verdict.look()
    if isMet {
      // A met row that lost points may well say what was not done.
      if let score = own.score, let weight = own.weight, score < weight { return nil }
      return first(of: missed, in: note, without: denials).map { ["word": $0, "state": Messages.isMet] }
    }
    if shortfalls?.occurs(in: note) == true { return nil }
    return first(of: claims(own.attainment), in: note, without: nil)
      .map { ["word": $0, "state": Messages.isMissed] }
  }

  /// Words that a missed target makes wrong: work that cost too much, or took too long, may be complete all the same.
  private func claims(_ attainment: Attainment) -> WordList? {
    switch attainment {
    case .answered: reached
    case .measured(let measured) where measured.direction == .atLeast: reached
    case .measured(let measured) where measured.direction == .byDate: inTime
    default: nil
    }
  }

  private func first(of words: WordList?, in note: PlainText, without others: WordList?) -> String? {
    guard let words, words.occurs(in: note) else { return nil }
    return clauses(of: note.text).lazy.map(String.init).filter { others?.match(in: $0) == nil }
      .compactMap { words.match(in: $0) }.first
  }

  /// Where a reason is due and only phrases stand.
  private func boilerplate(
    _ note: PlainText, _ row: Int, _ results: RowResults, _ verdict: inout Verdict
  ) -> [String: String]? {
    guard let phrases, isDue(row, results) else { return nil }
    verdict.look()
    let left =
      phrases.occurs(in: note)
      ? String(decoding: phrases.removed(from: note.text), as: UTF8.self) : note.text
    return Letters(left).count > 0 ? nil : [:]
  }

  /// Points were lost, the target was missed, or passed by far.
  private func isDue(_ row: Int, _ results: RowResults) -> Bool {
    if results.rows.reduced.contains(row) || results.sheet.rows[row].attainment.isMet == false { return true }
    guard let limit, results.rows.atLeast.contains(row) else { return false }
    return results.measured(row)?.reaches(limit) ?? false
  }
}

// MARK: Percentages

extension NotesCheck {
  private func percentage(
    in note: String, _ row: Int, _ results: RowResults, _ scope: Scope, _ verdict: inout Verdict
  ) -> [String: String]? {
    guard results.rows.atLeast.contains(row), note.utf8.contains(UInt8(ascii: "%")),
      let measured = results.measured(row), let share = measured.percent
    else { return nil }
    let name = scope.table.name(row).text
    for clause in clauses(of: note) {
      guard let figure = figure(in: clause, name: name) else { continue }
      verdict.look()
      let known = meanings(share, measured, scope.form.indicators[row], results.sheet.rows[row])
      guard !known.contains(where: { figure.isRounded($0) }) else { continue }
      return ["word": figure.text, "share": "\(share.rounded(decimals: 2))"]
    }
    return nil
  }

  /// All that a percentage beside the row may be.
  private func meanings(
    _ share: Decimal, _ measured: Attainment.Measured, _ indicator: Indicator, _ own: ScoreSheet.Row
  ) -> [Decimal] {
    var known = [share, share - 100, 100 - share, 100]
    if let score = own.score, let weight = own.weight, weight > 0 {
      known += [score / weight * 100, 100 - score / weight * 100]
    }
    guard UnitWord(indicator.actual?.meaning) == .percent || UnitWord(indicator.target?.meaning) == .percent,
      let target = measured.target, let actual = measured.actual
    else { return known }
    return known + [target, actual, actual - target, target - actual, 100 - actual, 100 - target]
  }

  /// A percentage and how it is written.
  private struct Figure {
    var text: String
    var value: Decimal
    var decimals: Int

    /// Whether the number is it once rounded or cut; 1 off is how people speak.
    func isRounded(_ number: Decimal) -> Bool {
      if number.rounded(decimals: decimals) == value || number.truncated(decimals: decimals) == value {
        return true
      }
      return decimals == 0 && number - value < 1 && value - number < 1
    }
  }

  /// `完成率为95.5%`: the percentage that the clause says of its row.
  private func figure(in clause: Substring, name: String) -> Figure? {
    guard let before else { return nil }
    for word in before.words {
      guard let range = clause.firstRange(of: word) else { continue }
      let subject =
        fillers.map { String(decoding: $0.removed(from: String(clause[..<range.lowerBound])), as: UTF8.self) }
        ?? String(clause[..<range.lowerBound])
      guard subject.isEmpty || name.contains(subject) else { continue }
      if let figure = Self.figure(at: clause[range.upperBound...]) { return figure }
    }
    return nil
  }

  private static func figure(at text: Substring) -> Figure? {
    let rest = text.drop { Messages.percentageLinks.contains($0) }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !digits.isEmpty, rest[digits.endIndex...].first == "%", let value = Decimal(string: String(digits))
    else { return nil }
    let decimals = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    return Figure(text: digits + "%", value: value, decimals: decimals)
  }
}

extension Attainment {
  /// Whether the target is met; `nil` where nothing can be said.
  fileprivate var isMet: Bool? {
    switch self {
    case .measured(let measured): measured.isMet
    case .answered(let band): band.to >= 100
    case .undecided: nil
    }
  }
}
