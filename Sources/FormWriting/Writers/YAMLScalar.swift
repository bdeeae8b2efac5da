/// Writes one text so that YAML reads it back unchanged, as plainly as it allows.
enum YAMLScalar {
  /// On one line: plain, or in double quotes where YAML would read something else.
  static func line(_ text: String, inFlow: Bool = false) -> String {
    isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// The lines of a `|` block; `nil` where a block would not give the text back.
  static func block(_ text: String) -> (header: String, lines: [Substring])? {
    guard !text.utf8.isEmpty, text.utf8.last != 0x0A,
      text.unicodeScalars.allSatisfy({ isPrintable($0) || $0 == "\n" })
    else { return nil }
    var lines: [Substring] = []
    var rest = text.unicodeScalars[...]
    while let end = rest.firstIndex(of: "\n") {
      lines.append(Substring(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    lines.append(Substring(rest))
    if lines.contains(where: { $0.unicodeScalars.last == " " }) { return nil }
    let first = lines.first { !$0.isEmpty }
    return (first?.unicodeScalars.first == " " ? "|2" : "|", lines)
  }

  /// Words that YAML readers take for something other than a text.
  private static let words: Set<String> = [
    "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", "-", "--", "---", "...", ".",
    ".nan", ".inf", "-.inf", "+.inf",
  ]

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.allSatisfy(isPrintable) else {
      return false
    }
    if first.properties.isWhitespace || last.properties.isWhitespace || last == ":" { return false }
    if "?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) { return false }
    if inFlow, scalars.contains(where: { ",[]{}:".unicodeScalars.contains($0) }) { return false }
    if hasIndicator(scalars) || words.contains(text.lowercased()) { return false }
    if first == "-", scalars.dropFirst().first == " " { return false }
    return !looksConverted(text)
  }

  /// `: ` or ` #` inside.
  private static func hasIndicator(_ scalars: String.UnicodeScalarView) -> Bool {
    var before: Unicode.Scalar = "x"
    for scalar in scalars {
      if before == ":", scalar == " " { return true }
      if before == " ", scalar == "#" { return true }
      before = scalar
    }
    return false
  }

  /// `010`, `12:30`, `0x1F`, `1_000`, `1e3`: texts that other YAML readers turn into other numbers. Plain
  /// numbers and dates stay as they are printed.
  private static func looksConverted(_ text: String) -> Bool {
    var body = text.utf8[...]
    if let sign = body.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      if sign == UInt8(ascii: "+") { return true }
      body = body.dropFirst()
    }
    guard let first = body.first, (0x30...0x39).contains(first) || first == UInt8(ascii: ".") else {
      return false
    }
    let isNumber = body.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    if isNumber { return first == 0x30 && body.count > 1 && body.dropFirst().first != UInt8(ascii: ".") }
    return body.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
        || ".:_+xo".utf8.contains(byte | 0x20)
        || ".:_+-".utf8.contains(byte)
    } && !isDate(body)
  }

  /// `2027-01-01`.
  private static func isDate(_ body: Substring.UTF8View) -> Bool {
    body.count == 10
      && body.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
      }
  }

  /// Whether the scalar may stand unescaped on a line.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x2028, 0x202F..<0x2060, 0x2070..<0xD800, 0xE000..<0xFEFF, 0xFF00..<0xFFF0: true
    case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where isPrintable(scalar): out.unicodeScalars.append(scalar)
      default: out += escaped(scalar.value)
      }
    }
    return out + "\""
  }

  private static func escaped(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let (letter, width) = value > 0xFFFF ? ("U", 8) : ("u", 4)
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }
}
