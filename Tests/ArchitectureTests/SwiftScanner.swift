/// Splits Swift source into code and texts, so that what stands in a comment or a string is not taken for
/// code, nor the other way round.
struct SwiftScanner {
  /// A string literal; the code inside `\( )` is not part of it.
  struct Literal: Equatable {
    var line: Int
    var text: String
  }

  /// The source with comments and the insides of strings as blanks (one for each byte); line breaks stay
  /// where they are.
  var code: String { String(decoding: kept, as: UTF8.self) }
  /// All string literals in order of their beginning.
  private(set) var literals: [Literal] = []

  private let source: [UInt8]
  private var kept: [UInt8] = []
  private var index = 0
  private var line = 1

  init(_ text: String) {
    source = Array(text.utf8)
    kept.reserveCapacity(source.count)
    scanCode(untilParenthesis: false)
  }

  /// The code's lines.
  var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  private mutating func scanCode(untilParenthesis: Bool) {
    var depth = 0
    while index < source.count {
      if starts("//") {
        skipLineComment()
      } else if starts("/*") {
        skipBlockComment()
      } else if startsString {
        scanString()
      } else if startsRegex {
        skipRegex()
      } else {
        if source[index] == Self.open { depth += 1 }
        if source[index] == Self.close { depth -= 1 }
        keep()
        if untilParenthesis, depth < 0 { return }
      }
    }
  }

  private mutating func skipLineComment() {
    while index < source.count, source[index] != Self.lineBreak { blank() }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      let change = starts("/*") ? 1 : starts("*/") ? -1 : 0
      depth += change
      for _ in 0...abs(change) { blank() }
    } while index < source.count && depth > 0
  }

  // MARK: Strings

  private var startsString: Bool {
    let quote = source[index...].firstIndex { $0 != Self.hash }
    return quote.map { source[$0] == Self.quote } ?? false
  }

  private mutating func scanString() {
    let place = literals.count
    literals.append(Literal(line: line, text: ""))
    let hashes = source[index...].prefix { $0 == Self.hash }.count
    let fence = String(repeating: "#", count: hashes)
    keep(hashes)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    keep(quote.count)
    var text: [UInt8] = []
    while index < source.count, !starts(quote + fence) {
      if quote == "\"", source[index] == Self.lineBreak { break }
      if starts("\\" + fence) {
        scanEscape(fence, into: &text)
      } else {
        text.append(source[index])
        blank()
      }
    }
    if starts(quote + fence) { keep(quote.count + hashes) }
    literals[place].text = String(decoding: text, as: UTF8.self)
  }

  /// `\n` and the like, or `\(code)`.
  private mutating func scanEscape(_ fence: String, into text: inout [UInt8]) {
    for _ in 0...fence.count { blank() }
    guard index < source.count else { return }
    if source[index] == Self.open {
      keep()
      scanCode(untilParenthesis: true)
    } else {
      text.append(source[index])
      blank()
    }
  }

  // MARK: Regular expressions

  /// A `/` that begins a regular expression: after an opening sign, before anything but a blank, and closed
  /// on its line.
  private var startsRegex: Bool {
    if starts("#/") { return true }
    guard source[index] == Self.slash, index + 1 < source.count else { return false }
    guard !Array(" \n=".utf8).contains(source[index + 1]) else { return false }
    let before = kept.last { $0 != Self.blank && $0 != Self.lineBreak } ?? Self.open
    guard Array("(,=:[{&|?".utf8).contains(before) else { return false }
    return source[(index + 1)...].prefix { $0 != Self.lineBreak }.contains(Self.slash)
  }

  private mutating func skipRegex() {
    let fence = starts("#/") ? "/#" : "/"
    keep(fence.count)
    while index < source.count, !starts(fence) {
      if source[index] == Self.backslash { blank() }
      if index < source.count { blank() }
    }
    if starts(fence) { keep(fence.count) }
  }

  // MARK: Steps

  private static let (blank, lineBreak, quote, hash) = (
    UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\""), UInt8(ascii: "#")
  )
  private static let (open, close, slash, backslash) = (
    UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "\\")
  )

  private func starts(_ text: String) -> Bool { source[index...].starts(with: text.utf8) }

  private mutating func keep(_ count: Int = 1) {
    for _ in 0..<count {
      kept.append(source[index])
      step()
    }
  }

  private mutating func blank() {
    kept.append(source[index] == Self.lineBreak ? Self.lineBreak : Self.blank)
    step()
  }

  private mutating func step() {
    if source[index] == Self.lineBreak { line += 1 }
    index += 1
  }
}
