import ChineseText
import YAMLText

/// A text with `{placeholders}`.
struct MessageTemplate: Sendable {
  /// As written.
  let text: String
  private let pieces: [Piece]

  /// What the values of a text come to, in bytes.
  private static let usualValues = 60

  private enum Piece: Sendable {
    case text(String)
    case value(String)
  }

  /// - Parameter also: more placeholders that may stand in the text.
  /// - Throws: `unknownValue` with the allowed names for a placeholder that nothing fills.
  init(
    _ text: String, allowed: [String], also: (String) -> Bool = { _ in false }, key: String, at mark: YAMLMark
  ) throws(YAMLError) {
    self.text = text
    var pieces: [Piece] = []
    var rest = text[...]
    // Braces are looked for as bytes: the texts of all rules are taken apart before the first prompt.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(rest[rest.index(after: open)..<close])
      guard allowed.contains(name) || also(name) else {
        throw YAMLError(.unknownValue("{\(name)}", key: key, allowed: allowed.map { "{\($0)}" }), at: mark)
      }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.value(name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The text with every placeholder filled; what has no value becomes empty.
  func filled(_ value: (String) -> String?) -> String {
    if pieces.count == 1, case .text(let text)? = pieces.first { return text }
    var filled = GrowingText(capacity: text.utf8.count + Self.usualValues)
    for piece in pieces {
      switch piece {
      case .text(let text): filled.add(text)
      case .value(let name): if let value = value(name) { filled.add(value) }
      }
    }
    return filled.text
  }
}
