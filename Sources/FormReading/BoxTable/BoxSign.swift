/// The arms of a sign that tables are drawn with: where from its middle lines go.
struct BoxSign: OptionSet, Sendable {
  let rawValue: UInt8

  static let up = BoxSign(rawValue: 1)
  static let down = BoxSign(rawValue: 2)
  static let left = BoxSign(rawValue: 4)
  static let right = BoxSign(rawValue: 8)
  static let vertical: BoxSign = [.up, .down]
  static let horizontal: BoxSign = [.left, .right]
  /// A sign of ASCII: `+` has all arms, whichever of them are drawn.
  static let ascii = BoxSign(rawValue: 16)

  /// Whether it is part of a line drawn from left to right, with no other.
  var isDash: Bool { contains(.horizontal) && isDisjoint(with: .vertical) }

  /// Whether it is part of a line drawn from top to bottom, with no other.
  var isBar: Bool { contains(.vertical) && isDisjoint(with: .horizontal) }
}

extension BoxSign {
  /// The arms of a sign; none for a character that is no such sign.
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "|": self = [.vertical, .ascii]
    case "-", "=": self = [.horizontal, .ascii]
    case "+": self = [.vertical, .horizontal, .ascii]
    default: self = (0x2500...0x257F).contains(scalar.value) ? BoxSign(drawn: scalar.value) : []
    }
  }

  /// A sign of the block Box Drawing, by its order there.
  private init(drawn value: UInt32) {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: self = .horizontal
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: self = .vertical
    case 0x250C...0x250F, 0x2552...0x2554, 0x256D: self = [.down, .right]
    case 0x2510...0x2513, 0x2555...0x2557, 0x256E: self = [.down, .left]
    case 0x2514...0x2517, 0x2558...0x255A, 0x2570: self = [.up, .right]
    case 0x2518...0x251B, 0x255B...0x255D, 0x256F: self = [.up, .left]
    case 0x251C...0x2523, 0x255E...0x2560: self = [.up, .down, .right]
    case 0x2524...0x252B, 0x2561...0x2563: self = [.up, .down, .left]
    case 0x252C...0x2533, 0x2564...0x2566: self = [.down, .left, .right]
    case 0x2534...0x253B, 0x2567...0x2569: self = [.up, .left, .right]
    case 0x253C...0x254B, 0x256A...0x256C: self = [.up, .down, .left, .right]
    default: self = []
    }
  }
}
