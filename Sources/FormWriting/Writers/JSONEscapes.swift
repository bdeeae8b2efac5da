extension JSONValue {
  /// Whether a byte occurs that may have to be escaped: a control character (C0, DEL, the first byte of C1), a
  /// quote or a backslash. Eight bytes are looked at together, for most texts have none.
  static func mayNeedEscapes(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      if holdsEscape(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { return true }
      index += 8
    }
    return bytes[index...].contains { $0 < 0x20 || [0x22, 0x5C, 0x7F, 0xC2].contains($0) }
  }

  /// Subtracting borrows into the highest bit of a byte that is less than what is subtracted; a byte that is looked
  /// for is less than 1 once it is taken away bit by bit.
  @inline(__always)
  private static func holdsEscape(_ word: UInt64) -> Bool {
    let ones = 0x0101_0101_0101_0101 as UInt64
    var found = (word &- ones &* 0x20) & ~word
    let (quote, slash) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
    found |= (quote &- ones) & ~quote | (slash &- ones) & ~slash
    let (delete, second) = (word ^ ones &* 0x7F, word ^ ones &* 0xC2)
    found |= (delete &- ones) & ~delete | (second &- ones) & ~second
    return found & (ones &* 0x80) != 0
  }
}
