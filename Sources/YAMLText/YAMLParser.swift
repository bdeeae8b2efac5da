import CLibYAML

/// Parses one YAML document; the only place that knows libyaml.
///
/// Events are read straight into nodes: a rule file takes some 20 µs, a tenth of what a general node tree
/// with tag resolution costs. Anchors, aliases and explicit tags are refused: forms and rules need none,
/// and an alias is the way to make a small file huge.
///
/// The line break that ends a block text (`键: |`) is no part of the text: nobody means it, and no printed
/// form has it.
///
/// - Parameter source: stamped on every mark; needed only where several texts become one document.
/// - Throws: `YAMLError` with the place: syntax, duplicate keys, a full-width colon, too deep nesting.
/// - Returns: `nil` for an empty document.
public func parseYAML(_ text: String, source: Int = 0) throws(YAMLError) -> YAMLNode? {
  let bytes = Array(text.utf8)
  let events = EventReader(bytes: bytes, source: source)
  defer { events.close() }
  do throws(YAMLError) {
    return try events.document()
  } catch {
    throw error.explained(by: text)
  }
}

/// Walks libyaml's events over bytes that stay alive for its lifetime.
private final class EventReader {
  private static let deepest = 64
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var event = yaml_event_t()
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let source: Int

  init(bytes text: [UInt8], source: Int) {
    self.source = source
    bytes = .allocate(capacity: text.count)
    _ = bytes.initialize(from: text)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  func close() {
    yaml_event_delete(&event)
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  func document() throws(YAMLError) -> YAMLNode? {
    try next()  // stream start
    try next()
    if event.type == YAML_STREAM_END_EVENT { return nil }
    try next()
    let root = try node(depth: 0)
    try next()  // document end
    try next()
    guard event.type == YAML_STREAM_END_EVENT else { throw YAMLError(.secondDocument, at: mark) }
    return root
  }

  private func next() throws(YAMLError) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
      let place = parser.pointee.problem_mark
      throw YAMLError(
        .syntax(problem),
        at: YAMLMark(line: Int(place.line) + 1, column: Int(place.column) + 1, source: source))
    }
  }

  private var mark: YAMLMark {
    YAMLMark(
      line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1, source: source)
  }

  private func node(depth: Int) throws(YAMLError) -> YAMLNode {
    guard depth <= Self.deepest else { throw YAMLError(.tooDeep(Self.deepest), at: mark) }
    let start = mark
    switch event.type {
    case YAML_SCALAR_EVENT: return try scalar(at: start)
    case YAML_SEQUENCE_START_EVENT: return YAMLNode(.sequence(try items(depth: depth)), at: start)
    case YAML_MAPPING_START_EVENT: return YAMLNode(.mapping(try entries(depth: depth)), at: start)
    default: throw YAMLError(.aliasOrTag, at: start)
    }
  }

  private func scalar(at start: YAMLMark) throws(YAMLError) -> YAMLNode {
    let scalar = event.data.scalar
    guard scalar.anchor == nil, scalar.tag == nil else { throw YAMLError(.aliasOrTag, at: start) }
    let plain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    let block = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
    if plain, event.end_mark.line > event.start_mark.line {
      throw YAMLError(.continuedPlainText(lastLine: Int(event.end_mark.line) + 1), at: start)
    }
    var bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if block, bytes.last == 0x0A { bytes = UnsafeBufferPointer(rebasing: bytes.dropLast()) }
    let text = String(decoding: bytes, as: UTF8.self)
    return YAMLNode(.scalar(text, quoted: !plain), at: start)
  }

  private func items(depth: Int) throws(YAMLError) -> [YAMLNode] {
    guard event.data.sequence_start.anchor == nil else { throw YAMLError(.aliasOrTag, at: mark) }
    var items: [YAMLNode] = []
    try next()
    while event.type != YAML_SEQUENCE_END_EVENT {
      items.append(try node(depth: depth + 1))
      try next()
    }
    return items
  }

  private func entries(depth: Int) throws(YAMLError) -> [YAMLEntry] {
    guard event.data.mapping_start.anchor == nil else { throw YAMLError(.aliasOrTag, at: mark) }
    var entries: [YAMLEntry] = []
    var seen: [KeyBytes: YAMLMark] = [:]
    try next()
    while event.type != YAML_MAPPING_END_EVENT {
      let keyMark = mark
      guard case .scalar(let key, _) = try node(depth: depth + 1).content else {
        throw YAMLError(.keyIsNoText, at: keyMark)
      }
      if let first = Self.note(key, at: keyMark, after: entries, &seen) {
        throw YAMLError(.duplicateKey(key, firstLine: first.line), at: keyMark)
      }
      try next()
      entries.append(YAMLEntry(key: key, keyMark: keyMark, value: try node(depth: depth + 1)))
      try next()
    }
    return entries
  }

  /// Where the key stood before; a few keys are compared one by one, which is faster than hashing them.
  private static func note(
    _ key: String, at mark: YAMLMark, after entries: [YAMLEntry], _ seen: inout [KeyBytes: YAMLMark]
  ) -> YAMLMark? {
    // By bytes: `==` of Chinese texts looks up the normal form of every sign.
    if entries.count < 12 { return entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.keyMark }
    if seen.isEmpty { for entry in entries { seen[KeyBytes(key: entry.key)] = entry.keyMark } }
    return seen.updateValue(mark, forKey: KeyBytes(key: key))
  }
}

/// A key that is compared and hashed by its bytes.
private struct KeyBytes: Hashable {
  let key: String

  static func == (a: KeyBytes, b: KeyBytes) -> Bool { a.key.utf8.elementsEqual(b.key.utf8) }

  func hash(into hasher: inout Hasher) {
    let isDone: Void? = key.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in key.utf8 { hasher.combine(byte) } }
  }
}
