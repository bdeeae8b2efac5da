/// Length and a sum of bytes, however they come in pieces: tells what was written from anything else that a bad disk
/// gives back.
///
/// FNV-1a over eight bytes at a time, folded; bytes that do not fill eight wait for the next piece.
struct ByteDigest: Equatable {
  private var value = 0xcbf2_9ce4_8422_2325 as UInt64
  private var length = 0
  /// The last bytes, fewer than eight, the first of them lowest.
  private var rest = 0 as UInt64

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count, length % 8 != 0 {
        add(bytes[index])
        index += 1
      }
      while index + 8 <= bytes.count {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        length += 8
        index += 8
      }
      while index < bytes.count {
        add(bytes[index])
        index += 1
      }
    }
  }

  private mutating func add(_ byte: UInt8) {
    rest |= UInt64(byte) << UInt64(length % 8 * 8)
    length += 1
    guard length % 8 == 0 else { return }
    mix(rest)
    rest = 0
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01b3
    // The product says nothing about the high bits in its low ones.
    value ^= value >> 32
  }
}
