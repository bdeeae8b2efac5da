import ChineseText

/// What single characters mean for the setting of lines; all of them folded to half width.
enum FlowSigns {
  /// Signs that no line begins with.
  static func isClosing(_ scalar: UInt32) -> Bool { closing.contains(scalar) }
  /// Signs that no line ends with.
  static func isOpening(_ scalar: UInt32) -> Bool { opening.contains(scalar) }
  /// Signs that a target value begins with.
  static func isComparator(_ scalar: UInt32) -> Bool { comparators.contains(scalar) }
  /// Signs that a sentence ends with.
  static func endsSentence(_ scalar: UInt32) -> Bool { sentenceEnds.contains(scalar) }
  /// Signs inside a sentence after which a blank is part of the text.
  static func isPause(_ scalar: UInt32) -> Bool { pauses.contains(scalar) }
  static func isClosingBracket(_ scalar: UInt32) -> Bool { bracket(scalar)?.step == -1 }
  /// Signs between the parts of a list: no line begins with them.
  static func isListSign(_ scalar: UInt32) -> Bool { scalar == 0x3001 || scalar == 0x2C }
  /// Signs that hold the place of a number.
  static func isDash(_ scalar: UInt32) -> Bool { dashes.contains(scalar) }
  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
  static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }
  static func isASCIIWord(_ scalar: UInt32) -> Bool { isDigit(scalar) || isASCIILetter(scalar) }

  /// Whether a date goes on from one character to the next: `2025|年`, `年|12`.
  static func isDateSeam(_ before: UInt32, _ after: UInt32) -> Bool {
    (isDigit(before) && dateUnits.contains(after)) || (dateUnits.prefix(2).contains(before) && isDigit(after))
  }

  /// 值: the last character of heads over values.
  static let value: UInt32 = 0x503C

  static func width(_ scalar: UInt32) -> Int {
    Unicode.Scalar(scalar).map { displayWidth(of: $0, ambiguousWide: true) } ?? 0
  }

  /// The kind of a bracket, and 1 for an opening, -1 for a closing one.
  static func bracket(_ scalar: UInt32) -> (kind: Int, step: Int32)? {
    switch scalar {
    case 0x28: (0, 1)
    case 0x29: (0, -1)
    case 0x5B, 0x3010: (1, 1)
    case 0x5D, 0x3011: (1, -1)
    case 0x300A: (2, 1)
    case 0x300B: (2, -1)
    case 0x201C: (3, 1)
    case 0x201D: (3, -1)
    default: nil
    }
  }

  static func shape(_ scalars: ArraySlice<UInt32>) -> FlowShape {
    if scalars.allSatisfy(dashes.contains) { return .dash }
    var digits = 0
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case 0x30...0x39: digits += 1
      case 0x2E, 0x2C: if digits == 0 { return .text }
      case 0x2B, 0x2D: if index > 0 { return .text }
      case 0x25: if index < scalars.count - 1 { return .text }
      default: return .text
      }
    }
    return digits > 0 ? .number : .text
  }

  /// The beginning of a text up to the first place where a line may break.
  static func unbreakable(_ scalars: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var end = scalars.startIndex + 1
    let isWord = { (scalar: UInt32) in scalar < 0x80 }
    if isWord(scalars[scalars.startIndex]) || isOpening(scalars[scalars.startIndex]) {
      while end < scalars.endIndex, isWord(scalars[end]) || isOpening(scalars[end - 1]) { end += 1 }
    }
    while end < scalars.endIndex, isClosing(scalars[end]) { end += 1 }
    return scalars[..<end]
  }

  /// 年, 月, 日, 号.
  private static let dateUnits: [UInt32] = [0x5E74, 0x6708, 0x65E5, 0x53F7]
  private static let closing = set(",。;:、!?)]】》”’%.")
  private static let opening = set("([【《“‘")
  private static let comparators = set("≥≤=<>±")
  private static let sentenceEnds = set("。!?;.")
  private static let pauses = set(",、;:")
  private static let dashes = set("-—–/")

  private static func set(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
