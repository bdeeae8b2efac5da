/// Cuts the text under two goal heads into its two cells.
struct FlowGoals {
  let text: FlowText
  let body: Range<Int>
  /// Widths at which the lines of the two cells break, where they are known.
  let wrap: (Int32?, Int32?)
  /// Paragraphs with numbers, and the pieces that begin with them.
  private var ordinals: [(piece: Int, ordinal: FlowOrdinal)] = []

  init(text: FlowText, body: Range<Int>, wrap: (Int32?, Int32?)) {
    self.text = text
    self.body = body
    self.wrap = wrap
    for piece in body where text.pieces[piece].beginsLine {
      guard let ordinal = FlowOrdinal(text.scalars[text.pieces[piece].scalars]) else { continue }
      // Lists inside of items are written in another way.
      guard ordinals.isEmpty || ordinal.style == ordinals[0].ordinal.style else { continue }
      ordinals.append((piece, ordinal))
    }
  }

  /// Where the second cell begins; the end where there is but one.
  func cut() -> Int {
    var best = (cost: FlowCost.max, cut: body.upperBound)
    var next = 0
    for cut in candidates {
      while next < ordinals.count, ordinals[next].piece < cut { next += 1 }
      let cost = cost(of: cut) + listCost(next)
      if cost < best.cost { best = (cost, cut) }
    }
    return best.cut
  }

  /// In a text longer than any form's, paragraphs alone.
  private var candidates: [Int] {
    let all = body.dropFirst()
    guard body.count > Self.most else { return Array(all) }
    return Array(all.lazy.filter { text.pieces[$0].gap == .paragraph }.prefix(Self.most / 4))
  }

  private static let most = 400
  /// Where a line is short and no indented one follows, a cell ends sooner than a paragraph.
  private static let shortLine: FlowCost = 100

  private func cost(of cut: Int) -> FlowCost {
    let first = body.lowerBound..<cut
    let second = cut..<min(body.upperBound, cut + Self.most)
    guard !second.isEmpty else { return .max }
    var cost = lineCost(first, wrap.0) + lineCost(second, wrap.1)
    if !FlowSigns.endsSentence(text.last(cut - 1)) { cost += 200 }
    if !FlowSigns.endsSentence(text.last(second.upperBound - 1)) { cost += 50 }
    switch text.pieces[cut].gap {
    case .blank: cost += 150
    case .line: cost += 100
    case .paragraph: break
    case .page: cost += 200
    }
    if FlowSigns.isClosing(text.first(cut)) { cost += 500 }
    return cost + 200 * (openBrackets(first) + openBrackets(second)) - min(300, 30 * commonBeginning(cut))
  }

  /// A list that begins anew is that of another cell; one that goes on is not cut.
  ///
  /// - Parameter next: the first paragraph with a number in the second cell.
  private func listCost(_ next: Int) -> FlowCost {
    guard next > 0, next < ordinals.count else { return 0 }
    let (before, after) = (ordinals[next - 1].ordinal.value, ordinals[next].ordinal.value)
    if after == 1 { return -250 }
    return after == before + 1 ? 250 : 0
  }

  private func lineCost(_ range: Range<Int>, _ wrap: Int32?) -> FlowCost {
    var width = text.pieces[range.lowerBound].width
    var breaks = FlowLineBreaks()
    var short = 0
    for piece in range.dropFirst() {
      let next = text.pieces[piece]
      if next.gap == .blank {
        width += (next.isGlued ? 0 : 1) + next.width
        continue
      }
      if let wrap, !next.isIndented, width + next.headWidth + 4 <= wrap { short += 1 }
      breaks.add(
        FlowLineBreaks.Break(
          width: width, next: next.headWidth,
          endsParagraph: next.isIndented || text.mayEndLine(before: piece)
            || FlowSigns.endsSentence(text.last(piece - 1))))
      width = next.width
    }
    return breaks.cost(last: width, lastHead: 0, wrap: wrap, floor: 0, isLong: true, tolerance: 2) + Self
      .shortLine * short
  }

  private func openBrackets(_ range: Range<Int>) -> Int {
    var sum = SIMD4<Int32>.zero
    for piece in range { sum &+= text.pieces[piece].brackets }
    return (0..<4).reduce(0) { $0 + abs(Int(sum[$1])) }
  }

  /// How many characters the two cells begin with alike: a result often repeats its goal.
  private func commonBeginning(_ cut: Int) -> Int {
    var first = text.pieces[body.lowerBound].scalars.lowerBound
    var second = text.pieces[cut].scalars.lowerBound
    let (middle, end) = (second, text.pieces[body.upperBound - 1].scalars.upperBound)
    while first < middle, second < end, second - middle < 10, text.scalars[first] == text.scalars[second] {
      first += 1
      second += 1
    }
    return second - middle
  }
}
