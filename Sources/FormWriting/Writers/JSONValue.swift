/// A JSON value with its members in the order in which they are written.
///
/// An emitter of our own: Foundation's escapes slashes, orders keys by hash or alphabet, and costs start-up.
indirect enum JSONValue {
  case null
  /// Written as it stands.
  case number(String)
  case text(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A text, or `null` for a missing one.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// Appends the value: on one line, or with one blank of indentation a level.
  func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .number(let digits): out += digits
    case .text(let text): Self.quote(text, to: &out)
    case .array(let items):
      list(items.count, "[", "]", to: &out, indent: indent) { index, out, deeper in
        items[index].write(to: &out, indent: deeper)
      }
    case .object(let members):
      list(members.count, "{", "}", to: &out, indent: indent) { index, out, deeper in
        Self.quote(members[index].key, to: &out)
        out += ": "
        members[index].value.write(to: &out, indent: deeper)
      }
    }
  }

  private func list(
    _ count: Int, _ open: String, _ close: String, to out: inout String, indent: Int?,
    item: (Int, inout String, Int?) -> Void
  ) {
    out += open
    for index in 0..<count {
      if index > 0 { out += indent == nil ? ", " : "," }
      if let indent { out += "\n" + String(repeating: " ", count: indent + 1) }
      item(index, &out, indent.map { $0 + 1 })
    }
    if let indent, count > 0 { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    var plain = true
    for byte in text.utf8 where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      plain = false
      break
    }
    if plain {
      out += text
    } else {
      for scalar in text.unicodeScalars { out += escaped(scalar) }
    }
    out += "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{00}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
