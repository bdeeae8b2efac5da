import FormModel

/// How unlikely it is that a run of pieces is one cell of a column; grows piece by piece.
///
/// 0 is what one expects, 300 is rare, 1,000 does not happen.
struct FlowCellCost {
  private let text: FlowText
  private let words: FlowWords
  private let metrics: FlowMetrics
  private let known: Set<FlowHash>
  private let column: Int
  private let kind: FlowColumn
  private let start: Int
  private(set) var hash = FlowHash()
  private var joins: FlowCost = 0
  private var brackets = SIMD4<Int32>.zero
  private var scalars = 0
  private var sentences = 0
  private var hasDigits = false
  private var line: Int32 = 0
  /// Whether the line has Han characters alone, so that its width is known exactly.
  private var isExact: Bool
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
    isExact = text.pieces[start].isWide
    take(start)
    line = text.pieces[start].width
  }

  /// What more pieces can only add to.
  var least: FlowCost { joins }

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
      line += (next.isGlued ? 0 : 1) + next.width
      isExact = false
    } else {
      lines.add(
        FlowLineBreaks.Break(
          width: line, next: next.headWidth,
          endsParagraph: text.mayEndLine(before: piece)
            || (isLong && (FlowSigns.endsSentence(text.last(piece - 1)) || next.isIndented)),
          isExact: isExact))
      line = next.width
      isExact = next.isWide
    }
    take(piece)
  }

  private func joinCost(_ piece: Int) -> FlowCost {
    if text.pieces[piece].isGlued { return 0 }
    guard text.pieces[piece].gap == .blank else {
      // Sentences are broken over many lines.
      if isLong { return text.pieces[piece].gap == .page ? 60 : 20 }
      let cost = metrics.joinGap[text.pieces[piece].gap.rawValue] + executionCost(piece)
      return text.isDateSeam(before: piece) ? 3 * cost / 10 : cost
    }
    if isLong { return 80 }
    return text.blankJoinCost(before: piece, betweenScripts: metrics.scriptGap) + pointsCost(piece)
  }

  /// 预算执行率 begins a row.
  private func executionCost(_ piece: Int) -> FlowCost {
    let all = text.scalars[text.pieces[piece].scalars]
    guard kind == .target || kind == .actual, (4...8).contains(all.count) else { return 0 }
    var hash = FlowHash()
    hash.add(all)
    return words.entry(hash)?.role.contains(.budgetHead) == true ? 400 : 0
  }

  /// A number at the end of its line is points, more often than not.
  private func pointsCost(_ piece: Int) -> FlowCost {
    guard text.pieces[piece].shape == .number else { return 0 }
    guard piece + 1 < text.pieces.count else { return 250 }
    if text.isDateSeam(before: piece + 1) { return 0 }
    let endsLine = text.pieces[piece + 1].gap != .blank
    return endsLine || text.pieces[piece + 1].shape != .text ? 250 : 0
  }

  /// The cost of a cell that ends after `last`.
  func total(upTo last: Int) -> FlowCost {
    let single = last == start
    let shape = single ? text.pieces[start].shape : .text
    switch kind {
    case .weight, .score: return joins + numberCost(single, shape)
    case .level1, .level2: return levelCost(upTo: last)
    default: break
    }
    let wrap = lines.cost(
      last: line, lastHead: text.pieces[last].headWidth, isLastExact: isExact, wrap: metrics.wrap[column],
      floor: metrics.floor[column], isLong: isLong)
    var cost = joins + wrap + 250 * min(2, brackets.wrappedSum(of: brackets))
    if FlowSigns.isClosing(text.first(start)) { cost += 400 }
    if !single, !isLong, known.contains(hash) { cost -= 150 }
    if metrics.usual[column].contains(hash) { cost -= 100 }
    return cost + kindCost(upTo: last, shape)
  }

  /// What was put together to a quantity or a date belongs together.
  private func meaningCost(upTo last: Int) -> FlowCost {
    guard last > start, hasDigits, scalars <= 24 else { return 0 }
    switch TargetValue.Meaning(text.string(start...last)) {
    case .quantity, .range, .date: return -200
    case .blank, .placeholder, .graded, .qualitative: return 0
    }
  }

  private func numberCost(_ single: Bool, _ shape: FlowShape) -> FlowCost {
    switch shape {
    case .number: 0
    case .dash: 50
    case .text: single ? 900 : 1500
    }
  }

  private func levelCost(upTo last: Int) -> FlowCost {
    let role: FlowRole = kind == .level1 ? .level1 : .level2
    if let word = text.word(at: start, in: words, role, before: last + 1), word.pieces.upperBound == last + 1
    {
      // By the character, so that a name cut in two is worth as much as two names.
      return joins / 5 - 90 * scalars
    }
    let range = text.pieces[start].scalars.lowerBound..<text.pieces[last].scalars.upperBound
    return joins
      + (scalars <= 11 && last - start < 3 && words.endsLikeLevel(text.scalars[range]) ? 400 : 1200)
  }

  private func kindCost(upTo last: Int, _ shape: FlowShape) -> FlowCost {
    switch kind {
    case .name: nameCost(shape)
    case .target, .actual, .value:
      meaningCost(upTo: last) + 150 * min(2, sentences) + (startsLikeQuantity ? -80 : 0)
        + 6 * max(0, scalars - 14) + (scalars == 1 && shape == .text && kind != .value ? 80 : 0)
        + (kind == .value && scalars > 8 ? 200 : 0)
    case .note:
      50 + (shape == .number ? 400 : 0) + (FlowSigns.endsSentence(text.last(last)) ? 0 : 120) + levelWord
    case .prose: (shape == .text ? 0 : 400) + levelWord
    default: 0
    }
  }

  private func nameCost(_ shape: FlowShape) -> FlowCost {
    let first = text.first(start)
    var cost = 2 * max(0, scalars - 25) + levelWord + 300 * min(2, sentences)
    if shape != .text {
      cost += 800
    } else if FlowSigns.isComparator(first) {
      cost += 500
    } else if scalars == 1 {
      cost += 200
    } else if FlowSigns.isDigit(first) {
      cost += startsLikeName ? 40 : 150
    }
    return cost
  }

  /// A level's name stands in its own column.
  private var levelWord: FlowCost {
    guard let entry = words.entry(hash), !entry.role.isDisjoint(with: [.level1, .level2]) else { return 0 }
    return 500
  }

  /// Whether a letter follows the digits that it begins with: `5G网络`, but not `5个`.
  private var startsLikeName: Bool {
    let all = text.scalars[text.pieces[start].scalars]
    return all.first { !FlowSigns.isDigit($0) }.map(FlowSigns.isASCIILetter) ?? false
  }

  private var startsLikeQuantity: Bool {
    let first = text.first(start)
    return FlowSigns.isDigit(first) || FlowSigns.isComparator(first)
  }
}

extension SIMD4<Int32> {
  /// The sum of what is open and closed too often, each kind by itself.
  fileprivate func wrappedSum(of brackets: Self) -> Int {
    (0..<4).reduce(0) { $0 + Int(abs(brackets[$1])) }
  }
}

extension FlowText {
  /// The cost of taking a blank as part of a cell: blanks stand between Chinese and Latin text without a meaning.
  func blankJoinCost(before piece: Int, betweenScripts: FlowCost = 100) -> FlowCost {
    if pieces[piece].isGlued { return 0 }
    let before = last(piece - 1)
    let after = first(piece)
    if FlowSigns.isComparator(before) { return 30 }
    if FlowSigns.isDateSeam(before, after) { return 10 }
    if FlowSigns.isClosing(after) || FlowSigns.isOpening(before) { return 50 }
    if FlowSigns.isPause(before) { return 100 }
    if pieces[piece - 1].shape == .dash || pieces[piece].shape == .dash { return 500 }
    if FlowSigns.isASCIIWord(before) != FlowSigns.isASCIIWord(after) { return betweenScripts }
    if before < 0x80, after < 0x80 {
      return pieces[piece].shape == .number && pieces[piece - 1].shape == .number ? 600 : 100
    }
    return 500
  }

  /// Whether a date goes on over the gap before a piece.
  func isDateSeam(before piece: Int) -> Bool { FlowSigns.isDateSeam(last(piece - 1), first(piece)) }

  /// Whether two pieces with a blank between them are one cell for certain enough to join them unseen.
  func joinsOverBlank(before piece: Int) -> Bool {
    pieces[piece].gap == .blank && blankJoinCost(before: piece) <= 100
  }
}
