/// A section that prints a date or a time of day: `yyyy"年"m"月"d"日"`, `h:mm`, `[h]:mm:ss`.
struct DatePrinting {
  private let tokens: [NumberToken]

  init(_ tokens: [NumberToken]) { self.tokens = tokens }

  /// - Returns: `nil` for a number that is no date.
  func text(of number: PrintedDecimal, is1904: Bool) -> [UInt8]? {
    let digits = fractionDigits
    guard let date = SheetDate(number, is1904: is1904, secondDigits: digits) else { return nil }
    var text: [UInt8] = []
    var fraction = date.fraction
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let bytes): text += bytes
      case .point: text.append(UInt8(ascii: "."))
      case .comma: text.append(UInt8(ascii: ","))
      case .digit: if let digit = fraction.popFirst() { text.append(digit) }
      case .half(let before, let after): text += date.hour < 12 ? before : after
      case .elapsed(let letter, let count): text += padded(date.elapsed(letter), count)
      case .date(let letter, let count):
        text += part(
          letter == UInt8(ascii: "m") && isMinute(index) ? UInt8(ascii: "i") : letter, count, of: date)
      default: break
      }
    }
    return text
  }

  /// How many digits of a second are printed.
  private var fractionDigits: Int {
    min(3, tokens.count { if case .digit = $0 { true } else { false } })
  }

  private func part(_ letter: UInt8, _ count: Int, of date: SheetDate) -> [UInt8] {
    switch Unicode.Scalar(letter) {
    case "y": count <= 2 ? padded(date.year % 100, 2) : padded(date.year, 4)
    case "e": padded(date.year, 4)
    case "m": month(date.month, count)
    case "d": day(date, count)
    case "h": padded(isHalved ? (date.hour + 11) % 12 + 1 : date.hour, count)
    case "i": padded(date.minute, count)
    case "s": padded(date.second, count)
    default: Array(((count == 3 ? NumberFormatTable.week : NumberFormatTable.weekday) + weekday(date)).utf8)
    }
  }

  private func weekday(_ date: SheetDate) -> String { NumberFormatTable.weekdays[date.weekday] }

  private func month(_ month: Int, _ count: Int) -> [UInt8] {
    guard count > 2, (1...12).contains(month) else { return padded(month, count) }
    let name = NumberFormatTable.months[month - 1]
    return Array(count == 3 ? name.utf8.prefix(3) : count == 5 ? name.utf8.prefix(1) : name.utf8[...])
  }

  private func day(_ date: SheetDate, _ count: Int) -> [UInt8] {
    guard count > 2 else { return padded(date.day, count) }
    let name = NumberFormatTable.englishWeekdays[date.weekday].utf8
    return Array(count == 3 ? name.prefix(3) : name[...])
  }

  private var isHalved: Bool {
    tokens.contains { if case .half = $0 { true } else { false } }
  }

  /// `m` is minutes behind hours and before seconds.
  private func isMinute(_ index: Int) -> Bool {
    let before = tokens[..<index].last(where: isUnit).flatMap(letter)
    let after = tokens[(index + 1)...].first(where: isUnit).flatMap(letter)
    return before == UInt8(ascii: "h") || after == UInt8(ascii: "s")
  }

  private func isUnit(_ token: NumberToken) -> Bool { letter(token) != nil }

  private func letter(_ token: NumberToken) -> UInt8? {
    switch token {
    case .date(let letter, _), .elapsed(let letter, _): letter
    default: nil
    }
  }

  private func padded(_ number: Int, _ count: Int) -> [UInt8] {
    let digits = Array(String(number).utf8)
    return Array(repeating: 0x30, count: max(0, min(count, 4) - digits.count)) + digits
  }
}
