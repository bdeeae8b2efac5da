/// A text without blanks and in half width, as a number: the same for texts that ``foldedWithoutSpace(_:)`` makes the
/// same, on every run of the program.
///
/// The signs are folded while they go by, so that no text is made to be thrown away.
public struct FoldedHash: Sendable, Hashable {
  /// The number.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The signs that are left.
  public private(set) var count = 0
  /// Whether each of them is surely a character of its own: Chinese, ASCII and their punctuation.
  public private(set) var hasPlainSigns = true

  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedHash($0) }
  }

  /// - Parameter bytes: valid UTF-8.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place + 4 <= raw.count {
      let next = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      switch UInt8(truncatingIfNeeded: next) {
      case 0xE4...0xE9:
        // Chinese, of which most texts are; its three bytes are no other sign's number.
        add(next & 0xFF_FFFF)
        place += 3
      case let lead where lead > 0x20 && lead < 0x80:
        add(UInt32(lead))
        place += 1
      default: place += addOther(bytes, at: place)
      }
    }
    while place < raw.count { place += addOther(bytes, at: place) }
  }

  /// - Returns: the sign's length.
  private mutating func addOther(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let lead = bytes[place]
    if (0xE4...0xE9).contains(lead) {
      add(UInt32(lead) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16)
      return 3
    }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let first = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    let number = (1..<length).reduce(first) { $0 << 6 | UInt32(bytes[place + $1] & 0x3F) }
    guard let sign = Unicode.Scalar(number), !isBlank(sign) else { return length }
    let half = folded(sign).value
    if !Self.isPlain(half) { hasPlainSigns = false }
    add(half)
    return length
  }

  private static func isPlain(_ sign: UInt32) -> Bool {
    switch sign {
    case 0..<0x80, 0x2000..<0xA000, 0xF000...0xFFFF: true
    default: false
    }
  }

  private mutating func add(_ sign: UInt32) {
    value = (value ^ UInt64(sign)) &* 0x0000_0100_0000_01B3
    count += 1
  }
}
