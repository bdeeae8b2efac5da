import ChineseText

/// A target value as its reader sees it: half width, one spelling of each sign, no blanks.
struct TargetValueText {
  /// Unicode scalars. A blank stays only between two digits, where its loss would join two numbers.
  private(set) var scalars: [UInt32] = []
  /// Whether a digit or a Chinese numeral occurs.
  private(set) var hasNumber = false
  /// Whether 年, 月, 季, 前, `-`, `/` or `.` occurs, without which no date is printed.
  private(set) var hasDateSign = false
  /// Whether `XX`, `**` or `__` occurs: a blank left to fill.
  private(set) var hasGap = false
  /// Whether a single X, `*` or `_` occurs, which may stand for a number.
  private(set) var hasFiller = false
  /// Whether the text is too long for a value; such texts are sentences.
  private(set) var isLong = false

  private static let limit = 120

  init(_ text: String) {
    scalars.reserveCapacity(32)
    var afterBlank = false
    for scalar in text.unicodeScalars {
      if scalar.value > 0x20, scalar.value < 0x4E00 || scalar.value > 0x9FFF,
        isBlank(scalar) || scalar.value == 0xAD
      {
        afterBlank = true
        continue
      }
      if scalar.value <= 0x20 {
        afterBlank = true
        continue
      }
      guard scalars.count < Self.limit else {
        isLong = true
        break
      }
      append(Self.plain(scalar.value), afterBlank: afterBlank)
      afterBlank = false
    }
  }

  /// Drops `。；，、` at the end: they say nothing about the value.
  mutating func dropClosingSigns() {
    while let last = scalars.last, Self.closers.contains(last) { scalars.removeLast() }
  }

  private static let closers: [UInt32] = [0x3002, 0x3B, 0x2C, 0x3001]

  private mutating func append(_ value: UInt32, afterBlank: Bool) {
    switch value {
    case 0x30...0x39:
      if afterBlank, let last = scalars.last, (0x30...0x39).contains(last) { scalars.append(0x20) }
      hasNumber = true
    case 0x5E74, 0x6708, 0x5B63, 0x524D, 0x2D, 0x2F, 0x2E: hasDateSign = true
    case 0x58, 0x78, 0x2A, 0x5F:
      if scalars.last == value { hasGap = true }
      hasFiller = true
    case 0x3007, 0x4E00...0x9FFF:
      if !hasNumber, let scalar = Unicode.Scalar(value), isChineseNumeral(scalar) { hasNumber = true }
    default: break
    }
    scalars.append(value)
  }

  /// Half width, and one spelling for signs that mean the same.
  private static func plain(_ value: UInt32) -> UInt32 {
    switch value {
    case 0..<0x80, 0x4E00...0x9FFF: value
    case 0xFF3B, 0x3010, 0x3014: 0x28
    case 0xFF3D, 0x3011, 0x3015: 0x29
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x2267, 0x2A7E: 0x2265
    case 0x2266, 0x2A7D: 0x2264
    case 0xFE64: 0x3C
    case 0xFE65: 0x3E
    case 0xFE66: 0x3D
    case 0xFE6A: 0x25
    case 0x2212, 0x2010...0x2013, 0xFE63: 0x2D
    case 0x2015, 0x2500, 0x2501: 0x2014
    case 0x301C, 0x223C: 0x7E
    case 0xD7, 0x2715, 0x2716, 0x2217, 0xFE61: 0x2A
    case 0xFFE5: 0xA5
    default: value
    }
  }
}

extension String {
  /// The text of unicode scalars; values that are none are left out.
  init(scalars: some Sequence<UInt32>) {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    self = String(view)
  }
}
