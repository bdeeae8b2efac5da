import ChineseText
import FoundationEssentials

/// Reads one number with its comparison and unit, a range of two, or a service window.
///
/// Whatever is printed beside them must be plain words; anything left over, and any contradiction,
/// makes the text no quantity.
struct TargetValueQuantities {
  private var scanner: TargetValueScanner
  private var comparator: Comparator?
  private var isContradictory = false
  /// `年` in `每年≥2次`.
  private var period: String?

  private struct Measure {
    var value: Decimal
    var unit: MeasureUnit?
  }

  static func meaning(in scalars: [UInt32]) -> TargetValue.Meaning? {
    var reader = TargetValueQuantities(scanner: TargetValueScanner(scalars))
    return reader.read()
  }

  private init(scanner: TargetValueScanner) { self.scanner = scanner }

  private mutating func read() -> TargetValue.Meaning? {
    readOpening()
    let isMoney = takeMoneySign()
    if isGap { return .placeholder }
    if let window = readWindow() { return window }
    guard var first = readMeasure() else { return nil }
    if let range = readRange(from: first) { return range }
    readClosing(unit: first.unit)
    guard scanner.isAtEnd, !isContradictory else { return nil }
    if isMoney, !Self.addYuan(to: &first) { return nil }
    return quantity(first)
  }

  private func quantity(_ measure: Measure) -> TargetValue.Meaning? {
    var unit = measure.unit
    if let period {
      guard let printed = unit, !printed.text.contains("/") else { return nil }
      unit = printed.divided(by: period)
    }
    return .quantity(.init(comparator: comparator, value: measure.value, unit: unit))
  }

  // MARK: Before the number

  private mutating func readOpening() {
    while true {
      if let found = scanner.take(TargetValueWords.comparators) {
        add(found)
      } else if scanner.take(TargetValueWords.plain) == nil, !takePeriod() {
        return
      }
    }
  }

  private mutating func takePeriod() -> Bool {
    let start = scanner.index
    guard period == nil, scanner.take("每"), let found = scanner.take(TargetValueWords.periods) else {
      scanner.index = start
      return false
    }
    period = found
    return true
  }

  private mutating func add(_ found: Comparator) {
    if let comparator, comparator != found { isContradictory = true }
    comparator = found
  }

  private static let moneySigns = PhraseTable(words: "¥ 人民币 RMB CNY")

  private mutating func takeMoneySign() -> Bool { scanner.take(Self.moneySigns) != nil }

  /// `¥` says 元 where no unit, or only 万 or 亿, is printed.
  private static func addYuan(to measure: inout Measure) -> Bool {
    guard let unit = measure.unit else {
      measure.unit = MeasureUnit(printed: "元")
      return true
    }
    if unit.base.isEmpty { measure.unit = MeasureUnit(printed: unit.text + "元") }
    return measure.unit?.kind == .money
  }

  /// Whether a single X, `*` or `_` stands where the number should: `≥X%`.
  private var isGap: Bool {
    guard [0x58, 0x78, 0x2A, 0x5F].contains(scanner.next) else { return false }
    let rest = scanner.scalars[(scanner.index + 1)...]
    return rest.isEmpty
      || MeasureUnitReader.known(rest.filter { $0 != 0x28 && $0 != 0x29 }[...]) != nil
  }

  // MARK: The number

  private mutating func readMeasure() -> Measure? {
    if let share = scanner.take(TargetValueWords.fractions) {
      guard let value = scanner.number() ?? scanner.numberInWords() ?? hundred() else { return nil }
      return Measure(value: value, unit: MeasureUnit(printed: share))
    }
    if let value = scanner.number() {
      var reader = MeasureUnitReader(scanner: scanner)
      guard let unit = reader.read(onlyKnown: false) else { return nil }
      scanner = reader.scanner
      return Measure(value: value, unit: unit.unit)
    }
    return readMeasureInWords()
  }

  /// `三次`, `两万`; a numeral with any other word (`一致`, `三好`) is a word.
  private mutating func readMeasureInWords() -> Measure? {
    if scanner.next == 0x767E, takeHundredPercent() {
      return Measure(value: 100, unit: MeasureUnit(printed: "%"))
    }
    let start = scanner.index
    guard let value = scanner.numberInWords() else { return nil }
    let hasPlaces = scanner.index - start > 1
    var reader = MeasureUnitReader(scanner: scanner)
    guard let unit = reader.read(onlyKnown: true), unit.unit != nil || hasPlaces || reader.isAtRangeSign
    else { return nil }
    scanner = reader.scanner
    return Measure(value: value, unit: unit.unit)
  }

  private static let hundredPercent = PhraseTable(words: "百分百")

  private mutating func takeHundredPercent() -> Bool { scanner.take(Self.hundredPercent) != nil }

  /// 百 alone, as in 百分之百.
  private mutating func hundred() -> Decimal? { scanner.take("百") ? 100 : nil }

  // MARK: A second number

  private mutating func readRange(from first: Measure) -> TargetValue.Meaning? {
    let start = scanner.index
    guard scanner.take(TargetValueWords.rangeSigns) != nil, let second = readMeasure() else {
      scanner.index = start
      return nil
    }
    _ = scanner.skip(TargetValueWords.plainAfter)
    guard scanner.isAtEnd, comparator == nil, period == nil, first.value <= second.value,
      first.unit == nil || first.unit == second.unit, !Self.looksLikeDates(first, second)
    else {
      scanner.index = start
      return nil
    }
    return .range(lower: first.value, upper: second.value, unit: second.unit)
  }

  /// `2023-2024年` and `10-12月` are times.
  private static func looksLikeDates(_ first: Measure, _ second: Measure) -> Bool {
    let years = Decimal(1900)...Decimal(2100)
    if second.unit == nil || second.unit?.text == "年" {
      return years.contains(first.value) && years.contains(second.value)
    }
    return ["月", "日", "月份"].contains(second.unit?.text)
  }

  /// `7*24小时`: so many hours a week.
  private mutating func readWindow() -> TargetValue.Meaning? {
    let start = scanner.index
    guard let days = scanner.integer(length: 1...2), takeTimesSign(),
      let hours = scanner.integer(length: 1...2), isWindow(days, hours)
    else {
      scanner.index = start
      return nil
    }
    _ = scanner.skip(TargetValueWords.service)
    guard scanner.isAtEnd, comparator == nil || comparator == .equal, period == nil else {
      scanner.index = start
      return nil
    }
    let unit = MeasureUnit(text: "小时/周", base: "秒/周", factor: 3600)
    return .quantity(.init(comparator: nil, value: Decimal(days * hours), unit: unit))
  }

  private mutating func takeTimesSign() -> Bool {
    _ = scanner.take("天")
    return scanner.take("*") || scanner.take("x") || scanner.take("X")
  }

  private static let hours = PhraseTable(words: "小时 (小时) h H 个小时")

  private mutating func isWindow(_ days: Int, _ hours: Int) -> Bool {
    if scanner.take(Self.hours) != nil { return (1...7).contains(days) && (1...24).contains(hours) }
    return (days == 7 && hours == 24) || (days == 5 && hours == 8)
  }

  // MARK: After the number

  private mutating func readClosing(unit: MeasureUnit?) {
    while !scanner.isAtEnd {
      if scanner.take(TargetValueWords.plainAfter) != nil { continue }
      if scanner.next == 0x5185, unit?.kind != .time { return }
      guard let found = scanner.take(TargetValueWords.comparatorsAfter) else { return }
      add(found)
    }
  }
}
