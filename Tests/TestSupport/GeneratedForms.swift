import FormModel

/// Random but well-formed forms of both kinds, with the texts that file formats stumble over. No text is
/// empty, since a blank cell is no value.
public struct GeneratedForms {
  public var random: SplitMix64
  /// Template ids to choose from; `nil` is always among them.
  public var templates: [String]

  public init(seed: UInt64, templates: [String] = []) {
    random = SplitMix64(seed: seed)
    self.templates = templates
  }

  public mutating func form() -> Form {
    var form = Form(kind: random.one(in: 2) ? .target : .selfEvaluation)
    form.template = random.one(in: 2) || templates.isEmpty ? nil : random.pick(templates)
    form.family = maybe { $0.line() }
    for key in FieldKey.standard where !random.one(in: 3) { form[key] = value(of: key) }
    if form.kind == .selfEvaluation || random.one(in: 8) { form.budget = budget() }
    form.indicators = indicators()
    form.emptyLevels = list(4) { $0.random.pick(GeneratedTexts.levels) }
    form.suppressions = list(3) { $0.suppression() }
    return form
  }

  private mutating func value(of key: FieldKey) -> String {
    if key == .year, !random.one(in: 4) { return random.pick(["2027", "2026", "２０２７", "2027年", "0027"]) }
    let isLong = key.group == "goals" || key.group == "narrative"
    return isLong && !random.one(in: 3) ? paragraphs() : line()
  }

  private mutating func budget() -> [BudgetLine] {
    var lines = BudgetLine.standardLines
    if random.one(in: 3) { lines.shuffle(using: &random) }
    if random.one(in: 6) { lines.append(random.pick(["total", "其中：上级补助", "a: b"])) }
    return lines.prefix(Int.random(in: 0...lines.count, using: &random)).map { name in
      var line = BudgetLine(line: name)
      for column in BudgetLine.Column.allCases where !random.one(in: 4) { line[column] = number() }
      return line
    }
  }

  // MARK: Rows

  private mutating func indicators() -> [Indicator] {
    let count = Int.random(in: 0...(random.one(in: 10) ? 40 : 8), using: &random)
    let hasLevel2 = !random.one(in: 5)
    var rows = (0..<count).map { _ in indicator(hasLevel2: hasLevel2 || random.one(in: 9)) }
    if random.one(in: 3) { return rows }
    rows.sort { ($0.level1, $0.level2 ?? "") < ($1.level1, $1.level2 ?? "") }
    return rows
  }

  private mutating func indicator(hasLevel2: Bool) -> Indicator {
    let level1 = random.one(in: 20) ? line() : random.pick(GeneratedTexts.firstLevels)
    let level2 = random.one(in: 20) ? line() : random.pick(GeneratedTexts.levels)
    var row = Indicator(level1: level1, level2: hasLevel2 ? level2 : nil, level3: name())
    row.target = maybe { TargetValue($0.line()) }
    row.weight = maybe { Score($0.number()) }
    if random.one(in: 2) {
      row.actual = maybe { TargetValue($0.line()) }
      row.score = maybe { Score($0.number()) }
      row.note = maybe { $0.random.one(in: 4) ? $0.paragraphs() : $0.line() }
    }
    if random.one(in: 8) { row.level1Weight = Score(number()) }
    let details: [IndicatorColumn] = [.explanation, .formula, .valueBasis, .dataSource, .scoringRule]
    for column in details where random.one(in: 6) { row[column] = line() }
    return row
  }

  /// A row's name; some are alike.
  public mutating func name() -> String {
    random.one(in: 3) ? random.pick(GeneratedTexts.names) : line()
  }

  private mutating func suppression() -> Suppression {
    Suppression(
      rule: random.pick(["vague-target", "weight-sum"]), path: maybe { $0.line() }, reason: line(),
      person: maybe { $0.line() }, until: random.one(in: 2) ? "2027-12-31" : nil)
  }

  // MARK: Texts

  /// A text of one or more pieces; seldom with a line break or an invisible character.
  public mutating func line() -> String {
    if random.one(in: 2) { return random.pick(GeneratedTexts.whole) }
    let count = Int.random(in: 1...4, using: &random)
    return (0..<count).map { _ in random.pick(GeneratedTexts.pieces) }.joined()
  }

  private mutating func paragraphs() -> String {
    let count = Int.random(in: 1...4, using: &random)
    let text = (0..<count).map { _ in line() }.joined(separator: random.one(in: 4) ? "\n\n" : "\n")
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return text + "\n"
    case 1: return "\n" + text
    case 2: return "  " + text
    case 3: return text + "\n\n"
    case 4: return text + " \n" + text
    case 5: return text + "\r\n" + text
    default: return text
    }
  }

  private mutating func number() -> String {
    random.pick(["10", "4.50", "-", "—", "0", "178,705,000.00", "53.38%", "１０", "010", "-5", "1e3", "100.00"])
  }

  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? { random.one(in: 3) ? nil : make(&self) }

  private mutating func list<T>(_ most: Int, _ make: (inout Self) -> T) -> [T] {
    let count = random.one(in: 2) ? 0 : Int.random(in: 0...most, using: &random)
    return (0..<count).map { _ in make(&self) }
  }
}

/// Words of generated forms.
enum GeneratedTexts {
  static let firstLevels = ["产出指标", "效益指标", "满意度指标", "成本指标", "投入与管理", "yes", "a: b"]
  static let levels = ["数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "服务对象满意度指标", "~", "null"]
  static let names = ["自助借还设备布设数量", "读者满意度", "设备完好率", "办事时限压缩率", "=100%", "# 一"]
  /// Texts that mean something to a format when they stand alone.
  static let whole = [
    "=100%", "-5%", "yes", "010", "12:30", "~", "null", "Null", "true", "≥6台", ">=90%", "<=4小时", "- 列表", "-",
    "—", "---", "...", "2027-01-01", "1,280,000.00", "1280000.00", "0x1F", "1_000", ".5", "1e3", "+5", "{甲}",
    "[乙]",
    "#号", "甲 # 乙", "甲: 乙", "甲:", "：甲", "键：值", "\"引\"", "'引'", "“引”", "\\n", "@甲", "`甲`", "%甲", "!甲", "&甲",
    "*甲", "|", ">", "?", "? 甲", " 前空", "后空 ", "\u{3000}全角空", "😀", "👨‍👩‍👧", "e\u{301}", "１２３", "\t甲", "甲\t乙",
    "甲\r乙", "\u{0}甲", "甲\u{7F}", "\u{FEFF}甲", "甲\u{2028}乙", "甲\u{85}乙", "\u{1B}[31m红", "甲\n乙", "\n", " ", "𠮷",
    "\u{FFFF}", "{合计: 1}", "a,b", "《办法》（2021）101号", "豈", "https://例.中国/a#b", "<<", "=",
  ]
  static let pieces = [
    "图书馆", "服务", "≥", "100%", ": ", " #", "\"", "'", "\\", "：", "，", "。", " ", "\u{3000}", "😀", "10", "-",
    "{", "}",
    "[", "]", ",", "#", "&", "*", "|", ">", "~", "（个）", "工作日", "万条", "\t", "%", "@", "=", "A", "é",
  ]
}
