/// How a cell prints its number: a format code such as `#,##0.00;[Red]-0.0;"—";@` (ECMA-376 §18.8.31).
struct NumberFormat {
  private let sections: [NumberSection]
  /// Whether every number is printed as it is.
  let isGeneral: Bool

  /// No format at all.
  static let general = NumberFormat("General")

  /// - Parameter code: as the file has it; what is not understood prints numbers as they are.
  init(_ code: String) {
    var scanner = NumberFormatScanner(code)
    let sections = scanner.sections()
    let isEmpty = sections.count == 1 && sections.allSatisfy { $0.tokens.allSatisfy { $0 == .literal([]) } }
    self.sections = isEmpty ? Self.general.sections : sections
    isGeneral = isEmpty || sections.count == 1 && sections[0].tokens == [.general]
  }

  /// What the cell shows; blank when the format shows nothing of this number.
  func text(of number: PrintedDecimal, is1904: Bool) -> [UInt8] {
    guard let index = section(for: number) else { return number.plain }
    let section = sections[index]
    switch section.kind {
    case .text: return number.plain
    case .date:
      let printed = DatePrinting(section.tokens).text(of: number, is1904: is1904)
      return printed ?? number.plain
    case .number(let pattern):
      // The second of plain sections is for what is below zero, and says so itself.
      let isSigned =
        number.isNegative && !number.isZero && !(index == 1 && section.condition == nil)
        && !(section.condition?.isBelowZero ?? false)
      return (isSigned ? [0x2D] : []) + pattern.text(of: number)
    }
  }

  /// Whether texts are printed with something around them.
  var changesText: Bool { textSection != nil }

  /// What the cell shows of a text.
  func text(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard let section = textSection else { return Array(text) }
    return section.tokens.reduce(into: []) { printed, token in
      switch token {
      case .literal(let bytes): printed += bytes
      case .text: printed += text
      default: break
      }
    }
  }

  /// The section with `@` and something beside it. A section without `@` would hide the text: it is not used.
  private var textSection: NumberSection? {
    guard let last = sections.last, case .text = last.kind, last.tokens.count > 1,
      sections.count == 4 || sections.count == 1
    else { return nil }
    return last
  }

  /// TRUE and FALSE.
  static func truth(_ value: [UInt8]) -> [UInt8] {
    switch value {
    case [0x31], Array("true".utf8): Array("TRUE".utf8)
    case [0x30], Array("false".utf8): Array("FALSE".utf8)
    default: value
    }
  }

  /// The section that a number is printed with.
  private func section(for number: PrintedDecimal) -> Int? {
    let count = min(3, sections.count)
    for index in 0..<count {
      if let condition = sections[index].condition {
        if condition.holds(for: number) { return index }
        continue
      }
      if index == count - 1 { return index }
      // Above zero, below zero, zero; with two sections the first one holds for zero too.
      let isBelow = number.isNegative && !number.isZero
      let hasCondition = sections[..<count].contains { $0.condition != nil }
      if hasCondition
        ? index == 0 || isBelow : index == 1 ? isBelow : !isBelow && (count == 2 || !number.isZero)
      {
        return index
      }
    }
    return nil
  }
}

/// One section of a format code.
struct NumberSection {
  enum Kind {
    case number(NumberPattern)
    case date
    /// `@`, or nothing that stands for a number.
    case text
  }

  var tokens: [NumberToken]
  var condition: NumberCondition?
  var kind: Kind
}

/// `[>=100]` before a section.
struct NumberCondition {
  var sign: String
  var bound: PrintedDecimal

  /// Whether only numbers below zero meet it, which are then printed without their sign.
  var isBelowZero: Bool { sign.hasPrefix("<") && (bound.isZero || bound.isNegative) }

  func holds(for number: PrintedDecimal) -> Bool {
    switch sign {
    case "<": number < bound
    case "<=": !(bound < number)
    case ">": bound < number
    case ">=": !(number < bound)
    case "=": !(number < bound) && !(bound < number)
    default: number < bound || bound < number
    }
  }
}

/// A piece of a format code.
enum NumberToken: Hashable {
  /// Printed as it stands.
  case literal([UInt8])
  /// `0`, `#` or `?`.
  case digit(UInt8)
  case point
  case comma
  case percent
  /// `E+` or `E-`.
  case exponent(hasPlus: Bool)
  /// `@`.
  case text
  /// `General`.
  case general
  /// A letter of a date, in lower case, and how often it stands there: `yyyy`.
  case date(UInt8, Int)
  /// `[h]`: hours not cut at a day.
  case elapsed(UInt8, Int)
  /// `AM/PM`, `A/P` or their Chinese like: the two words.
  case half([UInt8], [UInt8])
}
