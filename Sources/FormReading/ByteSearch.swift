extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a range; eight bytes are looked at together, for this is done to every byte that
  /// is read.
  @inline(__always)
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let raw = UnsafeRawBufferPointer(self)
    let pattern = 0x0101_0101_0101_0101 * UInt64(byte)
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      // A byte of the difference is zero where the bytes are equal; borrowing then reaches its highest bit.
      let difference = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return index + zeros.littleEndian.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether a byte occurs in a range.
  @inline(__always)
  func holds(_ byte: UInt8, in range: Range<Int>) -> Bool { firstIndex(of: byte, in: range) != nil }
}
