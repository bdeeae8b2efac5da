import ChineseText

/// The keys that a mapping has had so far, each with its line, compared by their bytes.
public struct SeenTexts {
  private var few: [(key: String, line: Int)] = []
  private var many: [TextBytes: Int] = [:]

  public init() {}

  /// Notes a key.
  ///
  /// A few keys are compared one by one, which is faster than hashing them.
  ///
  /// - Returns: the line of the same key before it; `nil` for a new one.
  public mutating func add(_ key: String, line: Int) -> Int? {
    if many.isEmpty {
      if let index = few.indices.first(where: { isSameBytes(few[$0].key, key) }) { return few[index].line }
      if few.isEmpty { few.reserveCapacity(6) }
      few.append((key, line))
      if few.count == 12 { for (key, line) in few { many[TextBytes(key)] = line } }
      return nil
    }
    return many.updateValue(line, forKey: TextBytes(key))
  }
}
