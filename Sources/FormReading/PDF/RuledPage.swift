/// The cells that the ruled lines of a page make, and the lines of text outside them.
struct RuledPage {
  /// Lines nearer than this are one.
  static let tolerance = 2 * Length.point
  /// A page with more places for cells is a picture.
  private static let mostPlaces = 200_000

  /// A cell with its words, or a stretch of text outside the tables.
  struct Cell {
    /// The cell's borders, or the text's own box.
    var box: Box
    var words: [PDFPage.Word] = []
    var isRuled: Bool
    /// Whether the page ends before the cell does: no line is drawn below it.
    var isOpenBelow = false
    /// Whether the cell goes on from the page before.
    var isOpenAbove = false
    /// Whether it is at the upper end of the page's tables, and at their lower end.
    var isFirst = false
    /// See `isFirst`.
    var isLast = false
    /// Whether the text fills a cell that could not grow, so that some of it may not be printed.
    var isCut = false
  }

  /// Cells that hold words or are at an end of the tables, by no order.
  let cells: [Cell]

  init(_ page: PDFPage, lines: [RuledLine]) {
    let columns = clustered(lines.filter(\.isVertical).map(\.position), within: Self.tolerance)
    let rows = clustered(lines.filter { !$0.isVertical }.map(\.position), within: Self.tolerance)
    guard columns.count > 1, rows.count > 1, (columns.count + 4) * (rows.count + 4) <= Self.mostPlaces else {
      cells = Self.stretches(page.words)
      return
    }
    cells = Self.cells(page, lines)
  }

  /// Whether text stands above the tables, as a title does.
  var hasTextAbove: Bool {
    let top = cells.filter(\.isRuled).map(\.box.top).min() ?? 0
    return cells.contains { !$0.isRuled && $0.box.bottom <= top }
  }

  private static func cells(_ page: PDFPage, _ drawn: [RuledLine]) -> [Cell] {
    let lines = drawn + borders(missingFrom: drawn)
    let areas = Areas(
      columns: clustered(lines.filter(\.isVertical).map(\.position), within: tolerance),
      rows: clustered(lines.filter { !$0.isVertical }.map(\.position), within: tolerance), lines: lines)
    var (ruled, outside): ([Int: Cell], [PDFPage.Word]) = (openCells(of: areas, drawn), [])
    var isOverfull = false
    for block in TextBlock.blocks(page.words, .loose, walls: lines) {
      let home = areas.home(of: block)
      isOverfull = isOverfull || home != nil
      for word in block.words {
        let area = home ?? areas.area(at: (word.box.middle, word.box.center))
        if area == areas.outside {
          outside.append(word)
        } else {
          ruled[area, default: Cell(box: areas.box(of: area), isRuled: true)].words.append(word)
        }
      }
    }
    let cells = ruled.keys.sorted().compactMap { ruled[$0] }
    return cells.map { isOverfull ? $0.markedWhereCut : $0 } + stretches(outside)
  }

  /// The borders that a table leaves open: at its sides, as many do, and where a page breaks it.
  private static func borders(missingFrom lines: [RuledLine]) -> [RuledLine] {
    let (down, across) = (lines.filter(\.isVertical), lines.filter { !$0.isVertical })
    guard let left = across.map(\.from).min(), let right = across.map(\.to).max(),
      let top = down.map(\.from).min(), let bottom = down.map(\.to).max()
    else { return [] }
    // A rule above the page's footer is no side of a table.
    let sides = [left, right].filter { x in
      across.count { abs($0.from - x) <= tolerance || abs($0.to - x) <= tolerance } >= 3
        && !down.contains { abs($0.position - x) <= 2 * tolerance }
    }
    return sides.map { RuledLine(isVertical: true, position: $0, from: top, to: bottom) }
      + [top, bottom].map { RuledLine(isVertical: false, position: $0, from: left, to: right) }
  }

  /// Cells at the upper and lower end of the tables: they may go on over a page break.
  private static func openCells(of areas: Areas, _ drawn: [RuledLine]) -> [Int: Cell] {
    guard let top = areas.rows.first, let bottom = areas.rows.last else { return [:] }
    let ends = drawn.filter {
      !$0.isVertical && min(abs($0.position - top), abs($0.position - bottom)) <= 2 * tolerance
    }
    func isDrawn(_ box: Box, _ position: Int) -> Bool {
      ends.contains {
        abs($0.position - position) <= 2 * tolerance && $0.from <= box.middle && box.middle <= $0.to
      }
    }
    var open: [Int: Cell] = [:]
    for (area, box) in areas.boxes where area != areas.outside {
      guard box.top == top || box.bottom == bottom else { continue }
      open[area] = Cell(
        box: box, isRuled: true, isOpenBelow: box.bottom == bottom && !isDrawn(box, bottom),
        isOpenAbove: box.top == top && !isDrawn(box, top), isFirst: box.top == top,
        isLast: box.bottom == bottom)
    }
    return open
  }

  /// Words outside tables as stretches of text: one line, no gap wider than two characters.
  private static func stretches(_ words: [PDFPage.Word]) -> [Cell] {
    textLines(words).flatMap { line in
      line.reduce(into: [Cell]()) { cells, word in
        if let last = cells.last, word.box.left - last.box.right < 2 * max(word.size, 6 * Length.point) {
          cells[cells.count - 1].words.append(word)
          cells[cells.count - 1].box = last.box.union(word.box)
        } else {
          cells.append(Cell(box: word.box, words: [word], isRuled: false))
        }
      }
    }
  }
}

extension RuledPage.Cell {
  /// Marks text that reaches the last place of the cell's last line, on a page whose rows do not grow with it.
  fileprivate var markedWhereCut: Self {
    let lines = textLines(words)
    guard let last = lines.last, let word = last.last, let end = word.text.last, end >= 0x80,
      !word.text.reversed().starts(with: Array("。".utf8).reversed())
    else { return self }
    let line = TextBlock.box(of: last)
    var marked = self
    marked.isCut =
      5 * (box.width - line.width) <= 6 * word.size && (lines.count + 1) * line.height * 11 / 10 > box.height
    return marked
  }
}

/// Sorted numbers, each group that lies close together as its first.
func clustered(_ numbers: [Int], within tolerance: Int) -> [Int] {
  numbers.sorted().reduce(into: []) { groups, number in
    if let last = groups.last, number - last <= tolerance { return }
    groups.append(number)
  }
}

/// The fields between all lines of a page, joined where no line stands between them.
private struct Areas {
  let columns: [Int]
  let rows: [Int]
  /// For each field another of the same area, or itself.
  private var parents: [Int]
  /// The borders of each area.
  private(set) var boxes: [Int: Box] = [:]

  private var width: Int { columns.count + 1 }
  private var height: Int { rows.count + 1 }

  init(columns: [Int], rows: [Int], lines: [RuledLine]) {
    self.columns = columns
    self.rows = rows
    parents = Array(0..<(columns.count + 1) * (rows.count + 1))
    join(around: lines)
  }

  /// Everything around the tables.
  var outside: Int { parents[0] }

  private mutating func join(around lines: [RuledLine]) {
    var right = [Bool](repeating: false, count: parents.count)
    var below = right
    for line in lines {
      let stops = line.isVertical ? columns : rows
      guard let stop = index(of: line.position, in: stops) else { continue }
      for other in fields(of: line) {
        if line.isVertical { right[other * width + stop] = true } else { below[stop * width + other] = true }
      }
    }
    for row in 0..<height {
      for column in 0..<width {
        let field = row * width + column
        if column + 1 < width, !right[field] { unite(field, field + 1) }
        if row + 1 < height, !below[field] { unite(field, field + width) }
      }
    }
    settle()
  }

  /// The rows beside a vertical line, the columns along a horizontal one.
  private func fields(of line: RuledLine) -> [Int] {
    let stops = line.isVertical ? rows : columns
    return (1..<max(1, stops.count)).filter { index in
      let middle = (stops[index - 1] + stops[index]) / 2
      return line.from <= middle && middle <= line.to
    }
  }

  private func index(of position: Int, in stops: [Int]) -> Int? {
    let field = Self.field(of: position, in: stops)
    return field > 0 ? field - 1 : nil
  }

  /// How many of the sorted stops are not beyond a position.
  private static func field(of position: Int, in stops: [Int]) -> Int {
    var (low, high) = (0, stops.count)
    while low < high {
      let middle = (low + high) / 2
      if stops[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func area(at point: (x: Int, y: Int)) -> Int {
    parents[Self.field(of: point.y, in: rows) * width + Self.field(of: point.x, in: columns)]
  }

  /// The cell of text that runs over its cell's borders, as a row that is too low prints it; `nil` for text that
  /// stands within.
  func home(of block: TextBlock) -> Int? {
    guard block.lines.count > 1 else { return nil }
    var (homes, runsOver): ([Int: Int], Bool) = ([:], false)
    for line in block.lines {
      let box = TextBlock.box(of: line)
      let slack = 3 * box.height / 10
      let area = area(at: (box.middle, box.center))
      let isWithin = [box.center - slack, box.center + slack].allSatisfy {
        self.area(at: (box.middle, $0)) == area
      }
      if isWithin { homes[area, default: 0] += 1 } else { runsOver = true }
    }
    // Some programs print lines below the cell's end too, and hide them.
    if let most = homes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), homes.count > 1 {
      return most.value >= 4 && 5 * most.value >= 3 * block.lines.count && most.key != outside
        ? most.key : nil
    }
    guard runsOver else { return nil }
    let home = homes.keys.first ?? area(at: (block.box.middle, block.box.center))
    return home == outside ? nil : home
  }

  /// The borders of an area.
  func box(of area: Int) -> Box { boxes[area] ?? Box(left: 0, top: 0, right: 0, bottom: 0) }

  /// Points each field to the first of its area and notes the borders of each area.
  private mutating func settle() {
    for field in parents.indices {
      parents[field] = parents[parents[field]]
      let (row, column) = (field / width, field % width)
      let own = Box(
        left: columns[max(0, column - 1)], top: rows[max(0, row - 1)],
        right: columns[min(column, columns.count - 1)], bottom: rows[min(row, rows.count - 1)])
      boxes[parents[field]] = boxes[parents[field]]?.union(own) ?? own
    }
  }

  private mutating func root(_ field: Int) -> Int {
    var field = field
    while parents[field] != field {
      parents[field] = parents[parents[field]]
      field = parents[field]
    }
    return field
  }

  private mutating func unite(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    parents[max(a, b)] = min(a, b)
  }
}
