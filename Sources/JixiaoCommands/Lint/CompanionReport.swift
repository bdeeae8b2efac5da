import Terminal

/// What is told at the end of a run about documents beside the forms: what has no pair, and what could not be read.
struct CompanionReport {
  /// Lines of one kind that are listed unless everything is asked for.
  private static let most = 10

  private let library: CompanionLibrary
  private let isVerbose: Bool
  private var notes: [String] = []
  private var usedNarratives: Set<Int> = []
  private var usedForms: Set<Int> = []

  init(_ library: CompanionLibrary, isVerbose: Bool) {
    self.library = library
    self.isVerbose = isVerbose
  }

  mutating func add(_ outcome: CompanionPairing.Outcome) {
    notes += outcome.notes
    if let index = outcome.narrative { usedNarratives.insert(index) }
    if let index = outcome.lastForm { usedForms.insert(index) }
  }

  var lines: [String] {
    let unused =
      library.narratives.indices.filter { !usedNarratives.contains($0) }.map {
        Messages.unusedNarrative(library.narratives[$0].narrative.name)
      }
      + library.lastForms.indices.filter { !usedForms.contains($0) }.map {
        Messages.unusedLastForm(library.lastForms[$0].name, library.lastForms[$0].form[.project] ?? "")
      }
    return [library.faults, notes, unused].flatMap(shortened).map { visible($0, keepsLineBreaks: true) }
  }

  private func shortened(_ lines: [String]) -> [String] {
    let rest = lines.count - Self.most
    guard rest > 0, !isVerbose else { return lines }
    return lines.prefix(Self.most) + [Messages.moreCompanions(rest)]
  }
}
