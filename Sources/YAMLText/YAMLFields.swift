/// Reads a mapping key by key and refuses the keys nobody asked for.
///
/// ```swift
/// var fields = try YAMLFields(node, of: "规则")
/// let title = try fields.text("title")
/// try fields.finish()
/// ```
public struct YAMLFields {
  /// Where the mapping begins.
  public let mark: YAMLMark
  private var entries: [YAMLEntry]
  private var taken: [String] = []

  /// - Parameter name: what the mapping is, for the error when it is none.
  public init(_ node: YAMLNode, of name: String) throws(YAMLError) {
    self.entries = try node.entries(of: name)
    self.mark = node.mark
  }

  /// The value of a key; `nil` when the key is missing or nothing is written after it.
  public mutating func take(_ key: String) -> YAMLNode? { entry(key)?.value }

  /// The key with its own place, when it is there with a value.
  public mutating func entry(_ key: String) -> YAMLEntry? {
    taken.append(key)
    guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
    let entry = entries.remove(at: index)
    return entry.value.isNull ? nil : entry
  }

  /// Everything not taken so far, in written order; `finish` will accept it.
  public mutating func takeRest() -> [YAMLEntry] {
    defer { entries = [] }
    return entries
  }

  /// The scalar of a key, as written.
  ///
  /// - Throws: `missingKey`, also when nothing is written after it; `wrongType` for anything but a scalar.
  public mutating func text(_ key: String) throws(YAMLError) -> String {
    guard let text = try optionalText(key) else { throw YAMLError(.missingKey(key), at: mark) }
    return text
  }

  /// The scalar of a key, as written; `nil` when the key is missing or nothing is written after it.
  ///
  /// - Throws: `wrongType` for anything but a scalar.
  public mutating func optionalText(_ key: String) throws(YAMLError) -> String? {
    guard let node = take(key) else { return nil }
    return try node.text(of: key)
  }

  /// The scalars of a list, or a single one; none when the key is missing or nothing is written after it.
  ///
  /// - Throws: `wrongType` for anything else.
  public mutating func texts(_ key: String) throws(YAMLError) -> [String] {
    guard let node = take(key) else { return [] }
    return try node.texts(of: key)
  }

  /// `true`/`false`, also 是/否; `nil` when missing.
  public mutating func flag(_ key: String) throws(YAMLError) -> Bool? {
    guard let node = take(key) else { return nil }
    switch try node.text(of: key) {
    case "true", "是": return true
    case "false", "否": return false
    case let other:
      throw YAMLError(.unknownValue(other, key: key, allowed: ["true", "false"]), at: node.mark)
    }
  }

  /// - Throws: `unknownKey` for the first key that was never asked for.
  public func finish() throws(YAMLError) {
    guard let left = entries.first else { return }
    throw YAMLError.unknownKey(left, allowed: taken)
  }
}

extension YAMLNode {
  /// The scalar's text as written.
  public func text(of key: String) throws(YAMLError) -> String {
    guard case .scalar(let text, _) = content else {
      throw YAMLError(.wrongType(key: key, expected: .text), at: mark)
    }
    return text
  }

  /// The items of a list.
  ///
  /// - Parameter key: named in the error.
  /// - Throws: `wrongType` when this is no list.
  public func items(of key: String) throws(YAMLError) -> [YAMLNode] {
    guard case .sequence(let items) = content else {
      throw YAMLError(.wrongType(key: key, expected: .list), at: mark)
    }
    return items
  }

  /// A list of texts; a single text counts as a list of one.
  public func texts(of key: String) throws(YAMLError) -> [String] {
    if case .scalar(let text, _) = content { return [text] }
    var texts: [String] = []
    for item in try items(of: key) { texts.append(try item.text(of: key)) }
    return texts
  }

  /// The entries of a mapping in written order.
  public func entries(of key: String) throws(YAMLError) -> [YAMLEntry] {
    guard case .mapping(let entries) = content else {
      if case .scalar(let text, quoted: false) = content,
        let error = YAMLError.fullWidthColon(in: text, at: mark)
      {
        throw error
      }
      throw YAMLError(.wrongType(key: key, expected: .mapping), at: mark)
    }
    return entries
  }
}

extension YAMLError {
  /// The error for a key that nothing reads: a full-width colon when that is the reason, else the keys that
  /// are read there.
  public static func unknownKey(_ entry: YAMLEntry, allowed: [String]) -> YAMLError {
    unknownKey(entry.key, at: entry.keyMark, allowed: allowed)
  }

  /// The same for a key that stands at a place.
  public static func unknownKey(_ key: String, at mark: YAMLMark, allowed: [String]) -> YAMLError {
    fullWidthColon(in: key, at: mark) ?? YAMLError(.unknownKey(key, allowed: allowed), at: mark)
  }
}
