import ChineseText
import FormModel
import YAMLText

/// `agreement`: the target fits what the end of the row's name says it measures.
///
/// A Chinese name ends in what it is about: 投诉办结率 is a rate of handling, not a complaint. So the longest
/// word that ends the name decides, of `by` alone or with one of `tails` behind it.
struct AgreementCheck: Check {
  static let kind = "agreement"
  /// `{word}`: the end of the name; `{sign}`: the sign of the target; `{wanted}`: what should stand there;
  /// `{better}`: the word's field of that name.
  static let placeholders = ["word", "sign", "wanted", "better"]

  /// A form without rows needs none of them.
  private let expectations: OnDemand<Expectations>
  private let bracketUnits: Bool
  private let anyUnit: [String]

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    let tails = try parameters.texts("tails")
    bracketUnits = try parameters.flag("bracket-units")
    anyUnit = try parameters.texts("any-unit")
    let mark = parameters.mark
    guard let vocabulary = try parameters.vocabulary("by") else {
      throw YAMLError(.missingKey("by"), at: mark)
    }
    let reading = parameters.reading
    guard vocabulary.isDecoded else {
      // One of the bundled lists, which are known to be right.
      expectations = OnDemand { try? Expectations(vocabulary, tails: tails, reading: reading, mark: mark) }
      return
    }
    let known = try Expectations(vocabulary, tails: tails, reading: reading, mark: mark)
    expectations = OnDemand { known }
  }

  var isAboutRows: Bool { true }
  var needsRows: Bool { true }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let table = scope.table
    for row in scope.rows where !table.facts[row].kinds.intersects(Self.unsaid) {
      guard let values = problem(row, table, scope.context.form.indicators, &verdict) else { continue }
      let found = table.cell(row, .target)
      verdict.hit(Hit(.indicator(row, .target), found: found, expected: values["wanted"], values: values))
    }
    return verdict
  }

  private static let unsaid = ValueKinds([MeaningKind.blank, .placeholder])

  private func problem(
    _ row: Int, _ table: RowTable, _ rows: [Indicator], _ verdict: inout Verdict
  ) -> [String: String]? {
    let name = table.name(row)
    if bracketUnits, let unit = bracketUnit(name), let own = rows[row].target?.meaning.unit {
      verdict.look()
      if !isSame(own, unit) { return ["word": unit.text, "wanted": unit.text] }
    }
    guard let known = expectations.value, let end = known.endings.longest(in: name.stem) else { return nil }
    verdict.look()
    let expectation = known.list[end.group]
    guard !expectation.fits(rows[row].target, table.facts[row].kinds) else { return nil }
    if expectation.unless?.match(in: end.before) != nil { return nil }
    let sign = ComparatorWord(rows[row].target?.meaning)?.rawValue
    return [
      "word": end.text, "sign": sign ?? "", "wanted": expectation.wanted,
      "better": expectation.better,
    ]
  }

  /// The unit in brackets behind a name: 台 of `设备数量（台）`; `nil` for what is not surely a unit.
  private func bracketUnit(_ name: PlainText) -> MeasureUnit? {
    guard name.stem.utf8.count < name.text.utf8.count else { return nil }
    let rest = name.text.dropFirst(name.stem.count)
    guard rest.count > 2, let unit = MeasureUnit(printed: String(rest)), unit.kind != .other else {
      return nil
    }
    return unit
  }

  /// Whether two units count the same; those of `any-unit` count anything.
  private func isSame(_ a: MeasureUnit, _ b: MeasureUnit) -> Bool {
    a.counted == b.counted || [a.counted, b.counted].contains { $0.isEmpty || anyUnit.contains($0) }
  }
}

/// What the words of a list say about targets.
private final class Expectations: Sendable {
  /// By group of the list.
  let list: [Expectation]
  let endings: NameEndings

  init(_ vocabulary: Vocabulary, tails: [String], reading: RuleReading, mark: YAMLMark) throws(YAMLError) {
    var lists: [String: WordList] = [:]
    var list: [Expectation] = []
    for group in vocabulary.groups {
      list.append(try Expectation(group.fields, lists: &lists, reading: reading, mark: mark))
    }
    self.list = list
    endings = NameEndings(vocabulary.groups.map(\.words), tails: tails)
  }
}

/// What a word at the end of a name says about the target.
private final class Expectation: Sendable {
  /// Signs, units and meanings that do not fit.
  private let wrong: ValueKinds
  /// What may be counted; anything where there are none.
  private let bases: [String]
  /// Words before the ending that make the word say something else.
  let unless: WordList?
  let wanted: String
  let better: String

  private static let names = [
    "not-signs", "not-units", "not-meanings", "bases", "unless", "wanted", "better",
  ]

  /// - Parameter fields: the fields of a word; lists are written with blanks.
  init(
    _ fields: [String: String], lists: inout [String: WordList], reading: RuleReading, mark: YAMLMark
  ) throws(YAMLError) {
    var wrong = ValueKinds([MeaningKind]())
    var unless: WordList?
    for (key, text) in fields {
      switch key {
      case "not-signs": wrong.formUnion(ValueKinds(try Self.words(text, key, mark) as [ComparatorWord]))
      case "not-units": wrong.formUnion(ValueKinds(try Self.words(text, key, mark) as [UnitWord]))
      case "not-meanings": wrong.formUnion(ValueKinds(try Self.words(text, key, mark) as [MeaningKind]))
      case "bases", "wanted", "better": continue
      case "unless":
        if lists[text] == nil {
          lists[text] = try reading.words(YAMLNode(.scalar(text, quoted: true), at: mark), of: key)
        }
        unless = lists[text]
      default: throw YAMLError(.unknownKey(key, allowed: Self.names), at: mark)
      }
    }
    (self.wrong, self.unless) = (wrong, unless)
    bases = fields["bases"]?.split(separator: " ").map(String.init) ?? []
    wanted = fields["wanted"] ?? ""
    better = fields["better"] ?? ""
  }

  private static func words<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ key: String, _ mark: YAMLMark
  ) throws(YAMLError) -> [Word] where Word.RawValue == String {
    var found: [Word] = []
    for part in text.split(separator: " ").map(String.init) {
      guard let word = Word(rawValue: part) else {
        throw YAMLError(.unknownValue(part, key: key, allowed: Word.allCases.map(\.rawValue)), at: mark)
      }
      found.append(word)
    }
    return found
  }

  /// Whether a target is what the word leads to expect.
  func fits(_ target: TargetValue?, _ kinds: ValueKinds) -> Bool {
    if kinds.intersects(wrong) { return false }
    guard !bases.isEmpty, let unit = target?.meaning.unit, !unit.base.isEmpty else { return true }
    let counted = unit.counted
    return bases.contains { isSameBytes($0, counted) }
  }
}

extension TargetValue.Meaning {
  /// The unit of a quantity or range.
  fileprivate var unit: MeasureUnit? {
    switch self {
    case .quantity(let quantity): quantity.unit
    case .range(_, _, let unit): unit
    default: nil
    }
  }
}

extension MeasureUnit {
  /// What is counted, without the time or thing it is counted per: 次 of 次/年.
  fileprivate var counted: String {
    base.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(base[..<$0]) } ?? base
  }
}
