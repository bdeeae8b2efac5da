/// The cells at the lower end of a page with those at the upper end of the next one, where no line is drawn between
/// them: one cell that the pages cut, or two rows that the page break keeps apart.
struct PageSeam {
  /// For each pair, whether it is one cell.
  let isJoined: [Bool]

  /// - Parameters:
  ///   - pairs: the parts above and below, with the same sides.
  ///   - isHeadRepeated: whether the page begins with heads that a page before has too.
  init(_ pairs: [(upper: RuledPage.Cell, lower: RuledPage.Cell)], isHeadRepeated: Bool = false) {
    // Where two texts are certainly two, the break is between rows: columns to the right are those rows' own.
    let edge = pairs.filter { Self.areTwo($0.upper, $0.lower) }.map { $0.upper.box.left }.min()
    let upper = pairs.map { $0.upper.box.height }.min() ?? 0
    let lower = pairs.map { $0.lower.box.height }.min() ?? 0
    isJoined = pairs.map { pair in
      let isLeft = edge.map { pair.upper.box.left < $0 }
      guard pair.upper.isOpenBelow, pair.lower.isOpenAbove else {
        // Some programs close a merged cell at the break; its name is printed on one side of it.
        return isLeft == true && !isHeadRepeated && pair.upper.words.isEmpty && !pair.lower.words.isEmpty
      }
      if isLeft ?? true { return true }
      let isMerged = 2 * pair.upper.box.height > 3 * upper || 2 * pair.lower.box.height > 3 * lower
      return isMerged && (pair.upper.words.isEmpty || pair.lower.words.isEmpty)
    }
  }

  /// Whether the text above has come to its end and the one below is another: numbers do, and lines that leave
  /// room in a narrow cell.
  private static func areTwo(_ upper: RuledPage.Cell, _ lower: RuledPage.Cell) -> Bool {
    let lines = textLines(upper.words)
    guard let last = lines.last, let word = last.last, !lower.words.isEmpty else { return false }
    if !upper.isOpenBelow || !lower.isOpenAbove || isNumber(upper.words) && isNumber(lower.words) {
      return true
    }
    let isNarrow = upper.box.width <= 14 * word.size || lines.count == 1
    return isNarrow && 10 * TextBlock.box(of: last).width + 16 * word.size < 10 * upper.box.width
  }

  private static func isNumber(_ words: [PDFPage.Word]) -> Bool {
    words.count == 1
      && words.allSatisfy { word in
        word.text.allSatisfy { (0x30...0x39).contains($0) || [0x2C, 0x2D, 0x2E, 0x25].contains($0) }
      }
  }
}
