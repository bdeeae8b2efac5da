/// Takes a format code apart.
struct NumberFormatScanner {
  private var rest: Substring.UnicodeScalarView
  private var tokens: [NumberToken] = []
  private var condition: NumberCondition?

  /// Codes are short; what comes behind is cut off.
  init(_ code: String) {
    rest =
      code.hasPrefix(NumberFormatTable.systemDate)
      ? NumberFormatTable.longDate[...].unicodeScalars : code.unicodeScalars.prefix(1000)
  }

  /// At least one section, at most four.
  mutating func sections() -> [NumberSection] {
    var sections: [NumberSection] = []
    while let scalar = rest.popFirst() {
      if scalar == ";" {
        sections.append(finish())
      } else {
        take(scalar)
      }
    }
    sections.append(finish())
    return Array(sections.prefix(4))
  }

  private mutating func finish() -> NumberSection {
    let isDate = tokens.contains {
      switch $0 {
      case .date, .elapsed, .half: true
      default: false
      }
    }
    let kind: NumberSection.Kind =
      isDate ? .date : tokens.contains(.text) ? .text : .number(NumberPattern(tokens))
    let section = NumberSection(tokens: tokens, condition: condition, kind: kind)
    tokens = []
    condition = nil
    return section
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": quoted()
    case "\\", "!": if let next = rest.popFirst() { literal(next) }
    case "_", "*": rest = rest.dropFirst()
    case "[": bracket()
    case "0", "#", "?": tokens.append(.digit(UInt8(ascii: scalar)))
    case ".": tokens.append(.point)
    case ",": tokens.append(.comma)
    case "%": tokens.append(.percent)
    case "@": tokens.append(.text)
    default: takeWord(scalar)
    }
  }

  private mutating func takeWord(_ scalar: Unicode.Scalar) {
    for word in NumberFormatTable.generalWords where accept(word, after: scalar) {
      return tokens.append(.general)
    }
    for (word, first, second) in NumberFormatTable.halves where accept(word, after: scalar) {
      return tokens.append(.half(Array(first.utf8), Array(second.utf8)))
    }
    let lower = scalar.properties.lowercaseMapping
    switch lower {
    case "e" where rest.first == "+" || rest.first == "-":
      tokens.append(.exponent(hasPlus: rest.popFirst() == "+"))
    case "y", "m", "d", "h", "s", "e", "a":
      let count = 1 + run(of: lower)
      if lower == "a", count < 3 {
        for _ in 0..<count { literal(scalar) }
        return
      }
      tokens.append(.date(UInt8(ascii: scalar) | 0x20, count))
    default: literal(scalar)
    }
  }

  private mutating func run(of letter: String) -> Int {
    let count = rest.prefix { $0.properties.lowercaseMapping == letter }.count
    rest = rest.dropFirst(count)
    return count
  }

  /// Whether the word stands here, its first character taken already; letters may be in either case.
  private mutating func accept(_ word: String, after first: Unicode.Scalar) -> Bool {
    let scalars = word.unicodeScalars
    let found = [first] + rest.prefix(scalars.count - 1)
    guard
      found.elementsEqual(scalars, by: { $0.properties.lowercaseMapping == $1.properties.lowercaseMapping })
    else { return false }
    rest = rest.dropFirst(scalars.count - 1)
    return true
  }

  private mutating func quoted() {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != "\"" { text.append(scalar) }
    tokens.append(.literal(Array(String(text).utf8)))
  }

  private mutating func literal(_ scalar: Unicode.Scalar) {
    tokens.append(.literal(Array(String(scalar).utf8)))
  }

  /// Colours, languages and digits of other scripts are left out; currencies, conditions and durations count.
  private mutating func bracket() {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != "]" { text.append(scalar) }
    let word = String(text)
    guard let first = text.first else { return }
    if first == "$" {
      tokens.append(.literal(Array(word.dropFirst().prefix { $0 != "-" }.utf8)))
    } else if "<>=".unicodeScalars.contains(first) {
      let sign = String(word.prefix { "<>=".contains($0) })
      if let bound = PrintedDecimal(Array(word.dropFirst(sign.count).utf8)) {
        condition = NumberCondition(sign: sign, bound: bound)
      }
    } else if let letter = word.utf8.first.map({ $0 | 0x20 }), "hms".utf8.contains(letter),
      word.utf8.allSatisfy({ $0 | 0x20 == letter })
    {
      tokens.append(.elapsed(letter, word.utf8.count))
    }
  }
}
