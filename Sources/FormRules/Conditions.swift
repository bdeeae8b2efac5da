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
  func rows(in context: FormContext) -> RowSet { row.rows(in: context) }

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
  private var words: [Words] = []
  /// Of each set a row has one.
  private var kinds: [ValueKinds] = []
  private var blankCells: [IndicatorColumn] = []
  private var isEmpty = true
  /// The numbers of both levels, once they are looked up.
  private var numbers: (first: [Int], second: [Int])?

  init() {}

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    level1 = try parameters.texts("level1")
    level2 = try parameters.texts("level2")
    try take("name-words", of: .level3, isWanted: true, &parameters)
    try take("name-without", of: .level3, isWanted: false, &parameters)
    try take("target-words", of: .target, isWanted: true, &parameters)
    try take("target-without", of: .target, isWanted: false, &parameters)
    let meanings = try parameters.choices("meaning", of: MeaningKind.self)
    let signs = try parameters.choices("comparator", of: ComparatorWord.self)
    let units = try parameters.choices("unit", of: UnitWord.self)
    if !meanings.isEmpty { kinds.append(ValueKinds(meanings)) }
    if !signs.isEmpty { kinds.append(ValueKinds(signs)) }
    if !units.isEmpty { kinds.append(ValueKinds(units)) }
    for place in try parameters.places("row-blank", else: []) {
      if case .column(let column) = place { blankCells.append(column) }
    }
    isEmpty =
      level1.isEmpty && level2.isEmpty && words.isEmpty && kinds.isEmpty && blankCells.isEmpty
  }

  /// Words that a column must have, or must not have.
  private struct Words {
    var list: WordList
    var column: IndicatorColumn
    var isWanted: Bool
  }

  private mutating func take(
    _ key: String, of column: IndicatorColumn, isWanted: Bool, _ parameters: inout CheckParameters
  ) throws(YAMLError) {
    guard let list = try parameters.words(key) else { return }
    words.append(Words(list: list, column: column, isWanted: isWanted))
  }

  func rows(in context: FormContext) -> RowSet {
    let table = context.table
    guard !isEmpty else { return table.all }
    var rows = level1.isEmpty && level2.isEmpty ? table.all : rowsOfLevels(in: context, table)
    for kinds in kinds where !rows.isEmpty { rows = table.rows(rows, of: kinds) }
    for column in blankCells { rows = rows.subtracting(table.filled(column)) }
    for words in words where !rows.isEmpty {
      let having = table.rows(rows, having: words.list, in: words.column)
      rows = words.isWanted ? having : rows.subtracting(having)
    }
    return rows
  }

  private func rowsOfLevels(in context: FormContext, _ table: RowTable) -> RowSet {
    let (firsts, seconds) = numbers ?? numbers(in: context.levels)
    var rows = table.all
    if !level1.isEmpty {
      var some = RowSet()
      for number in firsts { some.formUnion(table.rows(ofFirst: number)) }
      rows = rows.intersection(some)
    }
    if !level2.isEmpty {
      var some = RowSet()
      for number in seconds { some.formUnion(table.rows(ofSecond: number)) }
      rows = rows.intersection(some)
    }
    return rows
  }

  mutating func resolve(_ levels: LevelNames) { numbers = numbers(in: levels) }

  private func numbers(in levels: LevelNames) -> (first: [Int], second: [Int]) {
    (level1.compactMap(levels.first), level2.flatMap(levels.seconds(named:)))
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
  /// Whether nothing is asked of a form.
  private var isEmpty = true
  /// What `has-level` and `lacks-level` name in a template, once it is looked up.
  private var numbers: (has: [LevelNumbers], lacks: [LevelNumbers])?

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
    isEmpty =
      [projectWords, projectWithout, formWords, formWithout].allSatisfy { $0 == nil } && projectKinds.isEmpty
      && isMultiYear == nil && filled.isEmpty && blank.isEmpty && hasLevels.isEmpty && lacksLevels.isEmpty
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
    if isEmpty { return .yes }
    guard hasWords(context), hasPlaces(context) else { return .no }
    if let isMultiYear {
      guard let own = context.isMultiYear else { return .unclear(Messages.missingDates) }
      return own == isMultiYear ? .yes : .no
    }
    return .yes
  }

  private func hasWords(_ context: FormContext) -> Bool {
    if let projectWords, !projectWords.occurs(in: context.projectText) { return false }
    if let projectWithout, projectWithout.occurs(in: context.projectText) { return false }
    if let formWords, !context.storyTexts.contains(where: formWords.occurs) { return false }
    if let formWithout, context.storyTexts.contains(where: formWithout.occurs) { return false }
    return projectKinds.isEmpty || context.projectKinds.contains(where: projectKinds.contains)
  }

  private func hasPlaces(_ context: FormContext) -> Bool {
    guard filled.allSatisfy({ isFilled($0, context) }), !blank.contains(where: { isFilled($0, context) })
    else { return false }
    guard !hasLevels.isEmpty || !lacksLevels.isEmpty else { return true }
    let (has, lacks) = numbers ?? numbers(in: context.levels)
    return (has.isEmpty || has.contains { hasRows($0, context) }) && !lacks.contains { hasRows($0, context) }
  }

  private func numbers(in levels: LevelNames) -> (has: [LevelNumbers], lacks: [LevelNumbers]) {
    (hasLevels.map { LevelNumbers($0, levels) }, lacksLevels.map { LevelNumbers($0, levels) })
  }

  private func isFilled(_ place: Place, _ context: FormContext) -> Bool {
    switch place {
    case .field(let key): !isBlankText(context.form[key])
    case .column(let column): context.isUsed(column)
    }
  }

  mutating func resolve(_ levels: LevelNames) {
    numbers = numbers(in: levels)
  }

  private func hasRows(_ known: LevelNumbers, _ context: FormContext) -> Bool {
    if let first = known.first, !context.table.rows(ofFirst: first).isEmpty { return true }
    return known.seconds.contains { !context.table.rows(ofSecond: $0).isEmpty }
  }

  func fits(_ levels: LevelNames) -> Bool {
    templateLevels.isEmpty
      || templateLevels.contains { levels.first($0) != nil || !levels.seconds(named: $0).isEmpty }
  }
}
