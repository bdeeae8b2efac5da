import FormComparison
import FormModel
import FormRules

/// Which documents lie beside a form. What fits two of them equally well is given neither.
struct CompanionPairing: Sendable {
  private let library: CompanionLibrary

  init(_ library: CompanionLibrary) { self.library = library }

  /// What was found for a form, and what was not, in words.
  struct Outcome: Sendable {
    var companions = Companions.none
    var notes: [String] = []
    /// Places in the library of what was found.
    var narrative: Int?
    var lastForm: Int?
  }

  /// - Parameters:
  ///   - name: the form's file.
  ///   - isAlone: whether it is the only form of the run.
  func documents(beside form: Form, named name: String, isAlone: Bool) -> Outcome {
    var outcome = Outcome()
    let project = CompanionName.plain(form[.project])
    let who = form[.project].map { Messages.form(name, of: $0) } ?? name
    if library.wantsNarratives { pairNarrative(project, who, isAlone, &outcome) }
    if library.wantsLastForms { pairLastYear(form, project, who, isAlone, &outcome) }
    return outcome
  }

  // MARK: Narratives

  private func pairNarrative(_ project: String, _ who: String, _ isAlone: Bool, _ outcome: inout Outcome) {
    let found = isAlone && library.isOneNarrative ? [0] : narratives(of: project)
    guard let index = found.first, found.count == 1 else {
      let names = found.map { library.narratives[$0].narrative.name }
      outcome.notes.append(names.isEmpty ? Messages.noNarrative(who) : Messages.severalNarratives(who, names))
      return
    }
    outcome.narrative = index
    outcome.companions.narrative = library.narratives[index].narrative
  }

  /// By the whole file name, else by a part of it, else by the first lines.
  private func narratives(of project: String) -> [Int] {
    guard !project.isEmpty else { return [] }
    if let found = library.stems[project] { return found }
    let files = library.narratives
    let rungs: [(CompanionLibrary.NarrativeFile) -> Bool] = [
      { CompanionName.names(project, in: $0.stem) },
      { file in file.head.contains { CompanionName.names(project, in: $0) } },
    ]
    for fits in rungs {
      let found = files.indices.filter { fits(files[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }

  // MARK: Last year's forms

  private func pairLastYear(
    _ form: Form, _ project: String, _ who: String, _ isAlone: Bool, _ outcome: inout Outcome
  ) {
    let isGiven = isAlone && library.isOneLastFile
    let found = isGiven ? [0] : lastForms(of: project, form)
    guard let index = found.first, found.count == 1 else {
      let names = found.map { library.lastForms[$0].name }
      outcome.notes.append(names.isEmpty ? Messages.noLastForm(who) : Messages.severalLastForms(who, names))
      return
    }
    let last = library.lastForms[index]
    if isGiven, last.project != project {
      outcome.notes.append(Messages.otherProject(who, last.form[.project] ?? "", last.name))
    }
    outcome.lastForm = index
    let matching = IndicatorMatching(old: last.form.indicators, new: form.indicators)
    outcome.companions.lastYear = LastYear(
      form: last.form, name: last.name,
      // Rows that are only alike may measure something else.
      pairs: matching.pairs.filter { $0.rung != .similar }.map { LastYear.Pair(old: $0.old, new: $0.new) })
  }

  /// The forms of the same project and unit; of several years the latest before the form's own, and of that year the
  /// self-evaluation, which knows the results.
  private func lastForms(of project: String, _ form: Form) -> [Int] {
    guard !project.isEmpty else { return [] }
    let unit = CompanionName.unit(of: form)
    let own = (library.projects[project] ?? []).filter { index in
      let last = library.lastForms[index]
      guard last.unit.isEmpty || unit.isEmpty || last.unit == unit else {
        return false
      }
      guard let year = form.year, let before = last.form.year else { return true }
      return before < year
    }
    let latest = own.compactMap { library.lastForms[$0].form.year }.max()
    let newest = own.filter { latest == nil || library.lastForms[$0].form.year == latest }
    let evaluations = newest.filter { library.lastForms[$0].form.kind == .selfEvaluation }
    return evaluations.isEmpty ? newest : evaluations
  }
}
