/// What is repeated or left out in a layout: each section's two placeholders, and the part of the document that they mean.
///
/// Within a paragraph a section is the text between its placeholders; in the cells of a table it is the rows from the one
/// to the other, elsewhere the paragraphs.
struct WordSections {
  /// What a section does.
  enum Meaning: Hashable {
    case list(Placeholders.List)
    /// Whether the entry has a text, or has none.
    case condition(Int, isInverse: Bool)
  }

  /// A section with the elements that it covers; `nil` for text within a paragraph.
  struct Section {
    var meaning: Meaning
    var open: Int
    var close: Int
    /// The first and the last element, as start tags.
    var elements: (first: Int, last: Int)?
    /// Whether these are rows of a table.
    var isRows = false
  }

  private let text: WordText
  private let names: Placeholders
  private let tags: [WordTag]
  private(set) var sections: [Section] = []
  /// For every tag that is a value its entry.
  private(set) var values: [Int: Int] = [:]
  private(set) var problems: [LayoutProblem] = []

  init(_ text: WordText, tags: [WordTag], names: Placeholders) {
    (self.text, self.names, self.tags) = (text, names, tags)
    pair()
  }

  private mutating func pair() {
    var open: [(tag: Int, meaning: Meaning?)] = []
    for (index, tag) in tags.enumerated() {
      let list = open.reversed().compactMap { item -> Placeholders.List? in
        guard case .list(let list) = item.meaning else { return nil }
        return list
      }.first
      switch tag.kind {
      case .value: values[index] = entry(of: tag, in: list)
      case .open, .inverse: open.append((index, meaning(of: tag, in: list)))
      case .close: close(index, &open)
      case .comment: break
      case .unknown: problem(tag, Messages.unknownSign(tag.written), Messages.signsRemedy)
      }
    }
    for item in open {
      problem(tags[item.tag], Messages.neverClosed(tags[item.tag].written), closing(tags[item.tag]))
    }
  }

  private mutating func close(_ index: Int, _ open: inout [(tag: Int, meaning: Meaning?)]) {
    let tag = tags[index]
    guard let last = open.popLast() else {
      return problem(tag, Messages.neverOpened(tag.written), Messages.opening(tag.name))
    }
    guard tags[last.tag].name == tag.name || isSame(tags[last.tag].name, tag.name) else {
      problem(tag, Messages.wrongClose(tag.written, open: tags[last.tag].written), closing(tags[last.tag]))
      return
    }
    guard let meaning = last.meaning else { return }
    sections.append(placed(Section(meaning: meaning, open: last.tag, close: index)))
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    guard let list = Placeholders.list(one) else { return false }
    return Placeholders.list(other) == list
  }

  private func closing(_ tag: WordTag) -> String { Messages.closing(tag.name) }

  // MARK: Names

  private mutating func meaning(of tag: WordTag, in list: Placeholders.List?) -> Meaning? {
    if let named = Placeholders.list(tag.name) {
      if tag.kind == .open, list == nil { return .list(named) }
      problem(tag, Messages.listWithin(tag.written), Messages.signsRemedy)
      return nil
    }
    return entry(of: tag, in: list).map { .condition($0, isInverse: tag.kind == .inverse) }
  }

  private mutating func entry(of tag: WordTag, in list: Placeholders.List?) -> Int? {
    if let entry = names.entry(tag.name, in: list) { return entry }
    let lists = Placeholders.List.allCases.filter { $0 != list }
    if let other = lists.first(where: { names.entry(tag.name, in: $0) != nil }) {
      problem(tag, Messages.outsideList(tag.written), Messages.insideList(Messages.name(of: other)))
    } else {
      let known = names.names(in: list)
      problem(
        tag, Messages.unknownPlaceholder(tag.written), Messages.nearest(to: tag.name, known), known: known)
    }
    return nil
  }

  private mutating func problem(
    _ tag: WordTag, _ what: String, _ remedy: String, known: [String] = []
  ) {
    var problem = LayoutProblem(
      place: text.paragraphs[tag.paragraph].place, what: what, remedy: remedy, known: known)
    problem.order = tag.paragraph
    problems.append(problem)
  }

  // MARK: Places

  /// The section with the elements that it covers: the smallest whole ones around both of its placeholders.
  private mutating func placed(_ section: Section) -> Section {
    var section = section
    let ends = [section.open, section.close].map { text.ancestors(of: tags[$0].token) }
    let common = zip(ends[0], ends[1]).prefix { $0 == $1 }.count
    guard common > 0 else { return section }
    let shared = ends[0][common - 1]
    switch text.markup.tokens[shared].name {
    case "w:t", "w:r": return section
    case "w:tr":
      section.elements = (shared, shared)
      section.isRows = true
      return section
    default: break
    }
    let elements = (first: ends[0][common], last: ends[1][common])
    switch (text.markup.tokens[elements.first].name, text.markup.tokens[elements.last].name) {
    case ("w:r", "w:r"): return section
    case ("w:p", "w:p"): section.elements = elements
    case ("w:tr", "w:tr"):
      section.elements = elements
      section.isRows = true
    default:
      problem(tags[section.open], Messages.crossing(tags[section.open].written), Messages.crossingRemedy)
    }
    return section
  }
}
