import FormModel

/// Rows cut by a page break: a program that prints a table draws the rest of a row like a row of its own.
extension FormScanner {
  /// Whether the row at hand is what a page break left of the last indicator.
  ///
  /// Such a row is the first one of its page, fills only columns that the last indicator fills too, and has no
  /// points. A row of its own may have none either, in a form that is not filled in; so something must tell
  /// that it is none: the indicators above have points, or the last one is not whole.
  func isCutByPage(_ cells: ArraySlice<RowCell>, isLevelCut: Bool) -> Bool {
    guard !draft.isClosed, isAfterPageBreak(cells), let last = draft.form.indicators.last else {
      return false
    }
    var rest = cells
    while let cell = rest.first, repeatsLevel(cell) { rest = rest.dropFirst() }
    var isOpen = false
    var hasTarget = false
    for cell in rest {
      guard let column = indicatorColumn(at: cell), let first = last[column], !first.isEmpty else {
        return false
      }
      if [.level1, .level2, .weight, .score].contains(column) { return false }
      isOpen = isOpen || PrintedText.hasOpenBracket(first)
      hasTarget = hasTarget || column == .target
    }
    // A level that has the last indicator alone ends where that one does.
    let isLevelOfOne = (draft.tree.current2 ?? draft.tree.current1)?.rows == 1
    return !rest.isEmpty
      && (havePoints || isOpen || isLevelCut && isLevelOfOne || !hasTarget && last.target != nil)
  }

  /// Whether the indicators above have points, as far as one looks back over a page.
  private var havePoints: Bool {
    let above = draft.form.indicators.suffix(20)
    return above.allSatisfy { $0.weight != nil } || above.allSatisfy { $0.score != nil }
  }

  /// The column of the indicator table that a cell stands in.
  private func indicatorColumn(at cell: RowCell) -> IndicatorColumn? {
    slot(over: cell).flatMap { draft.header?.heads[$0].column?.indicator }
  }

  /// Whether all cells stand on a page that no row has reached, or below a header that was printed again.
  private func isAfterPageBreak(_ cells: ArraySlice<RowCell>) -> Bool {
    guard case .pages = grid.source else { return draft.isHeaderRepeated }
    return cells.allSatisfy { $0.cell.place.major > draft.rowPage }
  }

  /// Notes how far the rows have come.
  mutating func reachPage(_ cells: ArraySlice<RowCell>) {
    draft.isHeaderRepeated = false
    guard case .pages = grid.source else { return }
    for cell in cells { draft.rowPage = max(draft.rowPage, cell.cell.place.major) }
  }

  /// A level's name printed again on the next page.
  func repeatsLevel(_ cell: RowCell) -> Bool {
    guard let rank = rank(at: cell), let node = draft.tree.current(rank) else { return false }
    return node.text == PrintedText.levelName(file.text, cell.cell.range)
  }
}

extension PrintedText {
  /// Whether a bracket is open at the end of a text.
  fileprivate static func hasOpenBracket(_ text: String) -> Bool {
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", "（", "《", "【": depth += 1
      case ")", "）", "》", "】": depth = max(0, depth - 1)
      default: break
      }
    }
    return depth > 0
  }
}
