import FormModel
import FoundationEssentials
import YAMLText

/// The parameters of a check, read key by key; what is not asked for is an error.
struct CheckParameters {
  private var fields: YAMLFields
  let reading: RuleReading
  /// Where the parameters begin.
  let mark: YAMLMark
  /// Whether a value came from the template or could.
  private(set) var usesProfile = false
  /// The words that were asked for.
  private(set) var wordLists: [WordList] = []

  init(_ node: YAMLNode, of name: String, reading: RuleReading) throws(YAMLError) {
    let content = node.isNull ? YAMLNode(.mapping([]), at: node.mark) : node
    fields = try YAMLFields(content, of: name)
    mark = node.mark
    self.reading = reading
  }

  mutating func take(_ key: String) throws(YAMLError) -> YAMLNode? {
    guard let node = fields.take(key) else { return nil }
    let (value, isProfile) = try reading.resolved(node)
    if isProfile { usesProfile = true }
    return value
  }

  /// The texts behind some keys, which are still to be taken: equal for parameters that say the same.
  func written(_ keys: [String]) -> [[String]] {
    var copy = self
    return keys.map { (try? copy.texts($0)) ?? [] }
  }

  mutating func text(_ key: String) throws(YAMLError) -> String? {
    try take(key).map { (node) throws(YAMLError) in try node.text(of: key) }
  }

  mutating func flag(_ key: String) throws(YAMLError) -> Bool { try fields.flag(key) ?? false }

  mutating func texts(_ key: String) throws(YAMLError) -> [String] {
    guard let node = try take(key) else { return [] }
    return try node.texts(of: key)
  }

  mutating func words(_ key: String) throws(YAMLError) -> WordList? {
    guard let node = try take(key) else { return nil }
    let words = try reading.words(node, of: key)
    wordLists.append(words)
    return words
  }

  /// - Parameter isSought: whether its words are looked for in texts.
  mutating func vocabulary(_ key: String, isSought: Bool = false) throws(YAMLError) -> Vocabulary? {
    guard let node = try take(key) else { return nil }
    let vocabulary = try reading.vocabulary(node)
    if isSought { wordLists.append(vocabulary.list) }
    return vocabulary
  }

  mutating func number(_ key: String) throws(YAMLError) -> Decimal? {
    guard let node = try take(key) else { return nil }
    guard let value = decimal(printed: try node.text(of: key)) else {
      throw YAMLError(.wrongType(key: key, expected: .number), at: node.mark)
    }
    return value
  }

  mutating func count(_ key: String) throws(YAMLError) -> Int? {
    guard let node = try take(key) else { return nil }
    guard let value = Int(try node.text(of: key)) else {
      throw YAMLError(.wrongType(key: key, expected: .number), at: node.mark)
    }
    return value
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(YAMLError) -> Choice? where Choice.RawValue == String {
    try choices(key, of: type).first
  }

  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(YAMLError) -> [Choice] where Choice.RawValue == String {
    guard let node = try take(key) else { return [] }
    var found: [Choice] = []
    for text in try node.texts(of: key) {
      guard let choice = Choice(rawValue: text) else {
        let allowed = Choice.allCases.map(\.rawValue)
        throw YAMLError(.unknownValue(text, key: key, allowed: allowed), at: node.mark)
      }
      found.append(choice)
    }
    return found
  }

  /// The places of `at:` or another key.
  mutating func places(_ key: String = "at", else standard: [Place]? = nil) throws(YAMLError) -> [Place] {
    guard let node = try take(key) else {
      if let standard { return standard }
      throw YAMLError(.missingKey(key), at: mark)
    }
    var places: [Place] = []
    for text in try node.texts(of: key) {
      guard let found = Place.named(text) else {
        throw YAMLError(.unknownValue(text, key: key, allowed: Place.names), at: node.mark)
      }
      places += found
    }
    return places
  }

  mutating func place(_ key: String) throws(YAMLError) -> Place? {
    guard let node = try take(key) else { return nil }
    let text = try node.text(of: key)
    guard let found = Place.named(text), found.count == 1 else {
      throw YAMLError(.unknownValue(text, key: key, allowed: Place.names), at: node.mark)
    }
    return found[0]
  }

  /// Conditions on rows, nested in a check.
  mutating func conditions(_ key: String) throws(YAMLError) -> Conditions? {
    guard let node = fields.take(key) else { return nil }
    var inner = try CheckParameters(node, of: key, reading: reading)
    let conditions = try Conditions(&inner)
    try inner.finish()
    if inner.usesProfile { usesProfile = true }
    wordLists += inner.wordLists
    return conditions
  }

  func finish() throws(YAMLError) { try fields.finish() }
}
