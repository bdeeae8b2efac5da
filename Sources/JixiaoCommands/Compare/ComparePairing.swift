import ChineseText
import FormModel

/// A form that takes part in a comparison.
struct ComparedSource: Sendable {
  /// The file, as people name it.
  var file: String
  /// Which form of the file, from 1; `nil` where the file holds one.
  var number: Int?
  var read: LocatedForm

  var name: String { number.map { "\(file)#\($0)" } ?? file }
}

extension ComparedSource {
  /// The forms of a source, numbered where there are several.
  static func all(in outcome: SourceReader.Outcome) -> [ComparedSource] {
    let source = outcome.source
    let isOnly = outcome.forms.count == 1
    return outcome.forms.enumerated().map { index, read in
      ComparedSource(file: source.shownPath, number: source.number ?? (isOnly ? nil : index + 1), read: read)
    }
  }
}

/// Which approved form goes with which self-evaluation: by project, unit and year.
struct ComparePairing {
  /// Indices of approved form and self-evaluation, in the order of the self-evaluations.
  private(set) var pairs: [(approved: Int, evaluated: Int)] = []
  private(set) var approvedLeft: [Int]
  private(set) var evaluatedLeft: [Int]

  /// One form on each side is a pair whatever it says; of many, those with the same project, unit and year, then
  /// those that agree in less and are the only ones.
  init(_ approved: [ComparedSource], _ evaluated: [ComparedSource]) {
    approvedLeft = Array(approved.indices)
    evaluatedLeft = Array(evaluated.indices)
    if approved.count == 1, evaluated.count == 1 {
      pairs = [(0, 0)]
      (approvedLeft, evaluatedLeft) = ([], [])
      return
    }
    let (before, after) = (approved.map { Identity($0.read.form) }, evaluated.map { Identity($0.read.form) })
    for key in Identity.keys { match(before.map(key), after.map(key)) }
    pairs.sort { $0.evaluated < $1.evaluated }
  }

  private mutating func match(_ before: [String?], _ after: [String?]) {
    let known = Dictionary(grouping: approvedLeft) { before[$0] ?? "" }
    let others = Dictionary(grouping: evaluatedLeft) { after[$0] ?? "" }
    var taken: Set<Int> = []
    var answered: Set<Int> = []
    for evaluated in evaluatedLeft {
      guard let key = after[evaluated], !key.isEmpty, others[key]?.count == 1, let found = known[key],
        found.count == 1
      else { continue }
      pairs.append((found[0], evaluated))
      taken.insert(found[0])
      answered.insert(evaluated)
    }
    approvedLeft.removeAll(where: taken.contains)
    evaluatedLeft.removeAll(where: answered.contains)
  }
}

/// What a form is known by.
private struct Identity {
  let project: String
  let unit: String
  let year: Int?

  init(_ form: Form) {
    project = foldedWithoutSpace(form[.project] ?? "")
    unit = foldedWithoutSpace(form[.implementingUnit] ?? form[.department] ?? "")
    year = form.year
  }

  /// Surest first; `nil` where a part is missing.
  static let keys: [@Sendable (Identity) -> String?] = [
    { $0.key(unit: true, year: true) }, { $0.key(unit: false, year: true) },
    { $0.key(unit: true, year: false) },
    { $0.key(unit: false, year: false) },
  ]

  private func key(unit needsUnit: Bool, year needsYear: Bool) -> String? {
    guard !project.isEmpty, !needsUnit || !unit.isEmpty, !needsYear || year != nil else { return nil }
    return [project, needsUnit ? unit : "", needsYear ? "\(year ?? 0)" : ""].joined(separator: "\u{1F}")
  }
}
