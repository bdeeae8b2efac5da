import CIconv

/// An encoding other than UTF-8 that text files come in. The raw value is its name for iconv(3) and for people.
enum TextEncoding: String {
  case gb18030 = "GB18030"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// Bytes of the encoding as UTF-8.
  struct Conversion {
    /// UTF-8, as far as the text could be read.
    var text: [UInt8]
    /// Whether all of it could.
    var isWhole: Bool
  }

  /// Converts strictly: no byte is passed over or replaced.
  ///
  /// - Returns: `nil` when the system does not know the encoding.
  func converted(_ bytes: ArraySlice<UInt8>) -> Conversion? {
    // Two bytes of each of these encodings become at most three of UTF-8.
    let capacity = bytes.count + bytes.count / 2 + 4
    var taken = 0
    var isKnown = true
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
      let written = bytes.withUnsafeBytes {
        jixiao_convert(rawValue, $0.baseAddress, $0.count, out.baseAddress, capacity, &taken)
      }
      isKnown = written >= 0
      count = max(0, written)
    }
    return isKnown ? Conversion(text: text, isWhole: taken == bytes.count) : nil
  }
}

extension TextEncoding {
  /// The encoding that the bytes are certainly in, and where their text begins; `nil` for UTF-8 and for anything
  /// that is not certain.
  ///
  /// - Parameter isUTF8: whether the bytes are UTF-8 throughout, which UTF-16 may be too.
  static func of(_ bytes: [UInt8], isUTF8: Bool) -> (encoding: TextEncoding, start: Int)? {
    if let marked = marked(bytes) { return marked }
    if let encoding = unmarkedUTF16(bytes.prefix(4096)) { return (encoding, 0) }
    if isUTF8 { return nil }
    return ChineseEvidence(bytes).isGB18030 ? (.gb18030, 0) : nil
  }

  /// By the byte order mark.
  private static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, start: Int)? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return (.utf16LittleEndian, 2)
    case (0xFE, 0xFF): return (.utf16BigEndian, 2)
    case (0x84, 0x31): return bytes[2...].starts(with: [0x95, 0x33]) ? (.gb18030, 4) : nil
    default: return nil
    }
  }

  /// UTF-16 without a byte order mark: its ASCII shows as zero bytes, all in even or all in odd places, and what else
  /// there is is Chinese.
  private static func unmarkedUTF16(_ head: ArraySlice<UInt8>) -> TextEncoding? {
    guard head.withUnsafeBufferPointer({ $0.holds(0, in: $0.indices) }) else { return nil }
    var even = UTF16Evidence()
    var odd = UTF16Evidence()
    for index in stride(from: head.startIndex, to: head.endIndex - 1, by: 2) {
      even.add(high: head[index], low: head[index + 1])
      odd.add(high: head[index + 1], low: head[index])
    }
    switch (even.isCertain, odd.isCertain) {
    case (true, false): return .utf16BigEndian
    case (false, true): return .utf16LittleEndian
    default: return nil
    }
  }
}

/// How much bytes look like UTF-16.
private struct UTF16Evidence {
  private var ascii = 0
  private var chinese = 0
  private var strange = 0

  mutating func add(high: UInt8, low: UInt8) {
    switch high {
    case 0 where low >= 0x20 && low < 0x7F || (0x09...0x0D).contains(low): ascii += 1
    case 0x20...0x26, 0x30, 0x34...0x9F, 0xFF: chinese += 1
    default: strange += 1
    }
  }

  /// ASCII whose other byte is zero is a good part of the text, and next to nothing in it is strange.
  var isCertain: Bool { ascii > 1 && ascii * 20 > chinese && strange * 50 <= ascii + chinese }
}

/// How much bytes that are no UTF-8 look like Chinese in GB18030.
private struct ChineseEvidence {
  private var characters = 0
  /// Of the characters, those of GB 2312's common half, its punctuation, and the signs tables are drawn with.
  private var common = 0
  /// Bytes that would be Chinese in UTF-8: a text of which a few bytes are damaged has many.
  private var inUTF8 = 0
  private var beyondASCII = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      countPairs(bytes)
      countUTF8(bytes)
    }
  }

  var isGB18030: Bool { characters > 0 && common * 5 >= characters * 4 && inUTF8 * 4 < beyondASCII }

  private mutating func countPairs(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index + 1 < bytes.count {
      let (lead, trail) = (bytes[index], bytes[index + 1])
      if lead < 0x80 {
        index += 1
        continue
      }
      characters += 1
      if trail >= 0xA1, (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead) || lead == 0xA9 {
        common += 1
      }
      index += (0x30...0x39).contains(trail) ? 4 : 2
    }
  }

  private mutating func countUTF8(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      if bytes[index] >= 0x80 { beyondASCII += 1 }
      guard index + 2 < bytes.count, bytes[index] & 0xF0 == 0xE0, bytes[index + 1] & 0xC0 == 0x80,
        bytes[index + 2] & 0xC0 == 0x80
      else {
        index += 1
        continue
      }
      inUTF8 += 3
      beyondASCII += 2
      index += 3
    }
  }
}
