extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a range; eight bytes are looked at together, for this is done to every byte that
  /// is read.
  @inline(__always)
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? { firstIndex(of: byte, or: byte, in: range) }

  /// The first place of either of two bytes in a range.
  @inline(__always)
  func firstIndex(of byte: UInt8, or other: UInt8, in range: Range<Int>) -> Int? {
    let raw = UnsafeRawBufferPointer(self)
    let (pattern, second) = (Self.word(of: byte), Self.word(of: other))
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let zeros = Self.zeros(in: word ^ pattern) | Self.zeros(in: word ^ second)
      if zeros != 0 { return index + zeros.littleEndian.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      if self[index] == byte || self[index] == other { return index }
      index += 1
    }
    return nil
  }

  /// Whether a byte occurs in a range.
  @inline(__always)
  func holds(_ byte: UInt8, in range: Range<Int>) -> Bool { firstIndex(of: byte, in: range) != nil }

  /// Whether the bytes at a place are these.
  @inline(__always)
  func holds(_ other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + other.count <= count else { return false }
    let (raw, others) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= other.count {
      let word = raw.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
      if word != others.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < other.count {
      if self[start + index] != other[index] { return false }
      index += 1
    }
    return true
  }

  /// How many characters begin in a range: all bytes but those that continue one.
  @inline(__always)
  func characters(in range: Range<Int>) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var index = range.lowerBound
    var count = range.count
    while index + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The highest bit is set and the next one is not.
      count -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      if self[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }

  @inline(__always)
  private static func word(of byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 * UInt64(byte) }

  /// The highest bit of each byte that is zero; bytes above the first such one may be marked too.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
