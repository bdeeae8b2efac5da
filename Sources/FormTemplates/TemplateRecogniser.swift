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
    (form.kind == .target ? targets : selfEvaluations).best(for: form)
  }
}

/// Templates of one kind, and what is known of the levels that forms print.
private final class Candidates: Sendable {
  private let templates: [TemplateSigns]
  private let known = Mutex(KnownLevels())

  init(_ templates: [Template]) { self.templates = templates.map(TemplateSigns.init) }

  func best(for form: Form) -> Resemblance? {
    let trees = trees(of: form.indicators)
    let signs = FormSigns(form)
    var best: Resemblance?
    for (index, template) in templates.enumerated() {
      let one = Resemblance(signs, template, trees[index])
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

  /// For each template, how many rows it has the levels of.
  private func trees(of rows: [Indicator]) -> [TreeFit] {
    var trees = Array(repeating: TreeFit(), count: templates.count)
    known.withLock { known in
      var start = 0
      // By index: a row that is copied costs as much as all else that is done with it.
      while start < rows.count {
        var end = start + 1
        while end < rows.count, isSameLevel(rows, start, end) { end += 1 }
        if !rows[start].level1.isEmpty {
          let level = known.level(rows[start].level1, rows[start].level2, templates)
          for index in trees.indices { trees[index].add(level.fits[index], rows: end - start) }
        }
        start = end
      }
    }
    return trees
  }
}

/// Whether two rows have the same levels, byte for byte.
private func isSameLevel(_ rows: [Indicator], _ a: Int, _ b: Int) -> Bool {
  isSameBytes(rows[a].level1, rows[b].level1) && isSameName(rows[a].level2, rows[b].level2)
}

private func isSameName(_ a: String?, _ b: String?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return isSameBytes(a, b)
}

/// What templates think of the levels that were asked about lately: forms print the same few. Each has one place, and
/// the last that came keeps it.
private struct KnownLevels {
  /// A power of two.
  private static let places = 256

  private var levels = [KnownLevel?](repeating: nil, count: places)

  mutating func level(_ first: String, _ second: String?, _ templates: [TemplateSigns]) -> KnownLevel {
    let hash = first.byteHash &* 31 ^ (second?.byteHash ?? 0)
    let place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.places - 1)
    if let known = levels[place], known.isNamed(first, second) { return known }
    let new = KnownLevel(first, second, templates)
    levels[place] = new
    return new
  }
}

/// The levels of a row, with what each template thinks of them.
private final class KnownLevel: Sendable {
  private let first: String
  private let second: String?
  let fits: [LevelFit]

  init(_ first: String, _ second: String?, _ templates: [TemplateSigns]) {
    (self.first, self.second) = (first, second)
    fits = templates.map { LevelFit($0.template, first, second) }
  }

  func isNamed(_ first: String, _ second: String?) -> Bool {
    isSameBytes(self.first, first) && isSameName(self.second, second)
  }
}

/// What a template thinks of a level of a form.
private struct LevelFit {
  /// Whether its tree has the level.
  var isKnown: Bool
  /// Whether the first level is printed by its own name: a form prints the names of its own tree, not the other
  /// names for them.
  var isExact: Bool

  init(_ template: Template, _ first: String, _ second: String?) {
    isKnown = template.has(first, second)
    isExact = template.levels.contains { $0.name == first }
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

/// What is asked of a form besides its tree, worked out once for all templates.
private final class FormSigns {
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
  }
}

/// What a template is known by, worked out once for all forms.
private final class TemplateSigns: Sendable {
  let template: Template
  let titles: [String]
  let units: [WordSet]
  let missingColumns: [IndicatorColumn]
  let isUsual: Bool
  /// The first and the last year of its forms; `nil` where it has neither.
  let years: (first: Int, last: Int)?

  init(_ template: Template) {
    self.template = template
    isUsual = template.marks.isUsual
    years = template.marks.years
    titles = template.marks.titles.map(foldedWithoutSpace)
    units = template.marks.units.map { WordSet([$0]) }
    missingColumns = [.target, .actual, .score].filter { column in
      !template.columns.contains { $0.column == column }
    }
  }

  var id: String { template.id }
}

extension TemplateMarks {
  fileprivate var years: (first: Int, last: Int)? {
    firstYear == nil && lastYear == nil ? nil : (firstYear ?? .min, lastYear ?? .max)
  }
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
    return template.titles.contains { isSameBytes($0, title) }
  }

  private var hasPlace: Bool? {
    template.units.isEmpty ? nil : template.units.allSatisfy { $0.occurs(in: form.units) }
  }

  private var hasYear: Bool? {
    guard let years = template.years, let year = form.year else { return nil }
    return year >= years.first && year <= years.last
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

extension Template {
  fileprivate func has(_ first: String, _ second: String?) -> Bool {
    guard let first = level(foldedWithoutSpace(first)) else { return false }
    guard let second else { return first.levels.isEmpty }
    return first.levels.contains { $0.isNamed(foldedWithoutSpace(second)) }
  }
}
