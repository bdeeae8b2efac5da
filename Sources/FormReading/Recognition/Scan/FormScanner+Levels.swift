import FormModel

/// Level cells: names, names cut by a page break, names without rows.
extension FormScanner {
  enum Rank {
    case first, second
  }

  /// Takes the level cells at the front of a row that complete a name which was cut.
  ///
  /// - Returns: the other cells, and whether a name was completed.
  mutating func completeLevels(_ cells: ArraySlice<RowCell>) -> (rest: ArraySlice<RowCell>, isCut: Bool) {
    guard !draft.tree.isEmpty else { return (cells, false) }
    var rest = cells
    var isCut = false
    while let cell = rest.first, cell.look == .text, let rank = rank(at: cell), completes(cell, rank) {
      rest = rest.dropFirst()
      isCut = true
    }
    return (rest, isCut)
  }

  func rank(at cell: borrowing RowCell) -> Rank? {
    let slots = draft.slots
    for index in slots.indices {
      switch slots[index].content {
      case .level1: if slots[index].distance(to: cell) == 0 { return .first }
      case .level2: if slots[index].distance(to: cell) == 0 { return .second }
      default: break
      }
    }
    return nil
  }

  /// The first slot that a cell stands in.
  func slot(over cell: borrowing RowCell) -> Int? {
    let slots = draft.slots
    for index in slots.indices where slots[index].distance(to: cell) == 0 { return index }
    return nil
  }

  /// Completes the level at hand where its name and the cell make a known name.
  private mutating func completes(_ cell: RowCell, _ rank: Rank) -> Bool {
    guard !(isKnown(cell, rank) && draft.tree.isWhole(rank)),
      let node = draft.tree.current(rank)
    else { return false }
    let part = PrintedText.levelName(file.text, cell.cell.range)
    let whole = node.text + part
    if let known = knownName(word(whole), rank) {
      place(cell)
      if rank == .first {
        draft.tree.complete1(whole, known: known)
      } else {
        draft.tree.complete2(whole, known: known)
      }
      return true
    }
    // The end of a name that is already whole was printed again.
    if !cell.isLevel, node.text.hasSuffix(part), node.text != part {
      remark(.doubtful, cell, reason: Messages.repeatedEnd(of: node.text))
      return true
    }
    return false
  }

  private mutating func word(_ text: String) -> Word? {
    let bytes = Array(text.utf8)
    guard label.fold(bytes, 0..<bytes.count) else { return nil }
    return words.match(label)?.word
  }

  private func knownName(_ word: Word?, _ rank: Rank) -> String? {
    let index = rank == .first ? word?.level1 : word?.level2
    return index.map { words.levels[Int($0)].name }
  }

  private func isKnown(_ cell: borrowing RowCell, _ rank: Rank) -> Bool {
    rank == .first ? cell.word?.level1 != nil : cell.word?.level2 != nil
  }

  // MARK: Levels of a row

  /// A row of level names alone: a heading, or a level without rows.
  mutating func takeLevelsAlone(_ cells: ArraySlice<RowCell>) -> Bool {
    guard cells.count <= 2, cells.allSatisfy(\.isLevel) else { return false }
    if grid.layout == .table {
      for cell in cells where isInNameColumn(cell) { return false }
    }
    for (offset, cell) in cells.enumerated() {
      let rank = rank(of: cell, isLast: offset == cells.count - 1, count: cells.count)
      take(cell, rank)
    }
    reachPage(cells)
    return true
  }

  /// Of a name that both ranks have, the column decides.
  private func rank(of cell: RowCell, isLast: Bool, count: Int) -> Rank {
    guard cell.word?.level1 != nil else { return .second }
    guard cell.word?.level2 != nil else { return .first }
    if count == 2 { return isLast ? .second : .first }
    if let rank = rank(at: cell) { return rank }
    return draft.slots.contains { $0.content == .level2 } ? .second : .first
  }

  mutating func take(_ cell: RowCell, _ rank: Rank) {
    place(cell)
    let known = knownName(cell.word, rank)
    var node = LevelTree.Node(
      text: PrintedText.levelName(file.text, cell.cell.range, like: known), known: known,
      location: location(of: cell))
    takePoints(&node)
    if rank == .first { return draft.tree.begin1(node) }
    if node.weight != nil { remark(.note, cell, reason: Messages.secondLevelPoints) }
    inferFirstLevel(cell)
    draft.tree.begin2(node)
  }

  /// 产出目标 (34分): the points are those of the level.
  private mutating func takePoints(_ node: inout LevelTree.Node) {
    // The last byte of ) or of ）, asked for first: few names end so.
    guard let last = node.text.utf8.last, last == 0x29 || last == 0x89,
      node.text.hasSuffix(")") || node.text.hasSuffix("）"),
      let open = node.text.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return }
    var inside = node.text[node.text.index(after: open)...].dropLast()
    if let mark = inside.last, word(String(mark))?.isPoints == true { inside = inside.dropLast() }
    guard decimal(printed: String(inside)) != nil else { return }
    node.weight = String(inside)
    node.text = String(node.text[..<open])
  }

  /// The first level above a second level, where none is printed or, in shifted text, one of another kind.
  private mutating func inferFirstLevel(_ cell: RowCell) {
    guard let index = cell.word?.level2, let usual = words.levels[Int(index)].parents.first else { return }
    let parents = words.levels[Int(index)].parents
    if let current = draft.tree.current1 {
      guard grid.layout != .table, !draft.tree.isFresh, let known = current.known, !parents.contains(known),
        words.isParent(known)
      else { return }
    }
    draft.tree.begin1(LevelTree.Node(text: usual, known: usual))
    let path = FormPath.level(usual, PrintedText.levelName(file.text, cell.cell.range))
    remark(.doubtful, cell, path: path, reason: Messages.inferredLevel(usual))
  }
}

extension LevelTree {
  /// Whether the first level at hand has neither rows nor second levels yet.
  var isFresh: Bool { level2 == nil && current1?.rows == 0 }
}
