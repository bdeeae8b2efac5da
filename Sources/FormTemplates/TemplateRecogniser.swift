import ChineseText
import FormModel
import Synchronization

/// Tells which of some templates a form follows; made once for many forms.
public final class TemplateRecogniser: Sendable {
  private let targets: Candidates
  private let selfEvaluations: Candidates

  /// - Parameter templates: those at hand; a form is only held against those of its kind.
  public init(_ templates: [Template]) {
    targets = Candidates(templates.filter { $0.kind == .target })
    selfEvaluations = Candidates(templates.filter { $0.kind == .selfEvaluation })
  }

  /// The id of the template that looks most like the form: of several the usual one, then the first; `nil` when none
  /// is of the form's kind.
  public func id(of form: Form) -> String? { best(for: form)?.template.id }

  /// The same with what speaks for it.
  public func template(of form: Form) -> RecognisedTemplate? {
    best(for: form).map { RecognisedTemplate(id: $0.template.id, reasons: $0.reasons) }
  }

  private func best(for form: Form) -> Resemblance? {
    (form.kind == .target ? targets : selfEvaluations).best(for: FormSigns(form))
  }
}

/// Templates of one kind, and what is known of the levels that forms print.
private final class Candidates: Sendable {
  private let templates: [TemplateSigns]
  private let known = Mutex<[Level: [LevelFit]]>([:])

  /// Forms print the same few levels; what a hostile file invents is not kept.
  private static let mostLevels = 1000

  init(_ templates: [Template]) { self.templates = templates.map(TemplateSigns.init) }

  func best(for form: FormSigns) -> Resemblance? {
    let trees = trees(of: form)
    var best: Resemblance?
    for (index, template) in templates.enumerated() {
      let one = Resemblance(form, template, trees[index])
      guard let known = best else {
        best = one
        continue
      }
      let isBetter = one.points > known.points
      let isUsual = one.points == known.points && template.isUsual && !known.template.isUsual
      if isBetter || isUsual { best = one }
    }
    return best
  }

  /// For each template.
  private func trees(of form: FormSigns) -> [TreeFit] {
    var trees = Array(repeating: TreeFit(), count: templates.count)
    known.withLock { known in
      for (level, rows) in form.levels {
        let fits = known[level] ?? templates.map { LevelFit($0.template, level) }
        if known[level] == nil, known.count < Self.mostLevels { known[level] = fits }
        for (index, fit) in fits.enumerated() { trees[index].add(fit, rows: rows) }
      }
    }
    return trees
  }
}

/// What a template thinks of a level of a form.
private struct LevelFit {
  /// Whether its tree has the level.
  var isKnown: Bool
  /// Whether the first level is printed by its own name: a form prints the names of its own tree, not the other
  /// names for them.
  var isExact: Bool

  init(_ template: Template, _ level: Level) {
    isKnown = template.has(level)
    isExact = template.levels.contains { $0.name == level.first }
  }
}

/// How many rows of a form the tree of a template has.
private struct TreeFit {
  var rows = 0
  var known = 0
  var exact = 0

  mutating func add(_ fit: LevelFit, rows count: Int) {
    rows += count
    if fit.isKnown { known += count }
    if fit.isExact { exact += count }
  }
}

/// What is asked of a form, worked out once for all templates.
private final class FormSigns {
  /// Rows that stand together below one level.
  private(set) var levels: [(level: Level, rows: Int)] = []
  /// Columns that some row fills, of those that only some templates have.
  let columns: [IndicatorColumn]
  let title: String?
  let units: String
  let year: Int?

  init(_ form: Form) {
    let rows = form.indicators
    var columns: [IndicatorColumn] = []
    if rows.indices.contains(where: { rows[$0].target != nil }) { columns.append(.target) }
    if rows.indices.contains(where: { rows[$0].actual != nil }) { columns.append(.actual) }
    if rows.indices.contains(where: { rows[$0].score != nil }) { columns.append(.score) }
    self.columns = columns
    title = form[.title].map(foldedWithoutSpace)
    units = (form[.department] ?? "") + (form[.implementingUnit] ?? "")
    year = form.year
    // By index: a row that is copied costs as much as all else that is done with it.
    for row in rows.indices where !rows[row].level1.isEmpty {
      let level = Level(first: rows[row].level1, second: rows[row].level2)
      if levels.last?.level == level {
        levels[levels.count - 1].rows += 1
      } else {
        levels.append((level, 1))
      }
    }
  }
}

/// What a template is known by, worked out once for all forms.
private final class TemplateSigns: Sendable {
  let template: Template
  let titles: [String]
  let units: [WordSet]
  let missingColumns: [IndicatorColumn]

  init(_ template: Template) {
    self.template = template
    titles = template.marks.titles.map(foldedWithoutSpace)
    units = template.marks.units.map { WordSet([$0]) }
    missingColumns = [.target, .actual, .score].filter { column in
      !template.columns.contains { $0.column == column }
    }
  }

  var id: String { template.id }
  var isUsual: Bool { template.marks.isUsual }
}

/// How much a form looks like one of a template's.
///
/// The tree counts most: a level the template does not have cannot be printed on its form. Place and year only
/// tell templates of the same tree apart; a mark that the form does not bear speaks against the template.
private struct Resemblance {
  let template: TemplateSigns
  private let form: FormSigns
  private let tree: TreeFit
  private(set) var points = 0

  init(_ form: FormSigns, _ template: TemplateSigns, _ tree: TreeFit) {
    (self.form, self.template, self.tree) = (form, template, tree)
    if tree.rows > 0 { points += 100 * tree.known / tree.rows + 10 * tree.exact / tree.rows }
    points -= 20 * form.columns.count { template.missingColumns.contains($0) }
    if let hasTitle { points += hasTitle ? 20 : -10 }
    if let hasPlace { points += hasPlace ? 5 * template.units.count : -20 }
    if let hasYear { points += hasYear ? 3 : -3 }
  }

  /// Whether the form bears one of the template's titles; `nil` where one of the two has none.
  private var hasTitle: Bool? {
    guard !template.titles.isEmpty, let title = form.title else { return nil }
    return template.titles.contains(title)
  }

  private var hasPlace: Bool? {
    template.units.isEmpty ? nil : template.units.allSatisfy { $0.occurs(in: form.units) }
  }

  private var hasYear: Bool? {
    let marks = template.template.marks
    guard marks.firstYear != nil || marks.lastYear != nil, let year = form.year else { return nil }
    return year >= marks.firstYear ?? year && year <= marks.lastYear ?? year
  }

  /// In Chinese, strongest first.
  var reasons: [String] {
    var reasons: [String] = []
    if tree.rows > 0, tree.known == tree.rows { reasons.append(Messages.sameTree) }
    if hasTitle == true, let title = form.title { reasons.append(Messages.sameTitle(title)) }
    if hasPlace == true { reasons.append(Messages.samePlace(template.template.marks.units)) }
    if hasYear == true, let year = form.year { reasons.append(Messages.sameYear(year)) }
    return reasons
  }
}

/// The levels of a row.
private struct Level: Hashable {
  private let names: (first: TextBytes, second: TextBytes?)

  init(first: String, second: String?) { names = (TextBytes(first), second.map(TextBytes.init)) }

  var first: String { names.first.text }
  var second: String? { names.second?.text }

  static func == (a: Level, b: Level) -> Bool { a.names == b.names }

  func hash(into hasher: inout Hasher) {
    hasher.combine(names.first)
    hasher.combine(names.second)
  }
}

extension Template {
  fileprivate func has(_ level: Level) -> Bool {
    guard let first = self.level(foldedWithoutSpace(level.first)) else { return false }
    guard let second = level.second else { return first.levels.isEmpty }
    return first.levels.contains { $0.isNamed(foldedWithoutSpace(second)) }
  }
}
