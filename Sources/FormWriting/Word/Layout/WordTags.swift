import ChineseText
import OfficeFiles

/// A placeholder as it stands in a layout.
struct WordTag {
  /// What its first sign makes it.
  enum Kind { case value, open, inverse, close, comment, unknown }

  var kind: Kind
  /// What stands between the braces, without the first sign and blanks.
  var name: String
  /// As people see it, with its braces.
  var written: String
  /// The text it begins in, as a token.
  var token: Int
  var paragraph: Int

  init(_ content: String, token: Int, paragraph: Int) {
    let bare = foldedWithoutSpace(content)
    written = "{{\(bare)}}"
    (self.token, self.paragraph) = (token, paragraph)
    let kinds: [Character: Kind] = ["#": .open, "^": .inverse, "/": .close, "!": .comment]
    if let kind = bare.first.flatMap({ kinds[$0] }) {
      (self.kind, name) = (kind, String(bare.dropFirst()))
    } else {
      let isPlain = bare.first.map { !">&=%$<{".contains($0) } ?? false
      (kind, name) = (isPlain ? .value : .unknown, bare)
    }
  }
}

/// The texts of a part taken apart into placeholders and what stands between them; a placeholder that Word spread over
/// several runs is joined in the first of them.
struct WordTags {
  /// A part of a text.
  enum Segment {
    case text(String)
    case tag(Int)
  }

  private(set) var tags: [WordTag] = []
  /// By token; only texts of paragraphs with placeholders.
  private(set) var segments: [Int: [Segment]] = [:]
  private(set) var problems: [LayoutProblem] = []

  init(_ text: WordText) {
    for (number, paragraph) in text.paragraphs.enumerated() {
      let told = problems.count
      scan(paragraph, number)
      for place in told..<problems.count { problems[place].order = number }
    }
  }

  private struct Sign {
    var scalar: Unicode.Scalar
    var piece: WordText.Piece
  }

  private mutating func scan(_ paragraph: WordText.Paragraph, _ number: Int) {
    let signs = paragraph.pieces.flatMap { piece in
      piece.text.unicodeScalars.map { Sign(scalar: $0, piece: piece) }
    }
    guard signs.contains(where: { Self.isBrace($0.scalar) }) else { return }
    var found: [Int: [Segment]] = [:]
    for piece in paragraph.pieces where piece.isText { found[piece.token] = [] }
    var (place, hasTags) = (0, false)
    while place < signs.count {
      if Self.pair("{", signs, place) {
        guard let end = Self.end(of: place, in: signs) else {
          problems.append(Self.unfinished(signs[place...], paragraph.place))
          return
        }
        let content = signs[(place + 2)..<end].map { String($0.scalar) }.joined()
        found[signs[place].piece.token, default: []].append(.tag(tags.count))
        tags.append(WordTag(content, token: signs[place].piece.token, paragraph: number))
        hasTags = true
        place = end + 2
        continue
      }
      if Self.pair("}", signs, place) {
        problems.append(
          LayoutProblem(
            place: paragraph.place, what: Messages.strayBraces, remedy: Messages.bracesRemedy))
        return
      }
      if signs[place].piece.isText { Self.append(signs[place], to: &found) }
      place += 1
    }
    if hasTags { segments.merge(found) { $1 } }
  }

  private static func append(_ sign: Sign, to found: inout [Int: [Segment]]) {
    var list = found[sign.piece.token] ?? []
    if case .text(let text) = list.last {
      list[list.count - 1] = .text(text + String(sign.scalar))
    } else {
      list.append(.text(String(sign.scalar)))
    }
    found[sign.piece.token] = list
  }

  private static func unfinished(_ signs: ArraySlice<Sign>, _ place: String) -> LayoutProblem {
    let excerpt = signs.prefix(14).map { String($0.scalar) }.joined()
    return LayoutProblem(place: place, what: Messages.unfinished(excerpt), remedy: Messages.bracesRemedy)
  }

  /// Where the closing braces of a placeholder stand.
  private static func end(of start: Int, in signs: [Sign]) -> Int? {
    for place in (start + 2)..<max(signs.count, start + 2) {
      if pair("}", signs, place) { return place }
      if pair("{", signs, place) { return nil }
    }
    return nil
  }

  /// People who type Chinese type full-width braces without noticing.
  private static func pair(_ brace: Unicode.Scalar, _ signs: [Sign], _ place: Int) -> Bool {
    place + 1 < signs.count && folded(signs[place].scalar) == brace
      && folded(signs[place + 1].scalar) == brace
  }

  private static func isBrace(_ scalar: Unicode.Scalar) -> Bool { ["{", "}"].contains(folded(scalar)) }
}
