/// Turns lines of running text into rows of cells, as they were printed.
struct Reflow {
  let words: FormWords

  /// Forms that are looked at to learn how the tables of a file were set.
  private static let mostTeachers = 120
  /// More pieces than any form has: such text is handed on line by line.
  private static let mostPieces = 100_000

  /// The grids that a flowed grid holds; text they need is added to the file's buffer.
  ///
  /// Doubtful cells are marked so. Nothing is left out but page numbers and blank lines.
  func grids(from grid: Grid, in file: inout GridFile) -> [Grid] {
    let flowWords = words.flow
    let ranges = FlowForms(words: words).ranges(of: grid.cells, in: file)
    let knowledge = knowledge(from: ranges, of: grid, in: file, flowWords)
    return ranges.map { range in
      guard range.count <= Self.mostPieces else {
        return Grid(layout: .shifted, source: grid.source, cells: Array(grid.cells[range]))
      }
      return FlowForm(text(range, of: grid, in: file, flowWords), words: flowWords)
        .grid(knowledge, words: flowWords, in: &file)
    }
  }

  /// Whether flowed text has a form in it: a title over labels, or a row of column heads.
  func isForm(_ grid: Grid, in file: GridFile) -> Bool {
    let flowWords = words.flow
    let range = grid.cells.indices.prefix(2_000)
    guard !flowWords.isEmpty else { return false }
    if FlowForms(words: words).hasTitle(grid.cells[range], in: file) { return true }
    let sections = FlowForm(text(range, of: grid, in: file, flowWords), words: flowWords).outline.sections
    return sections.contains { if case .table = $0 { true } else { false } }
  }

  /// Two rounds: what is certain teaches how to judge the rest.
  private func knowledge(
    from ranges: [Range<Int>], of grid: Grid, in file: GridFile, _ flowWords: FlowWords
  ) -> FlowKnowledge {
    var knowledge = FlowKnowledge()
    let forms = ranges.lazy.filter { $0.count <= Self.mostPieces }.prefix(Self.mostTeachers).map {
      FlowForm(text($0, of: grid, in: file, flowWords), words: flowWords)
    }
    let teachers = Array(forms)
    for form in teachers { knowledge.add(textsOf: form.text) }
    for _ in 0..<2 {
      for form in teachers { form.teach(&knowledge, words: flowWords) }
      knowledge.learn()
    }
    return knowledge
  }

  private func text(
    _ range: Range<Int>, of grid: Grid, in file: GridFile, _ flowWords: FlowWords
  ) -> FlowText {
    var builder = FlowTextBuilder(file: file, words: flowWords)
    var start = range.lowerBound
    while start < range.upperBound {
      let row = grid.cells[start].row
      let end = grid.cells[start..<range.upperBound].firstIndex { $0.row != row } ?? range.upperBound
      builder.append(line: grid.cells[start..<end])
      start = end
    }
    return builder.text
  }
}
