import CLibYAML
import ChineseText

/// Walks over one YAML document, piece by piece and once.
///
/// The caller asks what comes next and takes it: a mapping with its keys, a list with its items, or a text. Anchors,
/// aliases and explicit tags are refused: forms and rules need none, and an alias is the way to make a small file huge.
///
/// The line break that ends a block text (`键: |`) is no part of the text: nobody means it, and no printed
/// form has it.
///
/// ```swift
/// let scanner = YAMLScanner(text)
/// if try scanner.open() {
///   try scanner.enterMapping(of: "规则")
///   while try scanner.hasKey() {
///     try scanner.takeKey()
///     try scanner.skip()
///   }
///   try scanner.close()
/// }
/// ```
public final class YAMLScanner {
  private static let deepest = 64
  /// Reads bytes that stay where they are.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// What libyaml met last.
  private let next = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let source: Int
  /// Lists and mappings that are open.
  private var depth = 0

  /// - Parameter source: stamped on every mark; needed only where several texts become one document.
  public init(_ text: String, source: Int = 0) {
    self.source = source
    next.initialize(to: yaml_event_t())
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(next)
    yaml_parser_delete(parser)
    next.deallocate()
    parser.deallocate()
    bytes.deallocate()
  }

  /// What a value is.
  public enum Kind: Sendable, Hashable {
    case mapping, list, text
  }

  /// Steps to the value of the document.
  ///
  /// - Returns: whether there is a document at all.
  public func open() throws(YAMLError) -> Bool {
    try step()
    try step()
    if next.pointee.type == YAML_STREAM_END_EVENT { return false }
    try step()
    return true
  }

  /// Sees to it that nothing but the end is left behind the value of the document.
  public func close() throws(YAMLError) {
    try step()
    guard next.pointee.type == YAML_STREAM_END_EVENT else { throw YAMLError(.secondDocument, at: mark) }
  }

  /// The place of what is next.
  public var mark: YAMLMark {
    YAMLMark(
      line: Int(next.pointee.start_mark.line) + 1, column: Int(next.pointee.start_mark.column) + 1,
      source: source)
  }

  /// What the next value is; nothing of it is taken.
  public func kind() throws(YAMLError) -> Kind {
    guard depth <= Self.deepest else { throw YAMLError(.tooDeep(Self.deepest), at: mark) }
    switch next.pointee.type {
    case YAML_SCALAR_EVENT:
      try checkText()
      return .text
    case YAML_SEQUENCE_START_EVENT where next.pointee.data.sequence_start.anchor == nil: return .list
    case YAML_MAPPING_START_EVENT where next.pointee.data.mapping_start.anchor == nil: return .mapping
    default: throw YAMLError(.aliasOrTag, at: mark)
    }
  }

  private func step() throws(YAMLError) {
    yaml_event_delete(next)
    guard yaml_parser_parse(parser, next) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
      let place = parser.pointee.problem_mark
      throw YAMLError(
        .syntax(problem),
        at: YAMLMark(line: Int(place.line) + 1, column: Int(place.column) + 1, source: source))
    }
  }

  // MARK: Mappings and lists

  /// Takes what opens the mapping or the list that is next.
  public func enter() throws(YAMLError) {
    depth += 1
    try step()
  }

  private func leave() throws(YAMLError) {
    depth -= 1
    try step()
  }

  /// Whether another item follows in the list that is open; without one the list is left.
  public func hasItem() throws(YAMLError) -> Bool {
    guard next.pointee.type == YAML_SEQUENCE_END_EVENT else { return true }
    try leave()
    return false
  }

  /// Whether another key follows in the mapping that is open; without one the mapping is left.
  ///
  /// - Throws: `keyIsNoText`.
  public func hasKey() throws(YAMLError) -> Bool {
    if next.pointee.type == YAML_MAPPING_END_EVENT {
      try leave()
      return false
    }
    let place = mark
    guard try kind() == .text else {
      _ = try node()
      throw YAMLError(.keyIsNoText, at: place)
    }
    return true
  }

  /// The text of the key that is next.
  public var key: String { String(utf8: scalar) }

  /// The index of the key that is next among known ones.
  ///
  /// - Parameter latest: the index of the key before it.
  public func index(in keys: KnownKeys, after latest: Int = -1) -> Int? {
    keys.index(of: UnsafeRawBufferPointer(scalar), after: latest)
  }

  /// Steps over the key that is next, to its value.
  public func takeKey() throws(YAMLError) { try step() }

  // MARK: Texts

  /// Takes a value that is nothing: none written, `~` or `null`.
  public func takeNull() throws(YAMLError) -> Bool {
    guard try kind() == .text, isPlain, isNothing(scalar) else { return false }
    try step()
    return true
  }

  /// Takes the text that is next, as written.
  ///
  /// - Parameter key: named in the error.
  public func text(of key: @autoclosure () -> String) throws(YAMLError) -> String {
    guard try kind() == .text else { return try node().text(of: key()) }
    let text = String(utf8: scalar)
    try step()
    return text
  }

  /// The bytes of the text that is next.
  private var scalar: UnsafeBufferPointer<UInt8> {
    let (start, length) = (next.pointee.data.scalar.value, next.pointee.data.scalar.length)
    let bytes = UnsafeBufferPointer(start: start, count: length)
    return isBlock && bytes.last == 0x0A ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes
  }

  private var isPlain: Bool { next.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  private var isBlock: Bool {
    let style = next.pointee.data.scalar.style
    return style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
  }

  private func isNothing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.count {
    case 0: true
    case 1: bytes[0] == UInt8(ascii: "~")
    case 4: bytes.elementsEqual("null".utf8)
    default: false
    }
  }

  private func checkText() throws(YAMLError) {
    guard next.pointee.data.scalar.anchor == nil, next.pointee.data.scalar.tag == nil else {
      throw YAMLError(.aliasOrTag, at: mark)
    }
    if isPlain, next.pointee.end_mark.line > next.pointee.start_mark.line {
      throw YAMLError(.continuedPlainText(lastLine: Int(next.pointee.end_mark.line) + 1), at: mark)
    }
  }
}

// MARK: Whole values

extension YAMLScanner {
  /// Takes the value that is next, whole.
  ///
  /// - Throws: also for duplicate keys.
  public func node() throws(YAMLError) -> YAMLNode {
    let kind = try kind()
    let start = mark
    switch kind {
    case .mapping: return YAMLNode(.mapping(try entries()), at: start)
    case .list: return YAMLNode(.sequence(try items()), at: start)
    case .text:
      let isQuoted = !isPlain
      return YAMLNode(.scalar(try text(of: ""), quoted: isQuoted), at: start)
    }
  }

  private func items() throws(YAMLError) -> [YAMLNode] {
    try enter()
    var items: [YAMLNode] = []
    while try hasItem() { items.append(try node()) }
    return items
  }

  private func entries() throws(YAMLError) -> [YAMLEntry] {
    try enter()
    var entries: [YAMLEntry] = []
    var seen = SeenTexts()
    while try hasKey() {
      let (key, place) = (key, mark)
      if let first = seen.add(key, line: place.line) {
        throw YAMLError(.duplicateKey(key, firstLine: first), at: place)
      }
      try takeKey()
      entries.append(YAMLEntry(key: key, keyMark: place, value: try node()))
    }
    return entries
  }

  /// Takes what opens the mapping that is next.
  ///
  /// - Parameter key: named in the error when it is none.
  public func enterMapping(of key: @autoclosure () -> String) throws(YAMLError) {
    if try kind() != .mapping { _ = try node().entries(of: key()) }
    try enter()
  }

  /// Takes what opens the list that is next.
  ///
  /// - Parameter key: named in the error when it is none.
  public func enterList(of key: @autoclosure () -> String) throws(YAMLError) {
    if try kind() != .list { _ = try node().items(of: key()) }
    try enter()
  }
}
