/// Signs that are taken out of texts byte by byte, with or without blanks.
///
/// Chinese letters are passed over by their first byte.
public struct SignSet: Sendable {
  private let signs: Set<UInt32>
  private let ascii: [Bool]
  private let dropsBlanks: Bool

  /// - Parameter dropsBlanks: whether white space goes too.
  public init(_ signs: String, dropsBlanks: Bool = false) {
    let values = Set(signs.unicodeScalars.map(\.value))
    self.signs = values
    self.dropsBlanks = dropsBlanks
    ascii = (0..<128).map { byte in
      values.contains(UInt32(byte)) || dropsBlanks && isBlank(Unicode.Scalar(UInt8(byte)))
    }
  }

  /// The text without the signs.
  public func removed(from text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in write(bytes, to: out) }
    }
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var (place, count) = (0, 0)
    while place < bytes.count {
      let lead = bytes[place]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if isKept(lead, bytes, place, length) {
        for offset in 0..<length { out[count + offset] = bytes[place + offset] }
        count += length
      }
      place += length
    }
    return count
  }

  private func isKept(_ lead: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ length: Int) -> Bool
  {
    if lead < 0x80 { return !ascii[Int(lead)] }
    if lead >= 0xE4, lead <= 0xE9 { return true }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
    if signs.contains(value) { return false }
    return !(dropsBlanks && Unicode.Scalar(value).map(isBlank) ?? false)
  }
}
