import FormModel

/// The forms read so far, as traces: what a form has in common with those before it.
///
/// The same forms in the same order give the same answers. Work and memory grow with the sentences and rows alone: of
/// what stands in many forms, only the first few are looked at.
public struct FormsSeen: Sendable {
  private struct Form {
    var other: Likeness.Other
    var plainProject: Int
    var rows: [Int: Int]
  }

  /// The number of a text among forms of one kind and, for units, one department. It is a hash already.
  private struct Key: Hashable {
    private let number: Int

    init(kind: FormKind, text: Int, owner: Int = 0) {
      number = text ^ (owner &* 31) ^ (kind == .target ? 0x2545_F491 : 0)
    }
  }

  /// The forms that have a text, the first few of them; most texts stand in one.
  private struct Holders {
    private var first: Int
    private var others: [Int] = []

    init(_ form: Int) { first = form }

    mutating func add(_ form: Int) {
      if others.count < FormsSeen.mostForms - 1 { others.append(form) }
    }

    var all: [Int] { [first] + others }
  }

  private var forms: [Form] = []
  private var identities: [Int: Int] = [:]
  private var sentences: [Key: Holders] = [:]
  private var names: [Key: Holders] = [:]
  private var units: [Key: (unit: String, form: Int)] = [:]
  private var notes = NotesSeen()

  /// What stands in more forms than these says nothing about any two of them.
  private static let mostForms = 8

  public init() {}

  /// Compares a form with those before it and takes it in.
  ///
  /// - Parameter file: how findings name the form: `汇编.xlsx#3`.
  public mutating func add(_ trace: FormTrace, named file: String) -> Likeness {
    var likeness = Likeness()
    if let earlier = identities[trace.identity] {
      likeness.same = forms[earlier].other
    } else {
      likeness.goals = trace.goals.compactMap { goal($0, of: trace) }
      likeness.rows = rows(of: trace)
      likeness.units = otherUnits(in: trace)
    }
    let form = Likeness.Other(file: file, project: trace.project)
    let copied = notes.add(trace.notes, of: trace.plainProject, form)
    if likeness.same == nil { likeness.notes = copied }
    take(trace, named: file)
    return likeness
  }

  // MARK: Looking

  private func goal(_ goal: FormTrace.Goal, of trace: FormTrace) -> Likeness.Goal? {
    var shared: [Int: Int] = [:]
    for sentence in goal.sentences {
      for form in sentences[Key(kind: trace.kind, text: sentence.text)]?.all ?? [] {
        shared[form, default: 0] += sentence.length
      }
    }
    guard let most = most(shared, for: trace) else { return nil }
    let length = goal.sentences.reduce(0) { $0 + $1.length }
    return Likeness.Goal(field: goal.field, other: forms[most.form].other, shared: most.count, length: length)
  }

  private func rows(of trace: FormTrace) -> Likeness.Rows? {
    var shared: [Int: Int] = [:]
    for row in trace.rows {
      for form in names[Key(kind: trace.kind, text: row.name)]?.all ?? [] { shared[form, default: 0] += 1 }
    }
    guard let most = most(shared, for: trace) else { return nil }
    let other = forms[most.form]
    let alike = trace.rows.filter { other.rows[$0.name] != nil }
    let same = alike.count { other.rows[$0.name] == $0.target }
    return Likeness.Rows(
      other: other.other, names: alike.count, targets: same, count: trace.rows.count)
  }

  /// The form of another project with which most is shared; of several the first.
  private func most(_ shared: [Int: Int], for trace: FormTrace) -> (form: Int, count: Int)? {
    if shared.isEmpty { return nil }
    return shared.filter { forms[$0.key].plainProject != trace.plainProject }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
      .map { ($0.key, $0.value) }
  }

  private func otherUnits(in trace: FormTrace) -> [Likeness.Unit] {
    trace.rows.enumerated().compactMap { index, row in
      guard let unit = row.unit,
        let earlier = units[Key(kind: trace.kind, text: row.name, owner: trace.department)],
        earlier.unit != unit
      else { return nil }
      return Likeness.Unit(
        row: index, unit: unit, otherUnit: earlier.unit, other: forms[earlier.form].other)
    }
  }

  // MARK: Taking in

  private mutating func take(_ trace: FormTrace, named file: String) {
    let number = forms.count
    let rows = Dictionary(trace.rows.map { ($0.name, $0.target) }, uniquingKeysWith: { first, _ in first })
    forms.append(
      Form(
        other: Likeness.Other(file: file, project: trace.project), plainProject: trace.plainProject,
        rows: rows))
    if identities[trace.identity] == nil { identities[trace.identity] = number }
    for sentence in Set(trace.goals.flatMap(\.sentences).map(\.text)) {
      Self.note(number, for: Key(kind: trace.kind, text: sentence), in: &sentences)
    }
    for name in rows.keys { Self.note(number, for: Key(kind: trace.kind, text: name), in: &names) }
    for row in trace.rows {
      let key = Key(kind: trace.kind, text: row.name, owner: trace.department)
      if let unit = row.unit, units[key] == nil { units[key] = (unit, number) }
    }
  }

  private static func note(_ form: Int, for key: Key, in index: inout [Key: Holders]) {
    if index[key]?.add(form) == nil { index[key] = Holders(form) }
  }
}
