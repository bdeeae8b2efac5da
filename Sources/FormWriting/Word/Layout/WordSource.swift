import OfficeFiles

/// A part of a Word layout as text for swift-mustache.
///
/// All that a person wrote between braces is replaced by numbers of entries, and no other brace stays, so nothing in the
/// document steers the rendering.
struct WordSource {
  private let text: WordText
  private let tags: WordTags
  private let sections: WordSections
  private var before: [Int: String] = [:]
  private var after: [Int: String] = [:]
  private var replaced: [Int: String] = [:]
  private var dropped: Set<Int> = []
  /// What is wrong with the part.
  let problems: [LayoutProblem]
  /// The entries that it prints.
  let used: Set<Int>

  /// - Parameter part: as people call it; empty for the document itself.
  init(_ markup: Markup, part: String, names: Placeholders) {
    text = WordText(markup, part: part)
    tags = WordTags(text)
    sections = WordSections(text, tags: tags.tags, names: names)
    problems = (tags.problems + sections.problems).sorted { $0.order < $1.order }
    used = Set(sections.values.values)
    guard problems.isEmpty, !tags.tags.isEmpty else { return }
    let levels = LevelCells(text, sections: sections, tags: tags.tags, names: names)
    write(levels.cells)
    hoist()
  }

  /// The text that mustache reads; `nil` where there is nothing to fill.
  var source: String? {
    guard !tags.tags.isEmpty else { return nil }
    return text.markup.tokens.indices.map { index in
      let own = dropped.contains(index) ? "" : replaced[index] ?? Self.harmless(text.markup.tokens[index])
      return (before[index] ?? "") + own + (after[index] ?? "")
    }.joined()
  }

  /// Braces that are no placeholders, as references.
  private static func harmless(_ token: Markup.Token) -> String {
    guard token.source.contains("{{") else { return token.source }
    return token.kind == .other ? "" : token.source.replacing("{{", with: "&#123;&#123;")
  }

  // MARK: Texts

  private mutating func write(_ cells: [LevelCells.Cell]) {
    let hoisted = Set(sections.sections.filter { $0.elements != nil }.flatMap { [$0.open, $0.close] })
    for (token, segments) in tags.segments {
      replaced[token] = segments.map { segment in
        switch segment {
        case .text(let text): Markup.escaped(text).replacing("{", with: "&#123;")
        case .tag(let tag): hoisted.contains(tag) ? "" : mustache(tag)
        }
      }.joined()
      keepBlanks(around: token)
    }
    for cell in cells { write(cell) }
  }

  private mutating func keepBlanks(around token: Int) {
    let start = text.parents[token]
    let source = text.markup.tokens[start].source
    guard !source.contains("xml:space") else { return }
    replaced[start] = source.dropLast() + " xml:space=\"preserve\">"
  }

  /// A cell that is merged over rows: its texts stand in the first of them alone.
  private mutating func write(_ cell: LevelCells.Cell) {
    for index in text.range(of: cell.start) where text.markup.tokens[index].kind == .text {
      guard text.parents[index] >= 0, text.markup.tokens[text.parents[index]].name == "w:t" else { continue }
      let own = replaced[index] ?? Self.harmless(text.markup.tokens[index])
      replaced[index] = "{{#\(cell.mark)}}\(own){{/\(cell.mark)}}"
    }
    for index in cell.dropped { dropped.insert(index) }
    let merge = "<w:vMerge{{#\(cell.mark)}} w:val=\"restart\"{{/\(cell.mark)}}/>"
    after[cell.place, default: ""] += cell.hasProperties ? merge : "<w:tcPr>\(merge)</w:tcPr>"
  }

  private func mustache(_ tag: Int) -> String {
    if let entry = sections.values[tag] { return "{{v\(entry)}}" }
    for section in sections.sections {
      if section.open == tag { return Self.opening(section.meaning) }
      if section.close == tag { return Self.closing(section.meaning) }
    }
    return ""
  }

  private static func opening(_ meaning: WordSections.Meaning) -> String {
    switch meaning {
    case .list(let list): "{{#\(list.rawValue)}}"
    case .condition(let entry, let isInverse): "{{\(isInverse ? "^" : "#")has-v\(entry)}}"
    }
  }

  private static func inverse(_ meaning: WordSections.Meaning) -> String {
    switch meaning {
    case .list(let list): "{{^\(list.rawValue)}}"
    case .condition(let entry, let isInverse): opening(.condition(entry, isInverse: !isInverse))
    }
  }

  private static func closing(_ meaning: WordSections.Meaning) -> String {
    switch meaning {
    case .list(let list): "{{/\(list.rawValue)}}"
    case .condition(let entry, _): "{{/has-v\(entry)}}"
    }
  }

  // MARK: Sections

  /// Opens and closes sections around their elements, outer ones outside.
  private mutating func hoist() {
    let hoisted = sections.sections.filter { $0.elements != nil }
    for section in hoisted.sorted(by: { $0.open < $1.open }) {
      guard let elements = section.elements else { continue }
      before[elements.first, default: ""] += Self.opening(section.meaning)
    }
    for section in hoisted.sorted(by: { $0.close < $1.close }) {
      guard let elements = section.elements else { continue }
      after[text.ends[elements.last], default: ""] += Self.closing(section.meaning)
      if !section.isRows { keepOneParagraph(after: elements.last, section.meaning) }
      guard elements.first != elements.last else { continue }
      for element in [elements.first, elements.last] { drop(element, holding: hoisted) }
    }
  }

  /// A cell without a paragraph is none that Word reads.
  private mutating func keepOneParagraph(after element: Int, _ meaning: WordSections.Meaning) {
    let parent = text.parents[element]
    guard parent >= 0, text.markup.tokens[parent].name == "w:tc" else { return }
    let rest = (text.ends[element] + 1)..<text.ends[parent]
    guard !rest.contains(where: { text.markup.tokens[$0].name == "w:p" }) else { return }
    before[text.ends[parent], default: ""] +=
      "\(Self.inverse(meaning))<w:p/>\(Self.closing(meaning))"
  }

  /// A paragraph or a row that holds placeholders of sections alone is no part of the table.
  private mutating func drop(_ element: Int, holding sections: [WordSections.Section]) {
    let marks = Set(sections.flatMap { [$0.open, $0.close] })
    let range = text.range(of: element)
    let names = Set(text.markup.tokens[range].map(\.name))
    guard names.isDisjoint(with: ["w:drawing", "w:pict", "w:object", "w:vMerge", "w:sectPr"]) else { return }
    let isBare = text.paragraphs(in: element).allSatisfy { number in
      text.paragraphs[number].pieces.allSatisfy { piece in
        guard let segments = tags.segments[piece.token] else { return piece.text.allSatisfy(\.isWhitespace) }
        return segments.allSatisfy { segment in
          switch segment {
          case .text(let text): text.allSatisfy(\.isWhitespace)
          case .tag(let tag): marks.contains(tag)
          }
        }
      }
    }
    if isBare { dropped.formUnion(range) }
  }
}
