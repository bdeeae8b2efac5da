import FormModel

/// How unlikely it is that a run of pieces is one cell of a column; grows piece by piece.
///
/// Costs are natural logarithms of odds, roughly: 0 is what one expects, 3 is rare, 10 does not happen.
struct FlowCellCost {
  private let text: FlowText
  private let words: FlowWords
  private let metrics: FlowMetrics
  private let known: Set<FlowHash>
  private let column: Int
  private let kind: FlowColumn
  private let start: Int
  private(set) var hash = FlowHash()
  private var joins: Float = 0
  private var brackets = SIMD4<Int16>.zero
  private var scalars = 0
  private var sentences = 0
  private var hasDigits = false
  private var line: Int32 = 0
  private var lines = FlowLineBreaks()

  init(
    _ text: FlowText, words: FlowWords, metrics: FlowMetrics, known: Set<FlowHash>, column: Int,
    kind: FlowColumn, start: Int
  ) {
    self.text = text
    self.words = words
    self.metrics = metrics
    self.known = known
    self.column = column
    self.kind = kind
    self.start = start
    take(start)
    line = text.pieces[start].width
  }

  /// What more pieces can only add to.
  var least: Float { joins }

  private var isLong: Bool { kind == .note || kind == .prose }

  private mutating func take(_ piece: Int) {
    let next = text.pieces[piece]
    hash.add(text.scalars[next.scalars])
    brackets &+= next.brackets
    scalars += next.scalars.count
    sentences += next.sentences
    hasDigits = hasDigits || next.hasDigits
  }

  /// Adds the next piece.
  mutating func extend(by piece: Int) {
    let next = text.pieces[piece]
    joins += joinCost(piece)
    if next.gap == .blank {
      line += 1 + next.width
    } else {
      lines.add(
        FlowLineBreaks.Break(
          width: line, next: next.headWidth,
          endsParagraph: isLong && (FlowSigns.endsSentence(text.last(piece - 1)) || next.isIndented)))
      line = next.width
    }
    take(piece)
  }

  private func joinCost(_ piece: Int) -> Float {
    guard text.pieces[piece].gap == .blank else {
      // Sentences are broken over many lines.
      if isLong { return text.pieces[piece].gap == .page ? 0.6 : 0.2 }
      let cost = metrics.joinGap[text.pieces[piece].gap.rawValue]
      return text.isDateSeam(before: piece) ? 0.3 * cost : cost
    }
    if isLong { return 0.8 }
    return text.blankJoinCost(before: piece, betweenScripts: metrics.scriptGap) + pointsCost(piece)
  }

  /// A number at the end of its line is points, more often than not.
  private func pointsCost(_ piece: Int) -> Float {
    guard text.pieces[piece].shape == .number else { return 0 }
    guard piece + 1 < text.pieces.count else { return 2.5 }
    if text.isDateSeam(before: piece + 1) { return 0 }
    let endsLine = text.pieces[piece + 1].gap != .blank
    return endsLine || text.pieces[piece + 1].shape != .text ? 2.5 : 0
  }

  /// The cost of a cell that ends after `last`.
  func total(upTo last: Int) -> Float {
    let single = last == start
    let shape = single ? text.pieces[start].shape : .text
    switch kind {
    case .weight, .score: return joins + numberCost(single, shape)
    case .level1, .level2: return levelCost(upTo: last)
    default: break
    }
    let wrap = lines.cost(
      last: line, lastHead: text.pieces[last].headWidth, wrap: metrics.wrap[column],
      floor: metrics.floor[column],
      isLong: isLong)
    var cost = joins + wrap + 2.5 * Float(min(2, brackets.wrappedSum(of: brackets)))
    if FlowSigns.isClosing(text.first(start)) { cost += 4 }
    if !single, !isLong, known.contains(hash) { cost -= 1.5 }
    return cost + kindCost(upTo: last, shape)
  }

  /// What was put together to a quantity or a date belongs together.
  private func meaningCost(upTo last: Int) -> Float {
    guard last > start, hasDigits, scalars <= 24 else { return 0 }
    switch TargetValue.Meaning(text.string(start...last)) {
    case .quantity, .range, .date: return -2
    case .blank, .placeholder, .graded, .qualitative: return 0
    }
  }

  private func numberCost(_ single: Bool, _ shape: FlowShape) -> Float {
    switch shape {
    case .number: 0
    case .dash: 0.5
    case .text: single ? 9 : 15
    }
  }

  private func levelCost(upTo last: Int) -> Float {
    let role: FlowRole = kind == .level1 ? .level1 : .level2
    if let word = text.word(at: start, in: words, role, before: last + 1), word.pieces.upperBound == last + 1
    {
      // By the character, so that a name cut in two is worth as much as two names.
      return 0.2 * joins - 0.9 * Float(scalars)
    }
    let range = text.pieces[start].scalars.lowerBound..<text.pieces[last].scalars.upperBound
    return joins + (scalars <= 11 && last - start < 3 && words.endsLikeLevel(text.scalars[range]) ? 4 : 12)
  }

  private func kindCost(upTo last: Int, _ shape: FlowShape) -> Float {
    switch kind {
    case .name: nameCost(shape)
    case .target, .actual, .value:
      meaningCost(upTo: last) + 1.5 * Float(min(2, sentences)) + (startsLikeQuantity ? -0.8 : 0) + 0.06
        * Float(max(0, scalars - 14))
        + (kind == .value && scalars > 8 ? 2 : 0)
    case .note:
      0.5 + (shape == .number ? 4 : 0) + (FlowSigns.endsSentence(text.last(last)) ? 0 : 1.2) + levelWord
    case .prose: (shape == .text ? 0 : 4) + levelWord
    default: 0
    }
  }

  private func nameCost(_ shape: FlowShape) -> Float {
    let first = text.first(start)
    var cost = 0.02 * Float(max(0, scalars - 25)) + levelWord + 3 * Float(min(2, sentences))
    if shape != .text {
      cost += 8
    } else if FlowSigns.isComparator(first) {
      cost += 5
    } else if scalars == 1 {
      cost += 2
    } else if FlowSigns.isDigit(first) {
      cost += 1.5
    }
    return cost
  }

  /// A level's name stands in its own column.
  private var levelWord: Float {
    guard let entry = words.entry(hash), !entry.role.isDisjoint(with: [.level1, .level2]) else { return 0 }
    return 5
  }

  private var startsLikeQuantity: Bool {
    let first = text.first(start)
    return FlowSigns.isDigit(first) || FlowSigns.isComparator(first)
  }
}

extension SIMD4<Int16> {
  /// The sum of what is open and closed too often, each kind by itself.
  fileprivate func wrappedSum(of brackets: Self) -> Int {
    (0..<4).reduce(0) { $0 + Int(abs(brackets[$1])) }
  }
}

extension FlowText {
  /// The cost of taking a blank as part of a cell: blanks stand between Chinese and Latin text without a meaning.
  func blankJoinCost(before piece: Int, betweenScripts: Float = 1) -> Float {
    let before = last(piece - 1)
    let after = first(piece)
    if FlowSigns.isComparator(before) { return 0.3 }
    if FlowSigns.isDateSeam(before, after) { return 0.1 }
    if FlowSigns.isClosing(after) || FlowSigns.isOpening(before) { return 0.5 }
    if FlowSigns.isPause(before) { return 1 }
    if pieces[piece - 1].shape == .dash || pieces[piece].shape == .dash { return 5 }
    if FlowSigns.isASCIIWord(before) != FlowSigns.isASCIIWord(after) { return betweenScripts }
    if before < 0x80, after < 0x80 {
      return pieces[piece].shape == .number && pieces[piece - 1].shape == .number ? 6 : 1
    }
    return 5
  }

  /// Whether a date goes on over the gap before a piece.
  func isDateSeam(before piece: Int) -> Bool { FlowSigns.isDateSeam(last(piece - 1), first(piece)) }

  /// Whether two pieces with a blank between them are one cell for certain enough to join them unseen.
  func joinsOverBlank(before piece: Int) -> Bool {
    pieces[piece].gap == .blank && blankJoinCost(before: piece) <= 1
  }
}
