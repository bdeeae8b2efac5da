import ChineseText
import FormModel

/// The template that a form follows, and why it is thought so.
public struct RecognisedTemplate: Sendable, Hashable {
  /// The template's id.
  public var id: String
  /// What speaks for it, in Chinese, strongest first; empty when nothing does and it is only the usual one.
  public var reasons: [String]
}

extension Form {
  /// The template that the form follows, told by its tree, columns, name, place and year.
  ///
  /// A template that the form names is not asked about: that is the caller's to look up.
  ///
  /// - Parameter templates: those at hand; only those of the form's kind are considered. Where nothing tells two of
  ///   them apart, the usual one wins, then the first.
  /// - Returns: `nil` when no template is of the form's kind.
  public func recognisedTemplate(among templates: [Template]) -> RecognisedTemplate? {
    let candidates = templates.filter { $0.kind == kind }.map { Resemblance(of: self, to: $0) }
    let best = candidates.max { a, b in
      (a.points, a.isUsual ? 1 : 0) < (b.points, b.isUsual ? 1 : 0)
    }
    return best.map { RecognisedTemplate(id: $0.id, reasons: $0.reasons) }
  }
}

/// How much a form looks like one of a template's.
///
/// The tree counts most: a level the template does not have cannot be printed on its form. Place and year only
/// tell templates of the same tree apart; a mark that the form does not bear speaks against the template.
private struct Resemblance {
  let id: String
  let isUsual: Bool
  private(set) var points = 0
  private(set) var reasons: [String] = []

  init(of form: Form, to template: Template) {
    id = template.id
    isUsual = template.marks.isUsual
    judgeTree(form, template)
    judgeColumns(form, template)
    judgeTitle(form, template.marks)
    judgePlace(form, template.marks)
    judgeYear(form, template.marks)
  }

  private mutating func judgeTree(_ form: Form, _ template: Template) {
    var rows: [Level: Int] = [:]
    for row in form.indicators where !row.level1.isEmpty {
      rows[Level(first: row.level1, second: row.level2), default: 0] += 1
    }
    let count = rows.values.reduce(0, +)
    guard count > 0 else { return }
    let known = rows.reduce(0) { $0 + (template.has($1.key) ? $1.value : 0) }
    // A form prints the names of its own tree, not the other names for them.
    let exact = rows.reduce(0) { sum, entry in
      sum + (template.levels.contains { $0.name == entry.key.first } ? entry.value : 0)
    }
    points += 100 * known / count + 10 * exact / count
    if known == count { reasons.append(Messages.sameTree) }
  }

  private mutating func judgeColumns(_ form: Form, _ template: Template) {
    let foreign = [IndicatorColumn.target, .actual, .score].filter { column in
      !template.columns.contains { $0.column == column } && form.indicators.contains { $0[column] != nil }
    }
    points -= 20 * foreign.count
  }

  private mutating func judgeTitle(_ form: Form, _ marks: TemplateMarks) {
    guard !marks.titles.isEmpty, let title = form[.title].map(foldedWithoutSpace) else { return }
    if marks.titles.contains(where: { foldedWithoutSpace($0) == title }) {
      points += 20
      reasons.append(Messages.sameTitle(title))
    } else {
      points -= 10
    }
  }

  private mutating func judgePlace(_ form: Form, _ marks: TemplateMarks) {
    guard !marks.units.isEmpty else { return }
    let units = (form[.department] ?? "") + (form[.implementingUnit] ?? "")
    if marks.units.allSatisfy(units.contains) {
      points += 5 * marks.units.count
      reasons.append(Messages.samePlace(marks.units))
    } else {
      points -= 20
    }
  }

  private mutating func judgeYear(_ form: Form, _ marks: TemplateMarks) {
    guard marks.firstYear != nil || marks.lastYear != nil, let year = form.year else { return }
    if year >= marks.firstYear ?? year, year <= marks.lastYear ?? year {
      points += 3
      reasons.append(Messages.sameYear(year))
    } else {
      points -= 3
    }
  }
}

/// The levels of a row.
private struct Level: Hashable {
  var first: String
  var second: String?
}

extension Template {
  fileprivate func has(_ level: Level) -> Bool {
    guard let first = self.level(foldedWithoutSpace(level.first)) else { return false }
    guard let second = level.second else { return first.levels.isEmpty }
    return first.levels.contains { $0.isNamed(foldedWithoutSpace(second)) }
  }
}
