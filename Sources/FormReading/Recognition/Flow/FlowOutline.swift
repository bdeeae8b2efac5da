/// The parts of a form in flowed text, before its cells are set again.
enum FlowSection: Sendable {
  /// A printed row whose cells are known at once: labels and their values.
  case row([Range<Int>])
  /// The budget: its label, its column heads, its lines.
  case budget(label: Range<Int>?, heads: [Range<Int>], lines: [FlowBudgetLine])
  /// Goals under their heads.
  case goals(label: Range<Int>?, heads: [Range<Int>], body: Range<Int>)
  case table(FlowTable)
  /// The closing row: its label and its points.
  case total(label: Range<Int>, values: [Range<Int>])
}

extension FlowSection {
  /// All pieces of the section; `nil` where it has none.
  var pieces: Range<Int>? {
    let parts: [Range<Int>] =
      switch self {
      case .row(let cells): cells
      case .budget(let label, let heads, let lines):
        (label.map { [$0] } ?? []) + heads + lines.flatMap { [$0.label] + $0.values }
      case .goals(let label, let heads, let body): (label.map { [$0] } ?? []) + heads + [body]
      case .table(let table): table.heads.map(\.pieces) + [table.body]
      case .total(let label, let values): [label] + values
      }
    let filled = parts.filter { !$0.isEmpty }
    guard let first = filled.map(\.lowerBound).min(), let last = filled.map(\.upperBound).max() else {
      return nil
    }
    return first..<last
  }
}

/// A line of the budget: its label and the numbers that follow.
struct FlowBudgetLine: Sendable {
  var label: Range<Int>
  var values: [Range<Int>]
}

/// The indicators: their heads, and the pieces below.
struct FlowTable: Sendable {
  struct Head: Sendable {
    var pieces: Range<Int>
    var column: FlowColumn
  }

  /// 绩效指标 beside the heads.
  var side: Range<Int>?
  var heads: [Head]
  var body: Range<Int>
  /// Whether a table of the same form stands before it.
  var isContinued = false

  var columns: [FlowColumn] { heads.map(\.column) }
}

/// Finds the sections of a form in its pieces.
struct FlowOutline {
  let text: FlowText
  let words: FlowWords
  private(set) var sections: [FlowSection] = []
  private var at = 0
  private var hasTable = false

  init(_ text: FlowText, words: FlowWords) {
    self.text = text
    self.words = words
    while at < text.pieces.count {
      if table() || sideLabels() || budget() || goals() || total() || field() { continue }
      line()
    }
  }

  var tableCount: Int { sections.count { if case .table = $0 { true } else { false } } }

  private var end: Int { text.pieces.count }

  private func word(_ piece: Int, _ role: FlowRole) -> FlowText.Word? {
    text.word(at: piece, in: words, role, before: end)
  }

  /// The last piece of the line.
  private func lineEnd(from piece: Int) -> Int {
    var next = piece + 1
    while next < end, !text.pieces[next].beginsLine { next += 1 }
    return next
  }

  // MARK: Indicators

  private func heads(at piece: Int) -> (side: Range<Int>?, heads: [FlowTable.Head], end: Int)? {
    guard text.pieces[piece].beginsLine else { return nil }
    var next = piece
    var side: Range<Int>?
    if let word = word(piece, .indicators), self.word(word.pieces.upperBound, atMost: .head) != nil {
      side = word.pieces
      next = word.pieces.upperBound
    }
    var heads: [FlowTable.Head] = []
    while next < end {
      if let column = newHead(at: next, after: heads), let word = word(next, .head) {
        heads.append(FlowTable.Head(pieces: word.pieces, column: column))
        next = word.pieces.upperBound
      } else if heads.count >= 2, text.pieces[next].gap == .blank, newHead(at: next + 1, after: heads) != nil
      {
        // One head that is not known between two that are.
        heads.append(FlowTable.Head(pieces: next..<next + 1, column: .value))
        next += 1
      } else if let head = wrappedHead(at: next, after: heads) {
        heads.append(head)
        next = head.pieces.upperBound
      } else if let column = unknownHead(at: next, after: heads) {
        heads.append(FlowTable.Head(pieces: next..<next + 1, column: column))
        next += 1
      } else {
        break
      }
    }
    let kinds = Set(heads.map(\.column))
    guard heads.count >= 3, !kinds.isDisjoint(with: [.level1, .level2, .name]) else { return nil }
    return (side, Self.named(heads), next)
  }

  /// The column of a head; levels and the name stand but once in a row of heads.
  private func newHead(at piece: Int, after heads: [FlowTable.Head]) -> FlowColumn? {
    guard piece < end, let column = word(piece, .head)?.entry.column else { return nil }
    let isSingle = column == .level1 || column == .level2 || column == .name
    return isSingle && heads.contains { $0.column == column } ? nil : column
  }

  /// A head that is not known as a whole, though its last line is: 部门复核 / 得分.
  private func wrappedHead(at piece: Int, after heads: [FlowTable.Head]) -> FlowTable.Head? {
    guard heads.count >= 5, piece + 1 < end, isLikeLabel(piece..<piece + 1),
      text.pieces[piece + 1].gap == .line, let word = word(piece + 1, .head),
      let column = word.entry.column, column == .weight || column == .score
    else { return nil }
    return FlowTable.Head(pieces: piece..<word.pieces.upperBound, column: column)
  }

  /// A head that is not known behind the names, on the same line: 半年目标值.
  private func unknownHead(at piece: Int, after heads: [FlowTable.Head]) -> FlowColumn? {
    guard heads.count >= 3, heads.contains(where: { $0.column == .name }), piece < end else { return nil }
    let next = text.pieces[piece]
    guard next.gap == .blank, !next.hasDigits, next.shape == .text, next.width <= 24 else { return nil }
    return text.last(piece) == FlowSigns.value ? .target : nil
  }

  private func word(_ piece: Int, atMost role: FlowRole) -> FlowText.Word? {
    piece < end ? word(piece, role) : nil
  }

  /// Where no head says name, the last level holds the names.
  private static func named(_ heads: [FlowTable.Head]) -> [FlowTable.Head] {
    guard !heads.contains(where: { $0.column == .name }) else { return heads }
    var heads = heads
    if let last = heads.lastIndex(where: { $0.column == .level2 })
      ?? heads.lastIndex(where: { $0.column == .level1 })
    {
      heads[last].column = .name
    }
    return heads
  }

  private mutating func table() -> Bool {
    guard let (side, heads, start) = heads(at: at) else { return false }
    var next = start
    while next < end, !endsTable(at: next) { next += 1 }
    sections.append(
      .table(FlowTable(side: side, heads: heads, body: start..<next, isContinued: hasTable)))
    hasTable = true
    at = next
    return true
  }

  private func endsTable(at piece: Int) -> Bool {
    guard text.pieces[piece].beginsLine else { return false }
    if let word = word(piece, [.total, .tail, .note, .field]) {
      let after = word.pieces.upperBound
      if word.entry.role.contains(.total), after >= end || isNumber(after) || text.pieces[after].beginsLine {
        return true
      }
      if word.entry.role.contains(.tail), word.hasColon || isAlone(word.pieces) { return true }
      if word.hasColon { return true }
    }
    return heads(at: piece) != nil || !sideLabels(at: piece).isEmpty
  }

  /// Labels beside goals and indicators, where the file has them behind: their cells are as high as many rows.
  private mutating func sideLabels() -> Bool {
    guard hasTable else { return false }
    let labels = sideLabels(at: at)
    for word in labels where !attach(word) { sections.append(.row([word.pieces])) }
    at = labels.last?.pieces.upperBound ?? at
    return !labels.isEmpty
  }

  /// Labels that nothing follows.
  private func sideLabels(at piece: Int) -> [FlowText.Word] {
    guard end - piece <= Self.mostSidePieces, text.pieces[piece].beginsLine else { return [] }
    var labels: [FlowText.Word] = []
    var next = piece
    while next < end {
      guard let word = word(next, [.goals, .indicators]), !word.hasColon else { return [] }
      labels.append(word)
      next = word.pieces.upperBound
    }
    return labels
  }

  private static let mostSidePieces = 16

  /// Puts a label beside the first section that lacks it.
  private mutating func attach(_ word: FlowText.Word) -> Bool {
    for index in sections.indices {
      switch sections[index] {
      case .table(var table) where table.side == nil && word.entry.role.contains(.indicators):
        table.side = word.pieces
        sections[index] = .table(table)
        return true
      case .goals(nil, let heads, let body) where word.entry.role.contains(.goals):
        sections[index] = .goals(label: word.pieces, heads: heads, body: body)
        return true
      default: continue
      }
    }
    return false
  }

  private func isNumber(_ piece: Int) -> Bool { text.pieces[piece].shape != .text }

  /// Whether nothing else of the same cell follows: a value after a blank, or the end of the line.
  private func isAlone(_ pieces: Range<Int>) -> Bool {
    pieces.upperBound >= end || pieces.upperBound - pieces.lowerBound >= 1
  }

  private mutating func total() -> Bool {
    guard text.pieces[at].beginsLine, hasTable, let word = word(at, .total) else { return false }
    var values: [Range<Int>] = []
    var next = word.pieces.upperBound
    while next < end, isNumber(next), values.count < 4 {
      values.append(next..<next + 1)
      next += 1
    }
    sections.append(.total(label: word.pieces, values: values))
    at = next
    return true
  }

  // MARK: Budget

  private func budgetHeads(at piece: Int) -> (heads: [Range<Int>], end: Int)? {
    var heads: [Range<Int>] = []
    var next = piece
    while next < end, let word = word(next, .budgetHead) {
      heads.append(word.pieces)
      next = word.pieces.upperBound
    }
    return heads.count >= 2 ? (heads, next) : nil
  }

  private mutating func budget() -> Bool {
    guard text.pieces[at].beginsLine, !hasTable else { return false }
    var label: Range<Int>?
    var start = at
    if let word = word(at, .money) {
      label = word.pieces
      start = word.pieces.upperBound
    }
    guard start < end, let (heads, next) = budgetHeads(at: start) else { return false }
    at = next
    var lines: [FlowBudgetLine] = []
    while at < end, let line = budgetLine(most: heads.count) { lines.append(line) }
    sections.append(.budget(label: label, heads: heads, lines: lines))
    return true
  }

  private mutating func budgetLine(most: Int) -> FlowBudgetLine? {
    guard !startsSection(at: at) else { return nil }
    var next = at
    if let word = word(at, .budgetLine) {
      next = word.pieces.upperBound
    } else {
      // A line of unknown name: its label ends where its numbers begin.
      while next < end, !isNumber(next), next - at < 5, next == at || !startsSection(at: next) { next += 1 }
      guard next > at, next < end, isNumber(next) else { return nil }
    }
    let label = at..<next
    var values: [Range<Int>] = []
    while next < end, isNumber(next), values.count < most {
      values.append(next..<next + 1)
      next += 1
    }
    at = next
    return FlowBudgetLine(label: label, values: values)
  }

  /// Whether goals, indicators or a labelled value begin here.
  private func startsSection(at piece: Int) -> Bool {
    guard text.pieces[piece].beginsLine else { return false }
    if let word = word(piece, [.goals, .goalHead, .field, .tail]),
      word.entry.role.isDisjoint(with: .budgetLine)
    {
      return true
    }
    return heads(at: piece) != nil
  }

  // MARK: Goals

  private mutating func goals() -> Bool {
    guard text.pieces[at].beginsLine, !hasTable else { return false }
    var label: Range<Int>?
    var next = at
    if let word = word(at, .goals), !word.hasColon {
      label = word.pieces
      next = word.pieces.upperBound
    }
    var heads = goalHeads(from: &next)
    if label != nil, heads.isEmpty || (heads.count == 1 && isGoalBesideAnother(at: at)) {
      next = at
      label = nil
      heads = goalHeads(from: &next)
    }
    guard heads.count >= 2 || (heads.count == 1 && label != nil) else { return false }
    if label == nil, next < end, let word = word(next, .goals), !word.hasColon {
      label = word.pieces
      next = word.pieces.upperBound
    }
    let start = next
    while next < end, !endsGoals(at: next) { next += 1 }
    var body = start..<next
    if label == nil, let found = labelBehind(body) {
      label = found
      body = start..<found.lowerBound
    }
    sections.append(.goals(label: label, heads: heads, body: body))
    at = next
    return true
  }

  /// The label beside the goals, where the file has it behind them: its cell is as high as theirs.
  private func labelBehind(_ body: Range<Int>) -> Range<Int>? {
    body.suffix(6).dropFirst(body.count > 6 ? 0 : 1).lazy.compactMap { piece -> Range<Int>? in
      guard text.pieces[piece].beginsLine, let word = word(piece, .goals), !word.hasColon,
        word.pieces.upperBound == body.upperBound
      else { return nil }
      return word.pieces
    }.first
  }

  /// Whether a goal has its head here, and another one right beside it.
  private func isGoalBesideAnother(at piece: Int) -> Bool {
    guard let first = word(piece, .goalHead), first.pieces.upperBound < end,
      text.pieces[first.pieces.upperBound].gap == .blank, let next = word(first.pieces.upperBound, .goalHead)
    else { return false }
    let kinds: FlowRole = [.goalTotal, .goalActual]
    return first.entry.role.intersection(kinds) != next.entry.role.intersection(kinds)
  }

  private func goalHeads(from next: inout Int) -> [Range<Int>] {
    var heads: [Range<Int>] = []
    while next < end, let word = word(next, .goalHead), !word.hasColon {
      heads.append(word.pieces)
      next = word.pieces.upperBound
    }
    return heads
  }

  private func endsGoals(at piece: Int) -> Bool {
    guard text.pieces[piece].beginsLine else { return false }
    if heads(at: piece) != nil { return true }
    if let word = word(piece, .money), word.pieces.upperBound < end {
      return budgetHeads(at: word.pieces.upperBound) != nil
    }
    if let word = word(piece, [.field, .tail]), word.entry.role.isDisjoint(with: [.goals, .goalHead]) {
      return word.hasColon || lineEnd(from: piece) > word.pieces.upperBound
    }
    return budgetHeads(at: piece).map { $0.heads.count >= 3 } ?? false
  }

  // MARK: Labels and values

  /// Labels with their values up to the end of the printed row.
  private mutating func field() -> Bool {
    guard let label = fieldLabel(at: at) else { return false }
    var cells = [label.pieces]
    at = label.pieces.upperBound
    var start = at
    while at < end, !endsValue(at: at, isFirst: at == start) {
      if let next = fieldLabel(at: at) {
        cells += values(start..<at)
        cells.append(next.pieces)
        at = next.pieces.upperBound
        start = at
      } else {
        at += 1
      }
    }
    cells += values(start..<at)
    sections.append(.row(cells))
    return true
  }

  private func endsValue(at piece: Int, isFirst: Bool) -> Bool {
    if text.beginsWithNote(piece, words) { return true }
    guard text.pieces[piece].beginsLine else { return false }
    if beginsSomething(at: piece) || (!isFirst && isUnknownLabel(at: piece)) { return true }
    // Where columns stand side by side, a line of several is another row.
    return text.setting.isAligned && !isFirst && lineEnd(from: piece) > piece + 1
  }

  /// A label that is not known, at the beginning of a line and with its value beside it: 项目实施期 2024年.
  private func isUnknownLabel(at piece: Int) -> Bool {
    guard piece + 1 < end, text.pieces[piece + 1].gap == .blank, !text.pieces[piece + 1].isGlued,
      isLikeLabel(piece..<piece + 1), words.endsLikeField(text.last(piece))
    else { return false }
    return !FlowSigns.isOpening(text.first(piece + 1)) && !FlowSigns.isClosing(text.first(piece + 1))
  }

  private func fieldLabel(at piece: Int) -> FlowText.Word? {
    guard let word = word(piece, [.field, .money, .goals, .tail, .budgetLine, .note]) else { return nil }
    // Notes have a colon, so that 说明 inside a text is none.
    return word.entry.role == .note && !word.hasColon ? nil : word
  }

  private func beginsSomething(at piece: Int) -> Bool {
    if fieldLabel(at: piece) != nil || heads(at: piece) != nil { return true }
    if hasTable { return word(piece, .total) != nil }
    return budgetHeads(at: piece) != nil
  }

  /// A value is one cell, whatever blanks are in it; but three pieces may be a value, an unknown label and its value.
  private func values(_ range: Range<Int>) -> [Range<Int>] {
    guard !range.isEmpty else { return [] }
    if range.count == 3, isLikeLabel(range.lowerBound + 1..<range.lowerBound + 2),
      range.dropFirst().allSatisfy({ text.pieces[$0].gap == .blank && !text.pieces[$0].isGlued })
    {
      return range.map { $0..<$0 + 1 }
    }
    var groups: [Range<Int>] = []
    for piece in range {
      if let last = groups.last, text.pieces[piece].gap != .blank || text.joinsOverBlank(before: piece) {
        groups[groups.count - 1] = last.lowerBound..<piece + 1
      } else {
        groups.append(piece..<piece + 1)
      }
    }
    guard groups.count == 3, isLikeLabel(groups[1]) else { return [range] }
    return groups
  }

  private func isLikeLabel(_ pieces: Range<Int>) -> Bool {
    let scalars = text.scalars[text.pieces[pieces.lowerBound].scalars]
    return pieces.count == 1 && (3...8).contains(scalars.count)
      && scalars.allSatisfy { $0 >= 0x3000 && $0 < 0xFF00 }
  }

  /// A line that is none of all this: its pieces are its cells.
  private mutating func line() {
    var cells: [Range<Int>] = []
    for piece in at..<lineEnd(from: at) {
      if let last = cells.last, text.joinsOverBlank(before: piece) {
        cells[cells.count - 1] = last.lowerBound..<piece + 1
      } else {
        cells.append(piece..<piece + 1)
      }
    }
    at = cells.last?.upperBound ?? at + 1
    sections.append(.row(cells))
  }
}
