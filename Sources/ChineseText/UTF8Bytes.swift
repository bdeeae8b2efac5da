/// Bytes that were found to be UTF-8 once, so that texts are taken from them without being looked at again.
public struct UTF8Bytes: Sendable {
  /// All bytes; those outside `range` may be anything.
  public let bytes: [UInt8]
  /// The part that is UTF-8 throughout.
  public let range: Range<Int>

  /// - Parameter range: the part that is meant; everything where it is `nil`.
  /// - Returns: `nil` for bytes that are no UTF-8.
  public init?(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let part = (range ?? bytes.indices).clamped(to: bytes.indices)
    guard bytes[part].withUnsafeBufferPointer(isValidUTF8) else { return nil }
    self.bytes = bytes
    self.range = part
  }

  /// The bytes of a text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    range = bytes.indices
  }

  private init(_ whole: UTF8Bytes, from start: Int) {
    bytes = whole.bytes
    range = min(max(start, whole.range.lowerBound), whole.range.upperBound)..<whole.range.upperBound
  }

  /// The same bytes from a place on; `nil` inside a character.
  public func dropFirst(to start: Int) -> UTF8Bytes? { isInside(start) ? nil : UTF8Bytes(self, from: start) }

  /// The text of a part of the range; where that cuts a character, it is made good.
  public func text(_ part: Range<Int>) -> String {
    let part = part.clamped(to: range)
    if isInside(part.lowerBound) || isInside(part.upperBound) {
      return String(decoding: bytes[part], as: UTF8.self)
    }
    return String(copying: UTF8Span(unchecked: bytes.span.extracting(part)))
  }

  /// The text of a part; where that is the same as `known`, no new one is made.
  public func text(_ part: Range<Int>, like known: String) -> String {
    guard known.utf8.count == part.count, range.contains(part.lowerBound) else { return text(part) }
    let isSame = known.utf8.withContiguousStorageIfAvailable { known in
      bytes.withUnsafeBytes { bytes in
        isSameMemory(UnsafeRawBufferPointer(known), UnsafeRawBufferPointer(rebasing: bytes[part]))
      }
    }
    return isSame == true ? known : text(part)
  }

  /// Whether the byte at a place goes on with a character.
  private func isInside(_ index: Int) -> Bool {
    index < range.upperBound && index > range.lowerBound && bytes[index] & 0xC0 == 0x80
  }
}

extension String {
  /// The text of bytes that are UTF-8; others are made good.
  public init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    self =
      isValidUTF8(bytes)
      ? String(copying: UTF8Span(unchecked: bytes.span)) : String(decoding: bytes, as: UTF8.self)
  }
}

/// Whether bytes are UTF-8 throughout.
///
/// Every byte of a file is looked at, so this takes eight ASCII signs or two Chinese ones at a step.
public func isValidUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let raw = UnsafeRawBufferPointer(text)
  var index = 0
  while index < raw.count {
    let length = plainLength(nextWord(raw, at: index))
    if length > 0 {
      index += length
    } else if let length = scalarLength(raw, at: index) {
      index += length
    } else {
      return false
    }
  }
  return true
}

/// The next eight bytes, the first in the lowest place; zeros stand behind the last one.
@inline(__always)
private func nextWord(_ raw: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
  let left = raw.count - index
  if left >= 8 { return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) }
  if raw.count >= 8 {
    let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    return last >> UInt64((8 - left) * 8)
  }
  return raw[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

/// How many of eight bytes are seen at a glance to be whole characters; 0 where that takes a closer look.
@inline(__always)
private func plainLength(_ word: UInt64) -> Int {
  // Two Chinese characters, as most of a form is.
  if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, mayLead(word), mayLead(word &>> 24) { return 6 }
  let high = word & 0x8080_8080_8080_8080
  if high == 0 { return 8 }
  let ascii = high.trailingZeroBitCount / 8
  let rest = word &>> UInt64(ascii * 8)
  return rest & 0xC0_C0F0 == 0x80_80E0 && mayLead(rest) ? ascii + 3 : ascii
}

/// Whether any second byte may stand behind this first one of a character of three: not behind E0 and ED.
@inline(__always)
private func mayLead(_ word: UInt64) -> Bool { UInt64(0xDFFE) &>> (word & 0x0F) & 1 == 1 }

/// How many bytes the character takes that begins at a place; `nil` where none does.
private func scalarLength(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int? {
  let (length, second): (Int, ClosedRange<UInt8>)
  switch raw[index] {
  case 0..<0x80: return 1
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard index + length <= raw.count, second.contains(raw[index + 1]) else { return nil }
  return raw[index + 2..<index + length].allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
}

/// Whether two stretches are the same, eight bytes at a step.
public func isSameMemory(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  guard a.count == b.count else { return false }
  guard a.count >= 8 else { return a.elementsEqual(b) }
  let last = a.count - 8
  var index = 0
  while index < last {
    if !isSameWord(a, b, at: index) { return false }
    index += 8
  }
  // The last word may overlap the one before.
  return isSameWord(a, b, at: last)
}

@inline(__always)
private func isSameWord(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, at index: Int) -> Bool {
  a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    == b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
}
