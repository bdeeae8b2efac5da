import FormComparison
import FormWriting
import YAMLText

/// The file of `--pairs`: what people decided about rows that the program was not sure of.
struct PairsFile {
  let path: String
  private(set) var list: PairList
  private var isChanged = false

  /// Reads the file where there is one.
  ///
  /// - Throws: `Complaint` with line and column of what cannot be used.
  init(_ path: String) throws {
    self.path = path
    guard AtomicFile.exists(path) else {
      list = PairList()
      return
    }
    let text = try FormFiles.text(at: path)
    do throws(YAMLError) {
      list = try Self.list(in: text)
    } catch {
      throw Complaint(error.text(in: text, named: path), .unreadable)
    }
  }

  /// Takes a decision in, or an open question that is not there yet.
  mutating func add(_ entry: PairList.Entry) {
    let known = list.decision(of: entry)
    guard known == nil || (entry.decision != .open && known != entry.decision) else { return }
    list.add(entry)
    isChanged = true
  }

  /// Writes the file where something was added.
  mutating func save() throws {
    guard isChanged else { return }
    try AtomicFile.write(PairListText(list).text, to: path)
    isChanged = false
  }

  // MARK: Reading

  static func list(in text: String) throws(YAMLError) -> PairList {
    guard let root = try parseYAML(text) else { return PairList() }
    var entries: [PairList.Entry] = []
    let keys = PairListText.keys
    for item in try root.items(of: keys.decision) {
      var fields = try YAMLFields(item, of: keys.decision)
      let approved = try rows(keys.approved, in: &fields)
      let evaluated = try rows(keys.evaluated, in: &fields)
      let decision = try decision(keys.decision, in: &fields)
      try fields.finish()
      guard approved.count == 1 || evaluated.count == 1 else {
        throw YAMLError(.other(Messages.Compare.severalOnBothSides), at: item.mark)
      }
      entries.append(.init(approved: approved, evaluated: evaluated, decision: decision))
    }
    return PairList(entries)
  }

  /// One row, or a list of the rows that one row became.
  private static func rows(_ key: String, in fields: inout YAMLFields) throws(YAMLError) -> [PairList.Row] {
    guard let node = fields.take(key) else { throw YAMLError(.missingKey(key), at: fields.mark) }
    guard case .sequence(let items) = node.content else { return [try row(node, of: key)] }
    guard !items.isEmpty else { throw YAMLError(.wrongType(key: key, expected: .mapping), at: node.mark) }
    var rows: [PairList.Row] = []
    for item in items { rows.append(try row(item, of: key)) }
    return rows
  }

  private static func row(_ node: YAMLNode, of key: String) throws(YAMLError) -> PairList.Row {
    var cells = try YAMLFields(node, of: key)
    let names = PairListText.rowKeys
    let row = PairList.Row(
      level: try cells.optionalText(names.level) ?? "", name: try cells.text(names.name),
      target: try cells.optionalText(names.target) ?? "")
    try cells.finish()
    return row
  }

  private static func decision(
    _ key: String, in fields: inout YAMLFields
  ) throws(YAMLError) -> PairList.Decision {
    let words = PairListText.decisions
    guard let node = fields.take(key) else { return .open }
    let word = try node.text(of: key)
    guard let decision = words[word] else {
      throw YAMLError(.unknownValue(word, key: key, allowed: words.keys.sorted()), at: node.mark)
    }
    return decision
  }
}
