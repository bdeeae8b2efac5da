/// Where the lines of a cell were broken, and whether they look as if the width of a column broke them.
struct FlowLineBreaks {
  struct Break {
    /// Of the line before the break.
    var width: Int32
    /// What would have had to fit in that line.
    var next: Int32
    /// The line may end here whatever its width.
    var endsParagraph: Bool
    /// Whether the width is known exactly: Han characters alone, none of which a font sets narrower.
    var isExact = false
  }

  private var breaks: [Break] = []

  var isEmpty: Bool { breaks.isEmpty }

  mutating func add(_ new: Break) { breaks.append(new) }

  /// - Parameters:
  ///   - last: width of the last line.
  ///   - wrap: known width of the column.
  ///   - floor: width that is known to fit.
  ///   - tolerance: by how much more a line may be short of the width.
  func cost(
    last: Int32, lastHead: Int32, isLastExact: Bool = false, wrap: Int32?, floor: Int32, isLong: Bool,
    tolerance: Int32 = 0
  ) -> FlowCost {
    guard let wrap else {
      return costAtUnknownWidth(last: last, lastHead: lastHead, floor: floor, isLong: isLong)
    }
    var cost =
      excess(last, over: wrap, isExact: isLastExact) + (!breaks.isEmpty && last == wrap ? Self.fullEnd : 0)
    for one in breaks {
      cost += excess(one.width, over: wrap, isExact: one.isExact)
      let slack = wrap - one.width - one.next - tolerance
      if slack >= 0 { cost += one.endsParagraph ? 60 : min(500, 60 + 40 * Int(slack)) }
    }
    return cost
  }

  /// The last line of a cell is rarely as full as the others.
  private static let fullEnd: FlowCost = 60

  /// Latin text may be set narrower than it is taken for.
  private func excess(_ width: Int32, over wrap: Int32, isExact: Bool) -> FlowCost {
    let most = isExact ? wrap + 1 : wrap + 2
    return width > most ? min(500, 100 + 50 * Int(width - most)) : 0
  }

  private func costAtUnknownWidth(last: Int32, lastHead: Int32, floor: Int32, isLong: Bool) -> FlowCost {
    guard !breaks.isEmpty else { return 0 }
    let widest = breaks.reduce(last) { max($0, $1.width) }
    let exact = breaks.reduce(Int32(0)) { $1.isExact ? max($0, $1.width) : $0 }
    var cost: FlowCost = 0
    for one in breaks where !one.endsParagraph {
      let slack = widest - one.width - one.next
      if slack >= 2 {
        cost += min(400, 80 + 25 * Int(slack))
      } else if one.isExact, exact >= one.width + one.next {
        cost += 80
      }
    }
    // What is known to fit would not have been broken.
    let room = floor - widest - lastHead
    if floor > 0, !isLong, room >= 0 { cost += min(650, 200 + 40 * Int(room)) }
    return cost + (last == exact ? Self.fullEnd : 0)
  }
}
