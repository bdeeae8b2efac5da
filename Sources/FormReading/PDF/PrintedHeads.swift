/// What the words of a page say about its place in a form: where heads stand, and whether a form begins there.
struct PrintedHeads {
  /// A word that is a label, with its box.
  struct Label {
    var word: Word
    var box: Box
  }

  private(set) var labels: [Label] = []
  /// Whether the label of the project stands there; a title may stand on every page that its row is cut into.
  private(set) var beginsForm = false
  /// The middle of the row in which the first level's head stands, beside another one where there are several.
  private(set) var head: Int?
  /// A page has fewer labels.
  private static let mostLabels = 2_000

  init(_ page: PDFPage, _ words: FormWords) {
    var label = FoldedLabel()
    for word in page.words where word.text.count <= FoldedLabel.longest {
      let bytes = Array(word.text)
      guard label.fold(bytes, 0..<bytes.count) else { continue }
      guard labels.count < Self.mostLabels, let match = words.match(label) else { continue }
      labels.append(Label(word: match.word, box: word.box))
      if let field = match.word.field, words.fields[Int(field)] == .field(.project) { beginsForm = true }
    }
    let first = labels.filter { $0.word.column == .level1 }.map(\.box.center)
    let second = labels.filter { $0.word.column == .level2 }.map(\.box.center)
    head = first.first { height in second.contains { abs($0 - height) <= Self.slack } } ?? first.first
  }

  /// Whether the page may be the right-hand part of a row of pages: nothing that a form has at its left.
  var isRightHand: Bool { !beginsForm && !labels.contains { $0.word.column == .level1 } }

  /// Whether heads of the indicator table stand at a height.
  func hasHeads(at height: Int) -> Bool {
    labels.contains { $0.word.column != nil && abs($0.box.center - height) <= Self.slack }
  }

  private static let slack = 6 * Length.point
}
