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
    for row in scope.rows where !scope.context.rows[row].kinds.intersects(Self.unsaid) {
      guard let target = scope.form.indicators[row].target,
        let values = problem(scope.table.name(row), target, &verdict)
      else { continue }
      verdict.hit(
        Hit(.indicator(row, .target), found: target.text, expected: values["wanted"], values: values))
    }
    return verdict
  }

  private static let unsaid = ValueKinds([MeaningKind.blank, .placeholder])

  private func problem(
    _ facts: PlainText, _ target: TargetValue, _ verdict: inout Verdict
  ) -> [String: String]? {
    if bracketUnits, let unit = bracketUnit(facts), let own = target.meaning.unit {
      verdict.look()
      if !isSame(own, unit) { return ["word": unit.text, "wanted": unit.text] }
    }
    guard let known = expectations.value, let end = known.endings.longest(in: facts.stem) else { return nil }
    let expectation = known.list[end.group]
    verdict.look()
    let meaning = target.meaning
    guard !expectation.fits(meaning, before: end.before) else { return nil }
    return [
      "word": end.text, "sign": ComparatorWord(meaning)?.rawValue ?? "", "wanted": expectation.wanted,
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
private struct Expectations: Sendable {
  /// By group of the list.
  var list: [Expectation] = []
  var endings: NameEndings

  init(_ vocabulary: Vocabulary, tails: [String], reading: RuleReading, mark: YAMLMark) throws(YAMLError) {
    var lists: [String: WordList] = [:]
    for group in vocabulary.groups {
      list.append(try Expectation(group.fields, lists: &lists, reading: reading, mark: mark))
    }
    endings = NameEndings(vocabulary.groups.map(\.words), tails: tails)
  }
}

/// What a word at the end of a name says about the target.
private struct Expectation: Sendable {
  var notSigns: Set<ComparatorWord> = []
  var notUnits: Set<UnitWord> = []
  var notMeanings: Set<MeaningKind> = []
  var bases: Set<String> = []
  /// Words before the ending that make the word say something else.
  var unless: WordList?
  var wanted = ""
  var better = ""

  private static let names = [
    "not-signs", "not-units", "not-meanings", "bases", "unless", "wanted", "better",
  ]

  /// - Parameter fields: the fields of a word; lists are written with blanks.
  init(
    _ fields: [String: String], lists: inout [String: WordList], reading: RuleReading, mark: YAMLMark
  ) throws(YAMLError) {
    for (key, text) in fields {
      switch key {
      case "not-signs": notSigns = try Self.words(text, key, mark)
      case "not-units": notUnits = try Self.words(text, key, mark)
      case "not-meanings": notMeanings = try Self.words(text, key, mark)
      case "bases": bases = Set(text.split(separator: " ").map(String.init))
      case "wanted": wanted = text
      case "better": better = text
      case "unless":
        if lists[text] == nil {
          lists[text] = try reading.words(YAMLNode(.scalar(text, quoted: true), at: mark), of: key)
        }
        unless = lists[text]
      default: throw YAMLError(.unknownKey(key, allowed: Self.names), at: mark)
      }
    }
  }

  private static func words<Word: RawRepresentable & CaseIterable & Hashable>(
    _ text: String, _ key: String, _ mark: YAMLMark
  ) throws(YAMLError) -> Set<Word> where Word.RawValue == String {
    var found: Set<Word> = []
    for part in text.split(separator: " ").map(String.init) {
      guard let word = Word(rawValue: part) else {
        throw YAMLError(.unknownValue(part, key: key, allowed: Word.allCases.map(\.rawValue)), at: mark)
      }
      found.insert(word)
    }
    return found
  }

  func fits(_ meaning: TargetValue.Meaning, before: @autoclosure () -> String) -> Bool {
    if let unless, unless.match(in: before()) != nil { return true }
    if notMeanings.contains(MeaningKind(meaning)) { return false }
    if let sign = ComparatorWord(meaning), notSigns.contains(sign) { return false }
    if let unit = UnitWord(meaning), notUnits.contains(unit) { return false }
    guard !bases.isEmpty, let unit = meaning.unit, !unit.base.isEmpty else { return true }
    return bases.contains(unit.counted)
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
  fileprivate var counted: String { String(base.prefix { $0 != "/" }) }
}
