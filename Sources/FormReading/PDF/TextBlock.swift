/// Lines of text that were drawn one after another and stand below each other: mostly what one cell holds, wherever
/// the lines of the table run.
struct TextBlock {
  private(set) var lines: [[PDFPage.Word]]
  private(set) var box: Box
  /// From line to line, where there are several.
  private var step = 0

  /// How sure it must be that a line goes on in the next one.
  enum Joining {
    /// The lines of a table tell afterwards.
    case loose
    /// Only a line that was too long for its cell goes on.
    case wrapped
  }

  private init(_ word: PDFPage.Word) {
    lines = [[word]]
    box = word.box
  }

  var words: [PDFPage.Word] { lines.flatMap { $0 } }

  /// The blocks of words in the order in which they are drawn.
  ///
  /// - Parameter walls: vertical lines, which no line of text crosses.
  static func blocks(_ words: [PDFPage.Word], _ joining: Joining, walls: [RuledLine] = []) -> [TextBlock] {
    let walls = walls.filter(\.isVertical).sorted { $0.position < $1.position }
    var blocks: [TextBlock] = []
    for word in inReadingOrder(words) {
      if let last = blocks.last, last.goesOn(with: word, walls, joining) {
        blocks[blocks.count - 1].add(word)
      } else {
        blocks.append(TextBlock(word))
      }
    }
    return blocks.reduce(into: []) { joined, block in
      if let last = joined.last, last.goesOn(with: block, joining) {
        joined[joined.count - 1].add(block)
      } else {
        joined.append(block)
      }
    }
  }

  /// The box around a line.
  static func box(of line: [PDFPage.Word]) -> Box {
    line.dropFirst().reduce(line.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0)) { $0.union($1.box) }
  }

  // MARK: Words of a line

  /// The words with those from the left that were drawn one after another on one line: some programs draw the letters
  /// of one font first.
  private static func inReadingOrder(_ words: [PDFPage.Word]) -> [PDFPage.Word] {
    var result: [PDFPage.Word] = []
    var line: [PDFPage.Word] = []
    for word in words {
      if let first = line.first, abs(first.box.center - word.box.center) > Length.point / 4 {
        result += line.sorted { $0.box.left < $1.box.left }
        line = []
      }
      line.append(word)
    }
    return result + line.sorted { $0.box.left < $1.box.left }
  }

  private func goesOn(with word: PDFPage.Word, _ walls: [RuledLine], _ joining: Joining) -> Bool {
    guard let last = lines.last?.last else { return false }
    let gap = word.box.left - last.box.right
    let size = max(last.size, word.size, 6 * Length.point)
    guard abs(word.box.center - last.box.center) <= 7 * Length.point / 2, gap >= -size / 2,
      gap <= (joining == .loose ? size : 3 * size / 5)
    else { return false }
    return !Self.isWall(in: walls, between: last.box, word.box)
  }

  private static func isWall(in walls: [RuledLine], between left: Box, _ right: Box) -> Bool {
    let slack = Length.point
    var (low, high) = (0, walls.count)
    while low < high {
      let middle = (low + high) / 2
      if walls[middle].position < left.right - slack { low = middle + 1 } else { high = middle }
    }
    return walls[low...].prefix { $0.position <= right.left + slack }.contains {
      $0.from <= left.center && left.center <= $0.to
    }
  }

  private mutating func add(_ word: PDFPage.Word) {
    lines[lines.count - 1].append(word)
    box = box.union(word.box)
  }

  // MARK: Lines of a block

  private func goesOn(with next: TextBlock, _ joining: Joining) -> Bool {
    guard let last = lines.last, next.lines.count == 1 else { return false }
    let (above, below) = (Self.box(of: last), next.box)
    let height = max(above.height, 1)
    let step = below.center - above.center
    guard 20 * step >= 14 * height, 20 * step <= 27 * height, abs(above.height - below.height) * 8 <= height
    else { return false }
    if self.step > 0, abs(step - self.step) * 10 > self.step { return false }
    let common = min(box.right, below.right) - max(box.left, below.left)
    guard 2 * common >= min(box.width, below.width) else { return false }
    return joining == .loose || isWrapped(above, below)
  }

  /// Whether a line was as long as its cell lets it be.
  private func isWrapped(_ above: Box, _ below: Box) -> Bool {
    let size = max(lines.last?.last?.size ?? 0, 6 * Length.point)
    let isWide = box.width >= 14 * size
    if isWide, abs(above.left - below.left) <= 5 * size / 2, step > 0 { return true }
    return above.width + size >= max(box.width, below.width) && above.width >= 3 * size / 2
      && (abs(above.left - below.left) <= 5 * size / 2 || abs(above.middle - below.middle) <= size)
  }

  private mutating func add(_ next: TextBlock) {
    step = next.box.center - (lines.last.map { Self.box(of: $0).center } ?? 0)
    lines += next.lines
    box = box.union(next.box)
  }
}
