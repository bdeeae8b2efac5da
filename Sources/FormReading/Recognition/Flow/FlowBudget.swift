/// Puts the numbers of budget lines under their heads, also where a line has fewer numbers than heads.
struct FlowBudget {
  let text: FlowText
  let heads: Int
  let lines: [FlowBudgetLine]

  private enum Look { case number, percent, dash }

  /// The column of every value, by line.
  func columns() -> [[Int]] {
    let looks = looksOfColumns()
    return lines.map { align($0.values.map(look), looks) }
  }

  private func look(_ value: Range<Int>) -> Look {
    let piece = text.pieces[value.lowerBound]
    if piece.shape == .dash { return .dash }
    return text.last(value.lowerBound) == 0x25 ? .percent : .number
  }

  /// What is seen in each column: in full lines, the first of which has points where others have dashes.
  private func looksOfColumns() -> [Set<Look>] {
    var seen = Array(repeating: Set<Look>(), count: heads)
    for line in lines where line.values.count == heads {
      for (column, value) in line.values.enumerated() { seen[column].insert(look(value)) }
    }
    // Where points of the whole stand, parts have dashes: the last column, and the one before the rate.
    if let rate = seen.firstIndex(where: { $0.contains(.percent) }), seen.allSatisfy({ !$0.contains(.dash) })
    {
      if rate > 0 { seen[rate - 1].insert(.dash) }
      seen[heads - 1].insert(.dash)
    }
    return seen
  }

  /// Values in their order, each under a head that is seen with such values; gaps as far right as can be.
  private func align(_ values: [Look], _ seen: [Set<Look>]) -> [Int] {
    guard values.count < heads else { return Array(0..<min(values.count, heads)) }
    let width = heads + 1
    var costs = Array(repeating: Array(repeating: Int.max / 2, count: width), count: values.count + 1)
    costs[values.count] = Array(repeating: 0, count: width)
    for value in values.indices.reversed() {
      for column in (0..<heads).reversed() where heads - column >= values.count - value {
        let take = costs[value + 1][column + 1] + mismatch(values[value], seen[column])
        costs[value][column] = min(take, costs[value][column + 1])
      }
    }
    var columns: [Int] = []
    var column = 0
    for value in values.indices {
      while costs[value + 1][column + 1] + mismatch(values[value], seen[column]) > costs[value][column] {
        column += 1
      }
      columns.append(column)
      column += 1
    }
    return columns
  }

  private func mismatch(_ look: Look, _ seen: Set<Look>) -> Int {
    if seen.isEmpty { return 0 }
    return seen.contains(look) ? 0 : 2
  }
}
