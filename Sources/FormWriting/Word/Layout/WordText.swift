import OfficeFiles

/// The paragraphs of a part of a Word document with the texts in them, and where each stands.
struct WordText {
  /// A text within a run.
  struct Piece {
    var token: Int
    var text: String
    /// Whether it can be changed: no tab or line break.
    var isText: Bool
  }

  struct Paragraph {
    /// Its start tag.
    var start: Int
    var pieces: [Piece] = []
    /// As people count: `表格 1 第 2 行第 3 格`.
    var place: String
  }

  let markup: Markup
  private(set) var paragraphs: [Paragraph] = []
  /// For every token the start tag that it stands in; -1 for none.
  private(set) var parents: [Int] = []
  /// For every start tag its end tag; any other token itself.
  private(set) var ends: [Int]

  /// - Parameter part: the part as people call it, for places; empty for the document itself.
  init(_ markup: Markup, part: String) {
    self.markup = markup
    ends = Array(markup.tokens.indices)
    var walk = Walk(part: part)
    for (index, token) in markup.tokens.enumerated() {
      parents.append(walk.open.last ?? -1)
      switch token.kind {
      case .start: begin(token.name, at: index, &walk)
      case .end: end(token.name, at: index, &walk)
      case .empty: if ["w:tab", "w:br", "w:cr"].contains(token.name) { add(" ", index, isText: false, walk) }
      case .text:
        if let open = walk.open.last, markup.tokens[open].name == "w:t" {
          add(Markup.plain(token.source), index, isText: true, walk)
        }
      case .other: break
      }
    }
  }

  /// The start tags around a token, the outermost first.
  func ancestors(of token: Int) -> [Int] {
    var list: [Int] = []
    var place = parents[token]
    while place >= 0 {
      list.append(place)
      place = parents[place]
    }
    return list.reversed()
  }

  /// The tokens of an element.
  func range(of start: Int) -> ClosedRange<Int> { start...ends[start] }

  /// The paragraphs within an element.
  func paragraphs(in start: Int) -> [Int] {
    let range = range(of: start)
    return paragraphs.indices.filter { range.contains(paragraphs[$0].start) }
  }

  // MARK: Walking

  private struct Walk {
    let part: String
    var open: [Int] = []
    /// Indices of open paragraphs.
    var paragraphs: [Int] = []
    var tables = 0
    var tableDepth = 0
    var boxes = 0
    var row = 0
    var cell = 0
    var lines = 0

    var place: String {
      let place =
        boxes > 0
        ? Messages.textBox
        : tableDepth > 0 ? Messages.tableCell(tables, row, cell) : Messages.paragraph(lines)
      return part.isEmpty ? place : part + place
    }
  }

  private mutating func begin(_ name: String, at index: Int, _ walk: inout Walk) {
    walk.open.append(index)
    switch name {
    case "w:tbl":
      walk.tableDepth += 1
      if walk.tableDepth == 1 { (walk.tables, walk.row) = (walk.tables + 1, 0) }
    case "w:tr" where walk.tableDepth == 1: (walk.row, walk.cell) = (walk.row + 1, 0)
    case "w:tc" where walk.tableDepth == 1: walk.cell += 1
    case "w:txbxContent": walk.boxes += 1
    case "w:p":
      if walk.tableDepth == 0, walk.boxes == 0 { walk.lines += 1 }
      walk.paragraphs.append(paragraphs.count)
      paragraphs.append(Paragraph(start: index, place: walk.place))
    default: break
    }
  }

  private mutating func end(_ name: String, at index: Int, _ walk: inout Walk) {
    guard let start = walk.open.popLast() else { return }
    ends[start] = index
    switch name {
    case "w:tbl": walk.tableDepth -= 1
    case "w:txbxContent": walk.boxes -= 1
    case "w:p": walk.paragraphs.removeLast()
    default: break
    }
  }

  private mutating func add(_ text: String, _ token: Int, isText: Bool, _ walk: Walk) {
    guard let paragraph = walk.paragraphs.last else { return }
    paragraphs[paragraph].pieces.append(Piece(token: token, text: text, isText: isText))
  }
}
