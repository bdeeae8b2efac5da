/// The signs (Unicode scalars) of a text by its bytes, which are valid UTF-8.
extension UnsafeBufferPointer<UInt8> {
  /// The bytes of the sign that begins at a place, as one number, and how many they are; `nil` at the end.
  func sign(at place: Int) -> (value: UInt32, length: Int)? {
    guard place < count else { return nil }
    let lead = self[place]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead >= 0xE0, lead < 0xF0, place + 2 < count {
      return (UInt32(lead) << 16 | UInt32(self[place + 1]) << 8 | UInt32(self[place + 2]), 3)
    }
    let length = Swift.min(Self.length(ofSign: lead), count - place)
    return (self[place..<(place + length)].reduce(0) { $0 << 8 | UInt32($1) }, length)
  }

  /// The sign that begins at a place; `nil` at the end.
  func scalar(at place: Int) -> Unicode.Scalar? {
    guard place < count else { return nil }
    let lead = self[place]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = Swift.min(Self.length(ofSign: lead), count - place)
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[place + offset] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// Where the sign before a place begins; `nil` at the beginning.
  func start(ofSignBefore place: Int) -> Int? {
    guard place > 0 else { return nil }
    var start = place - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Where so many signs from a place on end, or the text does.
  func end(ofSigns most: Int, from place: Int) -> Int {
    var place = place
    for _ in 0..<most where place < count {
      place = Swift.min(count, place + Self.length(ofSign: self[place]))
    }
    return place
  }

  /// Where the part of a text begins that ends at a place: behind the last sign that ends something, and not more than
  /// so many signs before.
  func start(ofPartBefore place: Int, _ most: Int, until isEnd: (Unicode.Scalar) -> Bool) -> Int {
    var place = place
    for _ in 0..<most {
      guard let start = start(ofSignBefore: place), let sign = scalar(at: start), !isEnd(sign) else { break }
      place = start
    }
    return place
  }

  /// The first ASCII digit from a place on.
  func digit(from start: Int) -> Int? {
    place(from: start, where: { (place: Int) -> Bool in self[place] &- 0x30 < 10 }, ifAny: Self.mayHaveDigit)
  }

  /// 0x30…0x3F have the same upper half.
  private static func mayHaveDigit(_ some: UInt64) -> Bool { (some & 0xF0F0_F0F0_F0F0_F0F0).has(0x30) }

  /// The first place of some kind; eight bytes that have nothing of it are passed over together.
  @inline(__always)
  func place(
    from start: Int, where isWanted: (Int) -> Bool, ifAny mayHave: (UInt64) -> Bool
  ) -> Int? {
    let raw = UnsafeRawBufferPointer(self)
    var place = start
    while place < count {
      let end = Swift.min(place + 8, count)
      if end - place == 8, !mayHave(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
        place = end
        continue
      }
      while place < end {
        if isWanted(place) { return place }
        place += 1
      }
    }
    return nil
  }

  /// Some of the bytes, counted from 0 again.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { Self(rebasing: self[range]) }

  private static func length(ofSign lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

extension UInt64 {
  /// Whether one of the eight bytes is this one.
  @inline(__always)
  func has(_ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let other = self ^ (ones &* UInt64(byte))
    return (other &- ones) & ~other & (ones &* 0x80) != 0
  }
}
