import ChineseText
import Synchronization
import YAMLText

/// A word list of `Rules/vocabulary/`: words, and what is known about each of them.
///
/// The file is decoded when its words are first needed: two thirds of a rule set's bytes are words, and a form
/// that is just begun needs few of them.
final class Vocabulary: Sendable {
  /// All words as one list, shared by every rule that refers to them.
  let list: WordList
  private let source: Source
  private let fieldsByWord: OnDemand<[TextBytes: [String: String]]>

  /// Words with the same fields.
  struct Group: Sendable {
    var words: [String]
    /// Fields of the words, if any: `办事效率` → `measure: 办事时限压缩率`.
    var fields: [String: String]
  }

  /// What the file holds.
  struct Content: Sendable {
    /// In written order.
    var groups: [Group] = []
    /// Every field that some word has.
    var fieldNames: [String] = []
  }

  /// - Parameter read: decodes the file.
  init(_ read: @escaping @Sendable () throws(YAMLError) -> Content) {
    let source = Source(read)
    self.source = source
    list = WordList(later: { source.known.groups.flatMap(\.words) })
    fieldsByWord = OnDemand { Self.fieldsByWord(source.known.groups) }
  }

  /// Decodes the file now.
  ///
  /// - Throws: `YAMLError` with the place in the word list's own file.
  func decode() throws(YAMLError) { _ = try source.content() }

  /// Whether the file has been decoded, and is right.
  var isDecoded: Bool { source.decoded != nil }

  /// The words with their fields; none where the file is wrong, which `decode()` would have told.
  var groups: [Group] { source.known.groups }

  /// Whether words of the list have a field; taken on trust until the file is decoded.
  func mayHave(field name: String) -> Bool { source.decoded?.fieldNames.contains(name) ?? true }

  /// Every field that some word has, as far as the file is decoded.
  var knownFieldNames: [String] { source.decoded?.fieldNames ?? [] }

  /// The fields of a word, with or without its `^` and `$`; empty for a word that has none.
  func fields(of word: String) -> [String: String] { fieldsByWord.value?[TextBytes(word)] ?? [:] }

  private static func fieldsByWord(_ groups: [Group]) -> [TextBytes: [String: String]] {
    var found: [TextBytes: [String: String]] = [:]
    for group in groups where !group.fields.isEmpty {
      for word in group.words { found[TextBytes(Tied(word).word)] = group.fields }
    }
    return found
  }
}

/// The file behind a word list, decoded at most once in the end.
private final class Source: Sendable {
  private let read: @Sendable () throws(YAMLError) -> Vocabulary.Content
  private let result = Mutex<Vocabulary.Content?>(nil)

  init(_ read: @escaping @Sendable () throws(YAMLError) -> Vocabulary.Content) { self.read = read }

  var decoded: Vocabulary.Content? { result.withLock { $0 } }

  func content() throws(YAMLError) -> Vocabulary.Content {
    if let decoded { return decoded }
    let new = try read()
    result.withLock { $0 = new }
    return new
  }

  var known: Vocabulary.Content { (try? content()) ?? Vocabulary.Content() }
}

extension Vocabulary.Content {
  /// Decodes a list of words; or `add` and `remove`, which change the list there is.
  init(_ root: YAMLNode, over known: Vocabulary?) throws(YAMLError) {
    guard case .mapping = root.content else {
      try self.init(root)
      return
    }
    var fields = try YAMLFields(root, of: "vocabulary")
    let added = try fields.take("add").map { (node) throws(YAMLError) in try Self(node) }
    let removed = fields.take("remove")
    try fields.finish()
    guard let known else { throw YAMLError(.other(Messages.noListToChange), at: root.mark) }
    self = Self(groups: known.groups, fieldNames: known.knownFieldNames)
    for word in try removed?.texts(of: "remove").map(folded) ?? [] {
      guard groups.contains(where: { $0.words.contains(word) }) else {
        throw YAMLError(.other(Messages.notInList(word)), at: removed?.mark ?? root.mark)
      }
      for index in groups.indices { groups[index].words.removeAll { $0 == word } }
    }
    groups += added?.groups ?? []
    fieldNames += (added?.fieldNames ?? []).filter { !fieldNames.contains($0) }
  }

  /// Decodes a list whose items are words, or mappings with `word` or `words` and fields of their own.
  init(_ root: YAMLNode) throws(YAMLError) {
    var plain: [String] = []
    for item in try root.items(of: "vocabulary") {
      if case .scalar(let word, _) = item.content {
        plain.append(folded(word))
        continue
      }
      let group = try Vocabulary.Group(item)
      groups.append(group)
      for name in group.fields.keys.sorted() where !fieldNames.contains(name) { fieldNames.append(name) }
    }
    if !plain.isEmpty { groups.insert(Vocabulary.Group(words: plain, fields: [:]), at: 0) }
  }
}

extension Vocabulary.Group {
  fileprivate init(_ item: YAMLNode) throws(YAMLError) {
    var entries = try YAMLFields(item, of: "word")
    words = try entries.texts("words").map(folded)
    if let word = try entries.optionalText("word") { words.append(folded(word)) }
    guard !words.isEmpty else { throw YAMLError(.missingKey("word"), at: item.mark) }
    fields = [:]
    for entry in entries.takeRest() { fields[entry.key] = try entry.value.text(of: entry.key) }
  }
}
