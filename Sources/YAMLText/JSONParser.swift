import ChineseText

/// Parses JSON values that follow one another (one JSON text, or NDJSON) into the same nodes as YAML.
///
/// Texts become quoted scalars; numbers, `true`, `false` and `null` plain ones, with the characters that were
/// written, so that `10.00` stays `10.00`.
///
/// - Parameter bytes: UTF-8 without a byte order mark; what is none is made good.
/// - Throws: `YAMLError` with the place: bad grammar, duplicate keys, nesting deeper than 64.
public func parseJSON(_ bytes: [UInt8]) throws(YAMLError) -> [YAMLNode] {
  var scanner = JSONScanner(UTF8Bytes(bytes) ?? UTF8Bytes(String(decoding: bytes, as: UTF8.self)))
  var values: [YAMLNode] = []
  while !scanner.isAtEnd { values.append(try scanner.node()) }
  return values
}

extension JSONScanner {
  /// The value that is next, whole.
  public mutating func node() throws(YAMLError) -> YAMLNode {
    let kind = try kind()
    let start = mark
    switch kind {
    case .object: return YAMLNode(.mapping(try entries()), at: start)
    case .list: return YAMLNode(.sequence(try items()), at: start)
    case .text: return YAMLNode(.scalar(try text(), quoted: true), at: start)
    case .word: return YAMLNode(.scalar(try word(), quoted: false), at: start)
    }
  }

  private mutating func items() throws(YAMLError) -> [YAMLNode] {
    enter()
    var items: [YAMLNode] = []
    while try hasItem() { items.append(try node()) }
    return items
  }

  private mutating func entries() throws(YAMLError) -> [YAMLEntry] {
    enter()
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while let key = try key() {
      let name = string(key)
      if let first = lines.updateValue(key.mark.line, forKey: name) {
        throw YAMLError(.duplicateKey(name, firstLine: first), at: key.mark)
      }
      entries.append(YAMLEntry(key: name, keyMark: key.mark, value: try node()))
    }
    return entries
  }

  /// Steps over the value that is next; its grammar is checked, its keys are not.
  public mutating func skip() throws(YAMLError) {
    switch try kind() {
    case .object:
      enter()
      while try key() != nil { try skip() }
    case .list:
      enter()
      while try hasItem() { try skip() }
    case .text: try skipText()
    case .word: _ = try word()
    }
  }
}
