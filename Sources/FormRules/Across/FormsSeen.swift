import FormModel

/// The forms read so far, as traces: what a form has in common with those before it.
///
/// The same forms in the same order give the same answers. Work and memory grow with the sentences and rows alone: of
/// what stands in many forms, only the first few are looked at.
public struct FormsSeen: Sendable {
  private struct Form {
    var other: Likeness.Other
    var plainProject: Int
    var rows: [FormTrace.Row]
  }

  /// The forms that have a text, the first few of them; most texts stand in one.
  private struct Holders {
    let first: Int
    private(set) var others: [Int] = []

    init(_ form: Int) { first = form }

    /// Forms come in their order, each perhaps several times.
    mutating func add(_ form: Int) {
      if others.count < FormsSeen.mostForms - 1, form != others.last ?? first { others.append(form) }
    }
  }

  /// The forms of each text, by its number among forms of one kind.
  private struct Index {
    private var texts = NumberIndex()
    private var holders: [Holders] = []

    mutating func add(_ form: Int, for text: Int) {
      let (place, isNew) = texts.insert(text)
      if isNew { holders.append(Holders(form)) } else { holders[place].add(form) }
    }

    func forEach(of text: Int, _ use: (Int) -> Void) {
      guard let place = texts.place(of: text) else { return }
      use(holders[place].first)
      holders[place].others.forEach(use)
    }
  }

  private var forms: [Form] = []
  private var identities = NumberIndex()
  /// The form of each identity.
  private var identified: [Int] = []
  private var sentences = Index()
  private var names = Index()
  /// Rows of one name and department that have a unit.
  private var measured = NumberIndex()
  private var units: [(unit: String, form: Int)] = []
  private var notes = NotesSeen()

  /// What stands in more forms than these says nothing about any two of them.
  private static let mostForms = 8

  public init() {}

  /// Compares a form with those before it and takes it in.
  ///
  /// - Parameter file: how findings name the form: `汇编.xlsx#3`.
  public mutating func add(_ trace: FormTrace, named file: String) -> Likeness {
    var likeness = Likeness()
    if let earlier = identities.place(of: trace.identity) {
      likeness.same = forms[identified[earlier]].other
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
      sentences.forEach(of: trace.key(sentence.text)) { shared[$0, default: 0] += sentence.length }
    }
    guard let most = most(shared, for: trace) else { return nil }
    let length = goal.sentences.reduce(0) { $0 + $1.length }
    return Likeness.Goal(field: goal.field, other: forms[most.form].other, shared: most.count, length: length)
  }

  private func rows(of trace: FormTrace) -> Likeness.Rows? {
    var shared: [Int: Int] = [:]
    for row in trace.rows { names.forEach(of: trace.key(row.name)) { shared[$0, default: 0] += 1 } }
    guard let most = most(shared, for: trace) else { return nil }
    let other = forms[most.form]
    var (targets, own) = ([Int](), NumberIndex())
    for row in other.rows where own.insert(row.name).isNew { targets.append(row.target) }
    var (alike, same) = (0, 0)
    for row in trace.rows {
      guard let place = own.place(of: row.name) else { continue }
      alike += 1
      if targets[place] == row.target { same += 1 }
    }
    return Likeness.Rows(other: other.other, names: alike, targets: same, count: trace.rows.count)
  }

  /// The form of another project with which most is shared; of several the first.
  private func most(_ shared: [Int: Int], for trace: FormTrace) -> (form: Int, count: Int)? {
    var most: (form: Int, count: Int)?
    for (form, count) in shared where forms[form].plainProject != trace.plainProject {
      if let best = most, (best.count, form) >= (count, best.form) { continue }
      most = (form, count)
    }
    return most
  }

  private func otherUnits(in trace: FormTrace) -> [Likeness.Unit] {
    var found: [Likeness.Unit] = []
    for (index, row) in trace.rows.enumerated() {
      guard let unit = row.unit, let place = measured.place(of: trace.key(row.name, of: trace.department)),
        units[place].unit != unit
      else { continue }
      let other = forms[units[place].form].other
      found.append(Likeness.Unit(row: index, unit: unit, otherUnit: units[place].unit, other: other))
    }
    return found
  }

  // MARK: Taking in

  private mutating func take(_ trace: FormTrace, named file: String) {
    let number = forms.count
    forms.append(
      Form(
        other: Likeness.Other(file: file, project: trace.project), plainProject: trace.plainProject,
        rows: trace.rows))
    if identities.insert(trace.identity).isNew { identified.append(number) }
    for goal in trace.goals {
      for sentence in goal.sentences { sentences.add(number, for: trace.key(sentence.text)) }
    }
    for row in trace.rows {
      names.add(number, for: trace.key(row.name))
      guard let unit = row.unit else { continue }
      if measured.insert(trace.key(row.name, of: trace.department)).isNew { units.append((unit, number)) }
    }
  }
}

extension FormTrace {
  /// The number of a text among forms of one kind and, for units, one department.
  fileprivate func key(_ text: Int, of owner: Int = 0) -> Int {
    text ^ (owner &* 31) ^ (kind == .target ? 0x2545_F491 : 0)
  }
}
