/// A JSON value with its members in the order in which they are written.
///
/// An emitter of our own: Foundation's escapes slashes, orders keys by hash or alphabet, and costs start-up.
enum JSONValue {
  case null
  /// Written as it stands.
  case number(String)
  case text(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A text, or `null` for a missing one.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// The value on one line, or with one blank of indentation a level.
  func text(indent: Int?) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(8192)
    write(to: &out, indent: indent)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .null: out += "null".utf8
    case .number(let digits): out += digits.utf8
    case .text(let text): Self.quote(text, to: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        Self.separate(index, &out, indent)
        item.write(to: &out, indent: indent.map { $0 + 1 })
      }
      Self.close(UInt8(ascii: "]"), items.isEmpty, &out, indent)
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        Self.separate(index, &out, indent)
        Self.quote(member.key, to: &out)
        out += ": ".utf8
        member.value.write(to: &out, indent: indent.map { $0 + 1 })
      }
      Self.close(UInt8(ascii: "}"), members.isEmpty, &out, indent)
    }
  }

  /// What stands before an item: a comma, and its own line where lines are indented.
  private static func separate(_ index: Int, _ out: inout [UInt8], _ indent: Int?) {
    if index > 0 { out.append(UInt8(ascii: ",")) }
    guard let indent else {
      if index > 0 { out.append(0x20) }
      return
    }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent + 1))
  }

  private static func close(_ bracket: UInt8, _ isEmpty: Bool, _ out: inout [UInt8], _ indent: Int?) {
    if let indent, !isEmpty {
      out.append(0x0A)
      out.append(contentsOf: repeatElement(0x20, count: indent))
    }
    out.append(bracket)
  }

  /// Writes a text in quotes.
  static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      if mayNeedEscapes(bytes) {
        var (index, previous) = (0, 0 as UInt8)
        while index < bytes.count {
          if let (value, length) = hiddenScalar(in: bytes, at: index) {
            escape(value, to: &out)
            (index, previous) = (index + length, 0)
          } else {
            append(bytes[index], after: previous, to: &out)
            previous = bytes[index]
            index += 1
          }
        }
      } else {
        out.append(contentsOf: bytes)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// What could steer a terminal is escaped: C0, DEL and C1, which is two bytes; hidden characters are already.
  private static func append(_ byte: UInt8, after previous: UInt8, to out: inout [UInt8]) {
    switch byte {
    case 0x80..<0xA0 where previous == 0xC2:
      out.removeLast()
      escape(UInt32(byte), to: &out)
    case 0x22: out += "\\\"".utf8
    case 0x5C: out += "\\\\".utf8
    case 0x0A: out += "\\n".utf8
    case 0x0D: out += "\\r".utf8
    case 0x09: out += "\\t".utf8
    case 0..<0x20, 0x7F: escape(UInt32(byte), to: &out)
    default: out.append(byte)
    }
  }
}
