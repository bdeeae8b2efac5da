import FormModel

/// Writes new texts into a native YAML draft and leaves every other byte as it is.
public struct DraftPatch: Sendable {
  /// One text to be replaced.
  public struct Change: Sendable, Hashable {
    /// Line and column where the text begins, from 1.
    public var line: Int
    /// See `line`; in characters of Unicode.
    public var column: Int
    /// What is written there now, as a value.
    public var before: String
    /// What is to be written there.
    public var after: String

    public init(line: Int, column: Int, before: String, after: String) {
      self.line = line
      self.column = column
      self.before = before
      self.after = after
    }
  }

  /// The text with the changes made.
  public private(set) var text: String
  /// Changes of texts that are not written on one line in a way this program knows: they stand as they were.
  public private(set) var left: [Change] = []

  /// - Parameter source: the draft, lines ending as they may.
  public init(_ source: String, _ changes: [Change]) {
    var lines = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    // From the end of a line, so that columns before stay right.
    for change in changes.sorted(by: { ($0.line, $0.column) > ($1.line, $1.column) }) {
      guard lines.indices.contains(change.line - 1),
        let line = Self.patched(lines[change.line - 1], change)
      else {
        left.append(change)
        continue
      }
      lines[change.line - 1] = line
    }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: lines.joined(separator: CollectionOfOne("\n")))
    text = String(scalars)
  }

  private static func patched(_ line: [Unicode.Scalar], _ change: Change) -> [Unicode.Scalar]? {
    guard let replacement = Replacement(change, in: line) else { return nil }
    return line[..<(replacement.column - 1)] + Array(replacement.text.unicodeScalars)
      + line[(replacement.endColumn - 1)...]
  }
}

extension DraftPatch {
  /// A part of one line, quotes and all, and what is to be written in its place.
  public struct Replacement: Sendable, Hashable {
    /// From 1.
    public var line: Int
    /// Where the part begins, from 1, in characters of Unicode.
    public var column: Int
    /// The column behind its last character.
    public var endColumn: Int
    /// As YAML writes it there.
    public var text: String
  }

  /// The parts of a draft that changes replace, in their order; `nil` for a change that is not made.
  public static func replacements(of changes: [Change], in source: String) -> [Replacement?] {
    let lines = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return changes.map { change in
      lines.indices.contains(change.line - 1) ? Replacement(change, in: Array(lines[change.line - 1])) : nil
    }
  }
}

extension DraftPatch.Replacement {
  /// - Returns: `nil` where the text is not written on this line in a way that this program knows.
  fileprivate init?(_ change: DraftPatch.Change, in line: [Unicode.Scalar]) {
    let start = change.column - 1
    guard start >= 0, start < line.count else { return nil }
    // A flow mapping ends a text at signs that a line of its own may hold.
    let inFlow = line[..<start].contains { $0 == "{" || $0 == "[" }
    for spelling in Self.spellings(of: change.before) where line[start...].starts(with: spelling) {
      let end = start + spelling.count
      guard Self.endsText(line[end...], inFlow: inFlow) else { continue }
      self.init(
        line: change.line, column: change.column, endColumn: end + 1,
        text: YAMLScalar.line(change.after, inFlow: inFlow))
      return
    }
    return nil
  }

  /// The ways in which a text may be written on one line, quoted ones first.
  private static func spellings(of text: String) -> [[Unicode.Scalar]] {
    let single = "'" + text.replacing("'", with: "''") + "'"
    return [YAMLScalar.line(text), "\"" + text + "\"", single, text].map { Array($0.unicodeScalars) }
  }

  /// Whether nothing but blanks, a comment or the end of a flow follows.
  private static func endsText(_ rest: ArraySlice<Unicode.Scalar>, inFlow: Bool) -> Bool {
    let next = rest.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let first = next.first else { return true }
    if first == "#" { return next.startIndex > rest.startIndex }
    return inFlow && ",}]".unicodeScalars.contains(first)
  }
}
