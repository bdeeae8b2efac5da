/// What the forms of a file teach about each other.
struct FlowKnowledge: Sendable {
  /// Texts that stand unbroken somewhere in the file.
  private(set) var texts: Set<FlowHash> = []
  /// Widths at which the two goals break.
  private(set) var goals: (Int32?, Int32?) = (nil, nil)
  private var learned: [[FlowColumn]: FlowMetrics] = [:]
  private var statistics: [[FlowColumn]: FlowStatistics] = [:]
  /// Chinese beside Latin text, with a blank between and without.
  private var seams = (open: 0, closed: 0)
  private var goalLines: ([Int32], [Int32]) = ([], [])

  init() {}

  func metrics(of columns: [FlowColumn]) -> FlowMetrics {
    var metrics = learned[columns] ?? FlowMetrics(columns: columns)
    metrics.scriptGap = scriptGap
    return metrics
  }

  /// Word processors may set a blank between Chinese and Latin text: then hardly any stand side by side.
  private var scriptGap: FlowCost {
    guard seams.open + seams.closed >= 8 else { return 100 }
    let share = seams.open * 100 / (seams.open + seams.closed)
    return share > 75 ? 30 : share < 25 ? 180 : 100
  }

  mutating func add(textsOf text: FlowText) {
    countSeams(text)
    for piece in text.pieces where piece.shape == .text && piece.width >= 4 {
      var hash = FlowHash()
      hash.add(text.scalars[piece.scalars])
      texts.insert(hash)
    }
  }

  private mutating func countSeams(_ text: FlowText) {
    for piece in text.pieces.indices {
      let range = text.pieces[piece].scalars
      for index in range.dropFirst() where isSeam(text.scalars[index - 1], text.scalars[index]) {
        seams.closed += 1
      }
      if piece > 0, text.pieces[piece].gap == .blank, isSeam(text.last(piece - 1), text.first(piece)) {
        seams.open += 1
      }
    }
  }

  /// Between a Chinese character and a Latin letter or digit.
  private func isSeam(_ a: UInt32, _ b: UInt32) -> Bool {
    (FlowSigns.isASCIIWord(a) && b >= 0x3400) || (a >= 0x3400 && FlowSigns.isASCIIWord(b))
  }

  mutating func add(_ row: FlowRow, of text: FlowText, columns: [FlowColumn]) {
    statistics[columns, default: FlowStatistics(columns: columns)].add(row, of: text)
  }

  mutating func addGoals(_ body: Range<Int>, cut: Int, of text: FlowText) {
    goalLines.0 += brokenLines(body.lowerBound..<cut, of: text)
    goalLines.1 += brokenLines(cut..<body.upperBound, of: text)
  }

  private func brokenLines(_ range: Range<Int>, of text: FlowText) -> [Int32] {
    guard let first = range.first else { return [] }
    var widths: [Int32] = []
    var width = text.pieces[first].width
    for piece in range.dropFirst() {
      let next = text.pieces[piece]
      if next.gap == .blank {
        width += (next.isGlued ? 0 : 1) + next.width
      } else {
        widths.append(width)
        width = next.width
      }
    }
    return widths
  }

  /// Makes what was counted what is known.
  mutating func learn() {
    for (columns, counted) in statistics { learned[columns] = counted.metrics() }
    statistics = [:]
    goals = (Self.usual(goalLines.0), Self.usual(goalLines.1))
    goalLines = ([], [])
  }

  private static func usual(_ widths: [Int32]) -> Int32? {
    widths.count < 2 ? nil : widths.sorted()[widths.count * 9 / 10]
  }
}
