/// An XML text as its tags and the texts between them, so that a few can be changed while all others stay byte for byte.
public struct Markup: Sendable {
  /// What a piece of the text is.
  public enum Kind: Sendable { case start, end, empty, text, other }

  /// A tag, or what stands between two.
  public struct Token: Sendable {
    /// What it is.
    public var kind: Kind
    /// The name of a tag with its prefix (`w:p`); empty for anything else.
    public var name: String
    /// As it is written.
    public var source: String

    /// The value of an attribute by its name with its prefix, as it is written; `nil` where the tag has none.
    public func attribute(_ name: String) -> String? {
      for sign in ["\"", "'"] {
        for blank in [" ", "\n", "\t", "\r"] {
          guard let start = source.firstRange(of: "\(blank)\(name)=\(sign)") else { continue }
          return String(source[start.upperBound...].prefix { String($0) != sign })
        }
      }
      return nil
    }
  }

  /// In the order of the text.
  public var tokens: [Token]

  /// - Parameter part: named in errors.
  /// - Throws: what ``XMLScanner`` throws; `.malformed` for any encoding but UTF-8.
  public init(_ bytes: [UInt8], part: String) throws(OfficeFileError) {
    var nobody = Listener()
    try XMLScanner.scan(bytes[...], named: part, as: .xml, to: &nobody)
    guard let text = String(validating: bytes, as: UTF8.self), Self.isUTF8(text) else {
      throw .malformed(part: part, line: 1)
    }
    tokens = []
    var rest = Array(text.utf8)[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while !rest.isEmpty { tokens.append(Self.token(&rest)) }
  }

  /// The whole text.
  public var text: String { tokens.map(\.source).joined() }

  private static func isUTF8(_ text: String) -> Bool {
    guard text.hasPrefix("<?xml") || text.hasPrefix("\u{FEFF}<?xml"), let end = text.firstRange(of: "?>")
    else {
      return true
    }
    let head = text[..<end.lowerBound].lowercased()
    return !head.contains("encoding") || head.contains("utf-8") || head.contains("utf8")
  }

  /// The text is well-formed, so every tag ends.
  private static func token(_ rest: inout ArraySlice<UInt8>) -> Token {
    if rest.first != UInt8(ascii: "<") {
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      rest = rest.dropFirst(text.count)
      return Token(kind: .text, name: "", source: String(decoding: text, as: UTF8.self))
    }
    if rest.starts(with: Array("<![CDATA[".utf8)) {
      let section = taken("]]>", &rest).dropFirst(9).dropLast(3)
      return Token(kind: .text, name: "", source: escaped(String(decoding: section, as: UTF8.self)))
    }
    if rest.starts(with: Array("<!--".utf8)) { return other(taken("-->", &rest)) }
    if rest.starts(with: Array("<?".utf8)) { return other(taken("?>", &rest)) }
    return tag(&rest)
  }

  private static func other(_ bytes: ArraySlice<UInt8>) -> Token {
    Token(kind: .other, name: "", source: String(decoding: bytes, as: UTF8.self))
  }

  private static func taken(_ end: StaticString, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array("\(end)".utf8)
    var place = rest.startIndex
    while place < rest.endIndex, !rest[place...].starts(with: mark) { place += 1 }
    let taken = rest[..<min(place + mark.count, rest.endIndex)]
    rest = rest[taken.endIndex...]
    return taken
  }

  private static func tag(_ rest: inout ArraySlice<UInt8>) -> Token {
    var quote: UInt8?
    var place = rest.startIndex
    while place < rest.endIndex {
      let byte = rest[place]
      place += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    let tag = rest[..<place]
    rest = rest[place...]
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let isEmpty = tag.dropLast().last == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { !" \t\r\n/>".utf8.contains($0) }
    return Token(
      kind: isEnd ? .end : isEmpty ? .empty : .start, name: String(decoding: name, as: UTF8.self),
      source: String(decoding: tag, as: UTF8.self))
  }

  /// Takes nothing: the text is only to be well-formed.
  private struct Listener: XMLHandler {
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    mutating func end(_ name: XMLName) {}
    mutating func text(_ bytes: XMLBytes) {}
  }
}

extension Markup {
  /// What a text says, without references: `&lt;` → `<`, `&#8805;` → `≥`.
  public static func plain(_ source: String) -> String {
    guard source.utf8.contains(UInt8(ascii: "&")) else { return source }
    var result = String.UnicodeScalarView()
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let end = rest.firstIndex(of: ";"), let meant = meaning(of: String(rest[..<end]))
      else {
        result.append(scalar)
        continue
      }
      result.append(meant)
      rest = rest[rest.index(after: end)...]
    }
    return String(result)
  }

  private static func meaning(of reference: String) -> Unicode.Scalar? {
    switch reference {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard reference.hasPrefix("#") else { return nil }
      let digits = reference.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
        .flatMap(Unicode.Scalar.init)
    }
  }

  /// A text as it must be written between tags.
  public static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
