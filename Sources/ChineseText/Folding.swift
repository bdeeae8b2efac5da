/// `text` with full-width ASCII (`９５％`) and ideographic spaces made half width, for comparing and
/// parsing. Chinese punctuation that has no ASCII form (`、`, `。`, `“`) stays. Idempotent.
public func folded(_ text: String) -> String { folded(text, keepsBlanks: true) }

/// ``folded(_:)`` without any white space, zero-width spaces and byte-order marks included.
public func foldedWithoutSpace(_ text: String) -> String { folded(text, keepsBlanks: false) }

/// Whether two texts are the same without blanks and in half width.
///
/// Most texts are told apart, or seen to be the same, at their first bytes or all of them; only others are folded.
public func isSameFolded(_ a: String, _ b: String) -> Bool {
  isSameUnfolded(a, b) ?? isSameBytes(foldedWithoutSpace(a), foldedWithoutSpace(b))
}

/// `nil` where it takes folding to tell.
private func isSameUnfolded(_ a: String, _ b: String) -> Bool? {
  var (a, b) = (a, b)
  return a.withUTF8 { first in
    b.withUTF8 { second in
      let shared = min(first.count, second.count)
      var place = 0
      while place < shared, first[place] == second[place] { place += 1 }
      if place == first.count, place == second.count { return true }
      let longer = first.count > second.count ? first : second
      // The first character that differs begins with the same byte in both, or right here.
      while place > 0, longer[place] & 0xC0 == 0x80 { place -= 1 }
      return mayFold(first, at: place) || mayFold(second, at: place) ? nil : false
    }
  }
}

/// Most texts have nothing to fold, and then no new one is made; the others are gone through byte by byte, as every
/// text of every form is.
private func folded(_ text: String, keepsBlanks: Bool) -> String {
  var text = text
  let new = text.withUTF8 { bytes -> String? in
    guard let start = bytes.firstIndex(where: { mayFold($0, keepsBlanks: keepsBlanks) }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { out in
      var folding = Folding(bytes: bytes, keepsBlanks: keepsBlanks, place: start)
      return folding.write(to: out)
    }
  }
  return new ?? text
}

/// Whether a byte begins one of the characters that are folded, or one of their neighbours.
private func mayFold(_ byte: UInt8, keepsBlanks: Bool) -> Bool {
  switch byte {
  case 0xE3, 0xEF: true
  case 0x09...0x0D, 0x20, 0xC2, 0xE1, 0xE2: !keepsBlanks
  default: false
  }
}

private func mayFold(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
  place < bytes.count && mayFold(bytes[place], keepsBlanks: false)
}

/// One pass over the UTF-8 of a text.
private struct Folding {
  let bytes: UnsafeBufferPointer<UInt8>
  let keepsBlanks: Bool
  /// The first byte that may have to be folded.
  var place: Int

  /// - Returns: how many bytes were written.
  mutating func write(to out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = place
    for index in 0..<count { out[index] = bytes[index] }
    while place < bytes.count {
      let byte = bytes[place]
      guard mayFold(byte, keepsBlanks: keepsBlanks) else {
        out[count] = byte
        (count, place) = (count + 1, place + 1)
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
      if let ascii = halfWidth(byte) {
        out[count] = ascii
        count += 1
      } else if keepsBlanks || !isBlankHere(byte) {
        for offset in 0..<length { out[count + offset] = bytes[place + offset] }
        count += length
      }
      place += length
    }
    return count
  }

  /// U+FF01…U+FF5E as ASCII, and the ideographic space where blanks stay.
  private func halfWidth(_ lead: UInt8) -> UInt8? {
    guard lead >= 0xE3 else { return nil }
    switch (lead, bytes[place + 1], bytes[place + 2]) {
    case (0xEF, 0xBC, let last) where last >= 0x81: return last - 0x60
    case (0xEF, 0xBD, let last) where last <= 0x9E: return last - 0x20
    case (0xE3, 0x80, 0x80): return keepsBlanks ? 0x20 : nil
    default: return nil
    }
  }

  /// What ``isBlank(_:)`` says of the character at this place.
  private func isBlankHere(_ lead: UInt8) -> Bool {
    if lead < 0x80 { return true }
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
