/// How far what was read of a form can be trusted.
enum FlowTrust: Sendable {
  case sure
  /// The rows may be others.
  case doubtful
  /// The order of the text is not that of the cells: nothing is said to be a row.
  case loose

  /// Costs of a row, on the average, at which rows are doubtful and at which they are none. Rows that were read
  /// rightly cost 130 at most; in text with its columns side by side or in blocks, most cost less than 0.
  private static let doubtfulCost: FlowCost = 150
  private static let looseCost: FlowCost = 450
  private static let blocksCost: FlowCost = 100
  private static let alignedCost: FlowCost = -100
  private static let fewestRows = 4

  /// - Parameter tables: what was read of each section.
  init(_ outline: FlowOutline, _ tables: [FlowRows], of text: FlowText, words: FlowWords) {
    let rows = tables.reduce(0) { $0 + $1.rows.count }
    guard rows > 0 else {
      let isMissing = outline.tableCount == 0 || text.setting.isAligned
      self = isMissing && Self.hasHeads(text, words) ? .loose : .sure
      return
    }
    // A row or two say little.
    let cost = tables.reduce(0) { $0 + $1.cost } / max(rows, Self.fewestRows)
    let most =
      text.setting.isAligned ? Self.alignedCost : text.setting.isInBlocks ? Self.blocksCost : Self.looseCost
    self = cost > most ? .loose : cost > Self.doubtfulCost ? .doubtful : .sure
  }

  /// Whether heads of indicators stand somewhere: one of a level or a name, and some beside it.
  private static func hasHeads(_ text: FlowText, _ words: FlowWords) -> Bool {
    let columns = text.pieces.indices.lazy.compactMap { piece in
      text.word(at: piece, in: words, .head, before: piece + 1)?.entry.column
    }
    let isName = columns.map { $0 == .level1 || $0 == .level2 || $0 == .name }
    return isName.contains(true) && isName.prefix(3).count == 3
  }
}
