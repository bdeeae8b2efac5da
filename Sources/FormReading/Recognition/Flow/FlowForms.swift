/// Finds the forms of flowed text: where a title stands over labels.
struct FlowForms {
  let words: FormWords

  /// Lines after a title in which a label must stand.
  private static let reach = 10

  /// The stretches of cells that each hold one form; text before the first title is a stretch of its own.
  func ranges(of cells: [GridCell], in file: GridFile) -> [Range<Int>] {
    let lines = lineStarts(of: cells)
    var starts: [Int] = []
    var lastTitle = -10
    for line in titles(lines, cells, file) {
      // A title of several lines is one.
      if line - lastTitle > 2 { starts.append(lines[line]) }
      lastTitle = line
    }
    if starts.first != 0 { starts.insert(0, at: 0) }
    return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : cells.count) }
  }

  func hasTitle(_ cells: ArraySlice<GridCell>, in file: GridFile) -> Bool {
    let cells = Array(cells)
    return !titles(lineStarts(of: cells), cells, file).isEmpty
  }

  private func titles(_ lines: [Int], _ cells: [GridCell], _ file: GridFile) -> [Int] {
    lines.indices.dropLast().filter { line in
      isTitle(cells[lines[line]..<lines[line + 1]], in: file) && hasLabel(after: line, lines, cells, file)
    }
  }

  private func lineStarts(of cells: [GridCell]) -> [Int] {
    var starts: [Int] = []
    var row: Int32 = -1
    for (index, cell) in cells.enumerated() where cell.row != row {
      starts.append(index)
      row = cell.row
    }
    return starts + [cells.count]
  }

  private func isTitle(_ line: ArraySlice<GridCell>, in file: GridFile) -> Bool {
    guard let first = line.first, let last = line.last, last.end - first.start < 200 else { return false }
    var label = FoldedLabel()
    guard label.fold(file.text, Int(first.start)..<Int(last.end)) else { return false }
    return words.titleKind(of: label) != nil && words.match(label) == nil
  }

  private func hasLabel(
    after line: Int, _ lines: [Int], _ cells: [GridCell], _ file: GridFile
  ) -> Bool {
    var label = FoldedLabel()
    for next in line + 1..<min(lines.count - 1, line + 1 + Self.reach) {
      let cell = cells[lines[next]]
      guard label.fold(file.text, Int(cell.start)..<Int(cell.end)) else { continue }
      if isField(label, 0..<label.withoutColon(label.count)) { return true }
      // The value may stand right after the colon.
      if let colon = label.bytes[..<label.count].firstIndex(of: UInt8(ascii: ":")), isField(label, 0..<colon)
      {
        return true
      }
    }
    return false
  }

  private func isField(_ label: FoldedLabel, _ range: Range<Int>) -> Bool {
    words.match(label, range)?.word.field != nil
  }
}
