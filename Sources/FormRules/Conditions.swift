import ChineseText
import FormModel
import FoundationEssentials
import YAMLText

/// `when:` — which forms a rule speaks about, and which of their rows.
struct Conditions: Sendable {
  private var row = RowConditions()
  private var form = FormConditions()

  /// No conditions.
  init() {}

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    row = try RowConditions(&parameters)
    form = try FormConditions(&parameters)
  }

  /// Whether the form is spoken about.
  func applies(to context: FormContext) -> Applicability { form.applies(to: context) }

  /// The rows spoken about.
  func rows(in context: FormContext) -> [Int] { row.rows(in: context) }

  /// The same with the names of levels looked up once for a template.
  func resolved(_ levels: LevelNames) -> Conditions {
    var new = self
    new.row.resolve(levels)
    new.form.resolve(levels)
    return new
  }

  /// Whether rules with these conditions speak about forms of a template at all.
  func fits(_ levels: LevelNames) -> Bool { form.fits(levels) }
}

/// Whether a rule speaks about a form.
enum Applicability {
  case yes, no
  case unclear(String)
}

/// The conditions on a single row; all of them must hold.
struct RowConditions: Sendable {
  private var level1: [String] = []
  private var level2: [String] = []
  private var nameWords: WordList?
  private var nameWithout: WordList?
  private var targetWords: WordList?
  private var targetWithout: WordList?
  private var meanings: [MeaningKind] = []
  private var comparators: [ComparatorWord] = []
  private var units: [UnitWord] = []
  private var blankCells: [IndicatorColumn] = []
  private var isEmpty = true
  /// The numbers of both levels, once they are looked up.
  private var numbers: (first: [Int], second: [Int])?

  init() {}

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    level1 = try parameters.texts("level1")
    level2 = try parameters.texts("level2")
    nameWords = try parameters.words("name-words")
    nameWithout = try parameters.words("name-without")
    targetWords = try parameters.words("target-words")
    targetWithout = try parameters.words("target-without")
    meanings = try parameters.choices("meaning", of: MeaningKind.self)
    comparators = try parameters.choices("comparator", of: ComparatorWord.self)
    units = try parameters.choices("unit", of: UnitWord.self)
    for place in try parameters.places("row-blank", else: []) {
      if case .column(let column) = place { blankCells.append(column) }
    }
    isEmpty =
      level1.isEmpty && level2.isEmpty && nameWords == nil && nameWithout == nil && targetWords == nil
      && targetWithout == nil && meanings.isEmpty && comparators.isEmpty && units.isEmpty
      && blankCells.isEmpty
  }

  func rows(in context: FormContext) -> [Int] {
    if isEmpty { return context.allRows }
    if let nameWords, context.noName(has: nameWords) { return [] }
    let (firsts, seconds) = numbers ?? numbers(in: context.levels)
    return context.allRows.filter { index in
      let facts = context.rows[index]
      if !level1.isEmpty {
        guard let own = facts.level1, firsts.contains(own) else { return false }
      }
      if !level2.isEmpty {
        guard let own = facts.level2, seconds.contains(own) else { return false }
      }
      return hasMeaning(facts) && hasWords(facts)
        && blankCells.allSatisfy { isBlankText(context.form.indicators[index][$0]) }
    }
  }

  mutating func resolve(_ levels: LevelNames) { numbers = numbers(in: levels) }

  private func numbers(in levels: LevelNames) -> (first: [Int], second: [Int]) {
    (level1.compactMap(levels.first), level2.flatMap(levels.seconds(named:)))
  }

  private func hasWords(_ facts: RowFacts) -> Bool {
    if let nameWords, !nameWords.occurs(in: facts.text(.level3)) { return false }
    if let nameWithout, nameWithout.occurs(in: facts.text(.level3)) { return false }
    if let targetWords, !targetWords.occurs(in: facts.text(.target)) { return false }
    if let targetWithout, targetWithout.occurs(in: facts.text(.target)) { return false }
    return true
  }

  private func hasMeaning(_ facts: RowFacts) -> Bool {
    if !meanings.isEmpty, !meanings.contains(facts.meaning) { return false }
    if !comparators.isEmpty {
      guard let own = facts.sign, comparators.contains(own) else { return false }
    }
    if !units.isEmpty {
      guard let own = facts.unit, units.contains(own) else { return false }
    }
    return true
  }
}

/// The conditions on the form as a whole; all of them must hold.
struct FormConditions: Sendable {
  private var projectWords: WordList?
  private var projectWithout: WordList?
  private var projectKinds: [String] = []
  private var formWords: WordList?
  private var formWithout: WordList?
  private var isMultiYear: Bool?
  private var filled: [Place] = []
  private var blank: [Place] = []
  private var hasLevels: [String] = []
  private var lacksLevels: [String] = []
  private var templateLevels: [String] = []
  /// The numbers of levels that are asked about, once they are looked up.
  private var numbers: [String: LevelNumbers] = [:]

  /// What a name of a level stands for in a template.
  private struct LevelNumbers {
    var first: Int?
    var seconds: [Int]

    init(_ name: String, _ levels: LevelNames) {
      first = levels.first(name)
      seconds = levels.seconds(named: name)
    }
  }

  init() {}

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    projectWords = try parameters.words("project-words")
    projectWithout = try parameters.words("project-without")
    projectKinds = try parameters.texts("project-kinds")
    formWords = try parameters.words("form-words")
    formWithout = try parameters.words("form-without")
    if let node = try parameters.take("multi-year") {
      isMultiYear = try Self.flag(node, "multi-year")
    }
    filled = try parameters.places("filled", else: [])
    blank = try parameters.places("blank", else: [])
    hasLevels = try parameters.texts("has-level")
    lacksLevels = try parameters.texts("lacks-level")
    templateLevels = try parameters.texts("template-level")
  }

  private static func flag(_ node: YAMLNode, _ key: String) throws(YAMLError) -> Bool {
    switch try node.text(of: key) {
    case "true": return true
    case "false": return false
    case let other:
      throw YAMLError(.unknownValue(other, key: key, allowed: ["true", "false"]), at: node.mark)
    }
  }

  func applies(to context: FormContext) -> Applicability {
    guard hasWords(context), hasPlaces(context), fits(context.levels) else { return .no }
    if let isMultiYear {
      guard let own = context.isMultiYear else { return .unclear(Messages.missingDates) }
      return own == isMultiYear ? .yes : .no
    }
    return .yes
  }

  private func hasWords(_ context: FormContext) -> Bool {
    if let projectWords, !projectWords.occurs(in: context.projectText) { return false }
    if let projectWithout, projectWithout.occurs(in: context.projectText) { return false }
    if let formWords, !formWords.occurs(in: context.storyText) { return false }
    if let formWithout, formWithout.occurs(in: context.storyText) { return false }
    guard !projectKinds.isEmpty else { return true }
    return context.template.projectKinds.contains { kind in
      projectKinds.contains(kind.name) && kind.words.contains(where: context.projectText.text.contains)
    }
  }

  private func hasPlaces(_ context: FormContext) -> Bool {
    filled.allSatisfy { isFilled($0, context) } && !blank.contains { isFilled($0, context) }
      && (hasLevels.isEmpty || hasLevels.contains { hasRows($0, context) })
      && !lacksLevels.contains { hasRows($0, context) }
  }

  private func isFilled(_ place: Place, _ context: FormContext) -> Bool {
    switch place {
    case .field(let key): !isBlankText(context.form[key])
    case .column(let column): context.usedColumns.contains(column)
    }
  }

  mutating func resolve(_ levels: LevelNames) {
    for name in hasLevels + lacksLevels { numbers[name] = LevelNumbers(name, levels) }
  }

  private func hasRows(_ level: String, _ context: FormContext) -> Bool {
    let known = numbers[level] ?? LevelNumbers(level, context.levels)
    return context.rows.contains { row in
      row.level1 != nil && row.level1 == known.first || row.level2.map(known.seconds.contains) ?? false
    }
  }

  func fits(_ levels: LevelNames) -> Bool {
    templateLevels.isEmpty
      || templateLevels.contains { levels.first($0) != nil || !levels.seconds(named: $0).isEmpty }
  }
}
