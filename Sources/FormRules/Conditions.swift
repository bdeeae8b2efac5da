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
  private var meanings: Set<MeaningKind> = []
  private var comparators: [ComparatorWord] = []
  private var units: [UnitWord] = []
  private var blankCells: [IndicatorColumn] = []
  private var isEmpty = true

  init() {}

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    level1 = try parameters.texts("level1")
    level2 = try parameters.texts("level2")
    nameWords = try parameters.words("name-words")
    nameWithout = try parameters.words("name-without")
    targetWords = try parameters.words("target-words")
    targetWithout = try parameters.words("target-without")
    meanings = Set(try parameters.choices("meaning", of: MeaningKind.self))
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
    let firsts = level1.compactMap(context.levels.first)
    let seconds = level2.flatMap(context.levels.seconds(named:))
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

  private func hasWords(_ facts: RowFacts) -> Bool {
    if let nameWords, nameWords.match(in: facts.name, stem: facts.stem) == nil { return false }
    if let nameWithout, nameWithout.match(in: facts.name, stem: facts.stem) != nil { return false }
    if let targetWords, targetWords.match(in: facts.target) == nil { return false }
    if let targetWithout, targetWithout.match(in: facts.target) != nil { return false }
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
    guard hasWords(context), hasPlaces(context), fitsTemplate(context) else { return .no }
    if let isMultiYear {
      guard let own = context.isMultiYear else { return .unclear(Messages.missingDates) }
      return own == isMultiYear ? .yes : .no
    }
    return .yes
  }

  private func hasWords(_ context: FormContext) -> Bool {
    if let projectWords, projectWords.match(in: context.project) == nil { return false }
    if let projectWithout, projectWithout.match(in: context.project) != nil { return false }
    if let formWords, formWords.match(in: context.story) == nil { return false }
    if let formWithout, formWithout.match(in: context.story) != nil { return false }
    guard !projectKinds.isEmpty else { return true }
    return context.template.projectKinds.contains { kind in
      projectKinds.contains(kind.name) && kind.words.contains(where: context.project.contains)
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

  private func hasRows(_ level: String, _ context: FormContext) -> Bool {
    if let first = context.levels.first(level), context.rows.contains(where: { $0.level1 == first }) {
      return true
    }
    let seconds = context.levels.seconds(named: level)
    return context.rows.contains { $0.level2.map(seconds.contains) ?? false }
  }

  private func fitsTemplate(_ context: FormContext) -> Bool {
    templateLevels.isEmpty
      || templateLevels.contains {
        context.levels.first($0) != nil || !context.levels.seconds(named: $0).isEmpty
      }
  }
}
