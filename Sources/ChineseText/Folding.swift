/// `text` with full-width ASCII (`９５％`) and ideographic spaces made half width, for comparing and
/// parsing. Chinese punctuation that has no ASCII form (`、`, `。`, `“`) stays. Idempotent.
public func folded(_ text: String) -> String { folded(text, keepsBlanks: true) }

/// ``folded(_:)`` without any white space, zero-width spaces and byte-order marks included.
public func foldedWithoutSpace(_ text: String) -> String { folded(text, keepsBlanks: false) }

/// Whether two texts are the same without blanks and in half width.
///
/// Most texts are told apart, or seen to be the same, at their first bytes or all of them; only others are folded.
public func isSameFolded(_ a: String, _ b: String) -> Bool {
  let isSame = a.utf8.withContiguousStorageIfAvailable { first in
    b.utf8.withContiguousStorageIfAvailable { second in isSameUnfolded(first, second) } ?? nil
  }
  return (isSame ?? nil) ?? isSameBytes(foldedWithoutSpace(a), foldedWithoutSpace(b))
}

/// `nil` where it takes folding to tell.
private func isSameUnfolded(
  _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
) -> Bool? {
  let shared = min(a.count, b.count)
  var place = 0
  while place < shared, a[place] == b[place] { place += 1 }
  if place == a.count, place == b.count { return true }
  let longer = a.count > b.count ? a : b
  // The first character that differs begins with the same byte in both, or right here.
  while place > 0, longer[place] & 0xC0 == 0x80 { place -= 1 }
  return mayFold(a, at: place) || mayFold(b, at: place) ? nil : false
}

/// Most texts have nothing to fold, and then no new one is made; in the others most characters stay as they are.
private func folded(_ text: String, keepsBlanks: Bool) -> String {
  var text = text
  let new = text.withUTF8 { bytes -> String? in
    let folding = Folding(bytes: bytes, keepsBlanks: keepsBlanks)
    guard let first = folding.change(from: 0) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { folding.write(to: $0, from: first) }
  }
  return new ?? text
}

private func mayFold(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
  place < bytes.count && Folding.isSuspect(bytes[place])
}

/// One pass over the UTF-8 of a text.
private struct Folding {
  let bytes: UnsafeBufferPointer<UInt8>
  let keepsBlanks: Bool

  /// A character that is folded.
  struct Change {
    var place: Int
    /// In bytes.
    var length: Int
    /// What it becomes; nothing, where blanks are taken out.
    var ascii: UInt8?
  }

  /// - Returns: how many bytes were written.
  func write(to out: UnsafeMutableBufferPointer<UInt8>, from first: Change) -> Int {
    var (count, place) = (0, 0)
    var next: Change? = first
    while let change = next {
      count = copy(place..<change.place, to: out, at: count)
      if let ascii = change.ascii {
        out[count] = ascii
        count += 1
      }
      place = change.place + change.length
      next = self.change(from: place)
    }
    return copy(place..<bytes.count, to: out, at: count)
  }

  private func copy(_ part: Range<Int>, to out: UnsafeMutableBufferPointer<UInt8>, at count: Int) -> Int {
    _ = out[count...].update(fromContentsOf: bytes[part])
    return count + part.count
  }

  /// The next character to be folded.
  func change(from start: Int) -> Change? {
    var start = start
    while let place = suspect(from: start) {
      let byte = bytes[place]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
      if let ascii = halfWidth(at: place) { return Change(place: place, length: length, ascii: ascii) }
      if !keepsBlanks, isBlank(at: place) { return Change(place: place, length: length) }
      start = place + length
    }
    return nil
  }

  /// The next byte that begins one of the characters that are folded, or one of their neighbours; eight bytes are
  /// looked at together.
  private func suspect(from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = start
    while place + 8 <= bytes.count {
      let found = Self.suspects(
        in: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count {
      if Self.isSuspect(bytes[place]) { return place }
      place += 1
    }
    return nil
  }

  static func isSuspect(_ byte: UInt8) -> Bool { suspects(in: ~0 << 8 | UInt64(byte)) & 0x80 != 0 }

  /// Among eight bytes those that are 0xEF, 0xE0…0xE3, 0xC2 or no more than a blank: the lowest bit that is set stands
  /// in the first of them.
  private static func suspects(in bytes: UInt64) -> UInt64 {
    zeros(in: bytes ^ every(0xEF)) | zeros(in: bytes & every(0xFC) ^ every(0xE0))
      | zeros(in: bytes ^ every(0xC2))
      | (bytes &- every(0x21)) & ~bytes & every(0x80)
  }

  /// The bytes that are 0, by their highest bits; bytes above the first of them may be marked too.
  private static func zeros(in bytes: UInt64) -> UInt64 { (bytes &- every(1)) & ~bytes & every(0x80) }

  /// Eight times the same byte.
  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// U+FF01…U+FF5E as ASCII, and the ideographic space where blanks stay.
  private func halfWidth(at place: Int) -> UInt8? {
    guard bytes[place] >= 0xE3 else { return nil }
    switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xEF, 0xBC, let last) where last >= 0x81: return last - 0x60
    case (0xEF, 0xBD, let last) where last <= 0x9E: return last - 0x20
    case (0xE3, 0x80, 0x80): return keepsBlanks ? 0x20 : nil
    default: return nil
    }
  }

  /// What ``isBlank(_:)`` says of the character at this place.
  private func isBlank(at place: Int) -> Bool {
    let lead = bytes[place]
    if lead < 0x80 { return lead == 0x20 || (0x09...0x0D).contains(lead) }
    let second = bytes[place + 1]
    if lead == 0xC2 { return second == 0x85 || second == 0xA0 }
    switch (lead, second, bytes[place + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return true
    default: return false
    }
  }
}

/// One scalar, half width where it is full-width ASCII or an ideographic space.
public func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
  case 0x3000: " "
  default: scalar
  }
}

/// Whether a scalar shows nothing: Unicode white space, U+200B zero-width space, U+FEFF.
public func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
    0xFEFF:
    true
  default: false
  }
}
