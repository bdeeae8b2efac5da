import ChineseText

/// Walks over JSON values that follow one another (one JSON text, or NDJSON), piece by piece and once.
///
/// The caller asks what comes next and takes it: `{` with its keys, `[` with its items, a text, or a word. Lines
/// and columns are counted along the way. All errors are `YAMLError`s with the place.
///
/// ```swift
/// if try scanner.beginsObject() {
///   while let key = try scanner.key() { try scanner.skip() }
/// }
/// ```
public struct JSONScanner {
  /// Deepest nesting that is read.
  public static let deepest = 64

  let utf8: UTF8Bytes
  let end: Int
  var index: Int
  var line: Int
  var column = 1
  /// Lists and objects that are open.
  private var depth = 0
  /// Whether the list or object that is open has had nothing in it yet.
  private var isAtFirst = false

  /// - Parameters:
  ///   - utf8: what is read.
  ///   - line: the number of its first line.
  public init(_ utf8: UTF8Bytes, line: Int = 1) {
    self.utf8 = utf8
    self.index = utf8.range.lowerBound
    self.end = utf8.range.upperBound
    self.line = line
  }

  var bytes: [UInt8] {
    @inline(__always) get { utf8.bytes }
  }

  /// What a value is.
  public enum Kind: Sendable, Hashable {
    case object, list, text
    /// A number, `true`, `false` or `null`.
    case word
  }

  /// Whether nothing but white space is left.
  public var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return index >= end
    }
  }

  /// The place of the next byte; of a value, after `kind()`.
  public var mark: YAMLMark { YAMLMark(line: line, column: column) }

  /// What the next value is; nothing of it is taken.
  public mutating func kind() throws(YAMLError) -> Kind {
    skipBlanks()
    guard depth <= Self.deepest else { throw YAMLError(.tooDeep(Self.deepest), at: mark) }
    guard index < end else { throw YAMLError(.json(.unexpectedEnd), at: mark) }
    return switch bytes[index] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .list
    case UInt8(ascii: "\""): .text
    default: .word
    }
  }

  // MARK: Lists and objects

  /// Takes the bracket that opens a list or an object.
  public mutating func enter() {
    step()
    depth += 1
    isAtFirst = true
  }

  /// Whether another item follows in the list that is open; takes the comma before it or the bracket behind.
  public mutating func hasItem() throws(YAMLError) -> Bool {
    if take(UInt8(ascii: "]")) {
      close()
      return false
    }
    if !isAtFirst, !take(UInt8(ascii: ",")) { throw unexpected(.comma) }
    isAtFirst = false
    return true
  }

  /// The next key of the object that is open, with its colon; `nil` behind the closing bracket.
  public mutating func key() throws(YAMLError) -> JSONKey? {
    if take(UInt8(ascii: "}")) {
      close()
      return nil
    }
    if !isAtFirst, !take(UInt8(ascii: ",")) { throw unexpected(.comma) }
    isAtFirst = false
    skipBlanks()
    guard index < end, bytes[index] == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let place = mark
    let text = try scanText()
    let key = JSONKey(range: text.range, hasEscapes: text.hasEscapes, mark: place)
    guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    return key
  }

  private mutating func close() {
    depth -= 1
    isAtFirst = false
  }

  // MARK: Texts and words

  /// The text that is next.
  ///
  /// - Parameter known: a text that may well stand here again; no new one is made then.
  public mutating func text(like known: String? = nil) throws(YAMLError) -> String {
    let text = try scanText()
    if text.hasEscapes { return String(decoding: decoded(text.range), as: UTF8.self) }
    return known.map { utf8.text(text.range, like: $0) } ?? utf8.text(text.range)
  }

  /// Steps over the text that is next.
  mutating func skipText() throws(YAMLError) { _ = try scanText() }

  /// The number, `true`, `false` or `null` that is next, as written.
  public mutating func word() throws(YAMLError) -> String {
    let (first, place) = (index, mark)
    while index < end, isWordByte(bytes[index]) { index += 1 }
    let word = bytes[first..<index]
    if isName(word) || isJSONNumber(word) {
      column += word.count
      return utf8.text(first..<index)
    }
    index = first
    guard let head = word.first, head == UInt8(ascii: "-") || isDigit(head) else { throw unexpected(.value) }
    throw YAMLError(.json(.badNumber), at: place)
  }

  /// Takes `null` when it is next.
  public mutating func takeNull() -> Bool {
    guard end - index >= 4, bytes[index] == UInt8(ascii: "n"), bytes[index + 1] == UInt8(ascii: "u"),
      bytes[index + 2] == UInt8(ascii: "l"), bytes[index + 3] == UInt8(ascii: "l"),
      end - index == 4 || !isWordByte(bytes[index + 4])
    else { return false }
    index += 4
    column += 4
    return true
  }

  /// The text of a key.
  public func string(_ key: JSONKey) -> String {
    key.hasEscapes ? String(decoding: decoded(key.range), as: UTF8.self) : utf8.text(key.range)
  }

  private func isName(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.count {
    case 4: word.elementsEqual("null".utf8) || word.elementsEqual("true".utf8)
    case 5: word.elementsEqual("false".utf8)
    default: false
    }
  }

  /// Steps over a text.
  ///
  /// - Returns: where its bytes stand between the quotes, and whether there are escapes among them.
  private mutating func scanText() throws(YAMLError) -> (range: Range<Int>, hasEscapes: Bool) {
    let opening = mark
    step()
    let first = index
    var hasEscapes = false
    while true {
      stepOverPlain()
      guard index < end else { throw YAMLError(.json(.unclosedText), at: opening) }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        step()
        return (first..<index - 1, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        var nowhere: [UInt8]?
        try escape(into: &nowhere)
      default: throw YAMLError(.json(.controlCharacter), at: mark)
      }
    }
  }

  // MARK: Steps

  mutating func step() {
    index += 1
    column += 1
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < end, bytes[index] == byte else { return false }
    step()
    return true
  }

  @inline(__always)
  private mutating func skipBlanks() {
    if index < end, bytes[index] <= 0x20 { skipSeveralBlanks() }
  }

  private mutating func skipSeveralBlanks() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: step()
      case 0x0A:
        index += 1
        line += 1
        column = 1
      default: return
      }
    }
  }

  private func unexpected(_ expected: JSONFault.Expected) -> YAMLError {
    guard index < end else { return YAMLError(.json(.unexpectedEnd), at: mark) }
    let rest = String(decoding: bytes[index..<min(index + 8, end)], as: UTF8.self)
    return YAMLError(.json(.unexpected(rest.prefix(1).description, expected: expected)), at: mark)
  }
}

/// A key of an object as it was met, not yet made a text.
public struct JSONKey: Sendable {
  /// Its bytes in what is scanned, between the quotes.
  public let range: Range<Int>
  /// Whether it is written with escapes.
  let hasEscapes: Bool
  /// Where it begins.
  public let mark: YAMLMark
}
