/// A text that is compared and hashed by its bytes.
///
/// `String` compares what people read: two Chinese texts that differ are normalised first, which costs more than all
/// else that a look-up does. Texts that were folded by the same function need none of it.
public struct TextBytes: Hashable, Sendable {
  /// The text itself.
  public let text: String

  /// Any text.
  public init(_ text: String) { self.text = text }

  /// Byte for byte.
  public static func == (a: TextBytes, b: TextBytes) -> Bool { isSameBytes(a.text, b.text) }

  public func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

/// Whether two texts are the same byte for byte.
public func isSameBytes(_ a: String, _ b: String) -> Bool {
  guard a.utf8.count == b.utf8.count else { return false }
  let isSame = a.utf8.withContiguousStorageIfAvailable { first in
    b.utf8.withContiguousStorageIfAvailable { second in isSameMemory(.init(first), .init(second)) }
  }
  return (isSame ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}

extension String {
  /// The same number for the same bytes, on every run of the program (FNV-1a).
  public var byteHash: UInt64 {
    let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    let step = { (hash: UInt64, byte: UInt8) in (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return utf8.withContiguousStorageIfAvailable { $0.reduce(basis, step) } ?? utf8.reduce(basis, step)
  }
}
