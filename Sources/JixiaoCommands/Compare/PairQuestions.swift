import ChineseText
import FormComparison
import FormModel
import FormWriting
import Terminal

/// Asks a person at a terminal about rows that may be one, one question after the other.
final class PairQuestions {
  /// What a person said about one question.
  enum Answer: Equatable {
    /// A decision, to be kept.
    case decided(PairList.Entry)
    /// Not now.
    case passed
    /// No more questions about these forms.
    case enough
    /// Ctrl-C, or the terminal is gone.
    case stopped
  }

  private let editor: any LineEditor
  private let say: (String) -> Void
  private var asked: Set<PairList.Entry> = []

  /// - Parameter say: shows lines above the prompt.
  init(_ editor: any LineEditor, say: @escaping (String) -> Void) {
    self.editor = editor
    self.say = say
  }

  /// The next question that was not put yet; `nil` when there is none.
  func next(in pair: ComparedForms) -> OpenQuestion? {
    let rows = Rows(pair)
    return pair.comparison.matching.questions.first { !asked.contains(rows.entry($0, .open)) }
  }

  /// Says how much there is to decide about.
  func begin(_ pair: ComparedForms) {
    let count = pair.comparison.matching.questions.count
    say(visible(Messages.Compare.questionHead(pair.name, count)))
  }

  /// Puts a question until it is answered in words that are understood.
  func ask(_ question: OpenQuestion, about pair: ComparedForms) -> Answer {
    let rows = Rows(pair)
    asked.insert(rows.entry(question, .open))
    let isEvaluation = pair.approved.read.form.kind != pair.evaluated.read.form.kind
    for row in question.old {
      say(visible(Messages.Compare.oldRow(rows.text(ofOld: row), isEvaluation: isEvaluation)))
    }
    for row in question.new {
      say(visible(Messages.Compare.newRow(rows.text(ofNew: row), isEvaluation: isEvaluation)))
    }
    say(
      Messages.Compare.question(
        approved: question.old.count, evaluated: question.new.count, question.confidence))
    while true {
      guard let word = read(Messages.Compare.questionPrompt) else { return end }
      switch word.lowercased() {
      case "": return .passed
      case let word where Messages.Compare.yes.contains(word): return .decided(rows.entry(question, .same))
      case let word where Messages.Compare.no.contains(word):
        return .decided(rows.entry(question, .different))
      case let word where Messages.Compare.stop.contains(word): return .enough
      case let word where Messages.Compare.other.contains(word):
        if let answer = choose(instead: question, in: pair) { return answer }
      default: say(Messages.Compare.unknownAnswer)
      }
    }
  }

  /// Lets the person name other rows for the single row of a question; `nil` where they go back.
  private func choose(instead question: OpenQuestion, in pair: ComparedForms) -> Answer? {
    let rows = Rows(pair)
    let isForOld = question.old.count == 1
    let open = pair.comparison.matching.open(rows.approved.count, rows.evaluated.count)
    let choices = isForOld ? open.new : open.old
    guard choices.count > 1 || choices != (isForOld ? question.new : question.old) else {
      say(Messages.Compare.nothingToChoose)
      return nil
    }
    say(Messages.Compare.chooseHead)
    for (place, row) in choices.enumerated() {
      let text = isForOld ? rows.text(ofNew: row) : rows.text(ofOld: row)
      say(visible(Messages.Compare.choice(place + 1, text)))
    }
    while true {
      guard let line = read(Messages.Compare.choosePrompt) else { return end }
      if line.isEmpty { return nil }
      guard let places = Self.numbers(in: line, upTo: choices.count) else {
        say(Messages.numberFrom(1, to: choices.count))
        continue
      }
      let chosen = places.map { choices[$0 - 1] }
      let answer =
        isForOld
        ? OpenQuestion(old: question.old, new: chosen, confidence: 100)
        : OpenQuestion(old: chosen, new: question.new, confidence: 100)
      return .decided(rows.entry(answer, .same))
    }
  }

  /// Different numbers from 1, between blanks or commas of any width.
  static func numbers(in line: String, upTo last: Int) -> [Int]? {
    let words = folded(line).split { $0 == " " || $0 == "," || $0 == "、" }
    let numbers = words.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.count == words.count, Set(numbers).count == numbers.count,
      numbers.allSatisfy((1...max(1, last)).contains)
    else { return nil }
    return numbers
  }

  /// Why there is no line: the input is over, or the person wants out.
  private var end: Answer = .enough

  private func read(_ prompt: String) -> String? {
    while true {
      switch editor.readLine(LineRequest(prompt: prompt)) {
      case .line(let line): return folded(line).trimmingBlanks
      case .failed(let reason): say(reason)
      case .endOfInput:
        end = .enough
        return nil
      case .interrupted, .terminated:
        end = .stopped
        return nil
      }
    }
  }
}

/// The rows of a pair of forms, as questions name them.
private struct Rows {
  let approved: [Indicator]
  let evaluated: [Indicator]

  init(_ pair: ComparedForms) {
    (approved, evaluated) = (pair.approved.read.form.indicators, pair.evaluated.read.form.indicators)
  }

  func entry(_ question: OpenQuestion, _ decision: PairList.Decision) -> PairList.Entry {
    question.entry(approved, evaluated, decision)
  }

  func text(ofOld row: Int) -> String { text(approved[row]) }
  func text(ofNew row: Int) -> String { text(evaluated[row]) }

  private func text(_ row: Indicator) -> String {
    row.target.map { row.level3 + " " + $0.text } ?? row.level3
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
