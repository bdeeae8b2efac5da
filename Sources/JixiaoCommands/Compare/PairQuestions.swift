import FormComparison
import FormModel
import FormWriting

/// Asks a person about rows that may be one.
enum PairQuestions {
  /// What a person says about each proposal; nothing where they pass it over.
  static func answers(about pair: ComparedForms) -> [PairList.Entry] {
    let proposals = pair.comparison.matching.proposals
    guard !proposals.isEmpty else { return [] }
    Console.error(visible(Messages.Compare.questionHead(pair.name, proposals.count)))
    var entries: [PairList.Entry] = []
    for proposal in proposals {
      let old = pair.approved.read.form.indicators[proposal.old]
      let new = pair.evaluated.read.form.indicators[proposal.new]
      let question = Messages.Compare.question(text(old), text(new), proposal.confidence)
      Console.error(visible(question))
      guard let answer = readLine(), let decision = decision(answer) else { continue }
      entries.append(.init(approved: .init(old), evaluated: .init(new), decision: decision))
    }
    return entries
  }

  /// All proposals of a pair, not decided about.
  static func open(in pair: ComparedForms) -> [PairList.Entry] {
    pair.comparison.matching.proposals.map { proposal in
      PairList.Entry(
        approved: .init(pair.approved.read.form.indicators[proposal.old]),
        evaluated: .init(pair.evaluated.read.form.indicators[proposal.new]), decision: .open)
    }
  }

  private static func decision(_ answer: String) -> PairList.Decision? {
    switch answer.trimmingBlanks.lowercased() {
    case let word where Messages.Compare.yes.contains(word): .same
    case let word where Messages.Compare.no.contains(word): .different
    default: nil
    }
  }

  private static func text(_ row: Indicator) -> String {
    row.target.map { row.level3 + " " + $0.text } ?? row.level3
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
