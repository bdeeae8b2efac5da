/// Pages put side by side, as a wide sheet is printed: first down and then over, or first over and then down.
///
/// The heads tell: the first level's stands on one page, others at the same height on a page behind it that has
/// nothing a form begins with.
struct PageStrips {
  private(set) var pages: [PDFPage] = []
  private(set) var lines: [[RuledLine]] = []

  init(_ pages: [PDFPage], lines: [[RuledLine]], _ words: FormWords) {
    let heads = pages.map { PrintedHeads($0, words) }
    var next = 0
    while next < pages.count {
      guard heads[next].beginsForm || next == 0, let block = Self.block(from: next, heads) else {
        add([next], pages, lines)
        next += 1
        continue
      }
      for row in block.rows { add(row, pages, lines) }
      next = block.end
    }
  }

  /// The rows of pages of one form, by number.
  private struct Block {
    var rows: [[Int]]
    var end: Int
  }

  /// The pages of the form that begins on a page, where they stand side by side.
  private static func block(from start: Int, _ heads: [PrintedHeads]) -> Block? {
    let end = heads.indices.dropFirst(start + 1).first { heads[$0].beginsForm } ?? heads.count
    guard let first = (start..<end).first(where: { heads[$0].head != nil }), let height = heads[first].head
    else { return nil }
    func continues(_ page: Int) -> Bool { heads[page].isRightHand && heads[page].hasHeads(at: height) }
    guard let second = (first + 1..<end).first(where: continues) else { return nil }
    let down = second - first
    let columns = 1 + (1...).prefix { first + $0 * down < end && continues(first + $0 * down) }.count
    if down == 1 {
      guard (first - start) % columns == 0, (end - first) % columns == 0 else { return nil }
      let rows = stride(from: start, to: end, by: columns).map { Array($0..<$0 + columns) }
      guard rows.allSatisfy({ $0.dropFirst().allSatisfy { heads[$0].isRightHand } }) else { return nil }
      return Block(rows: rows, end: end)
    }
    let last = start + columns * down
    guard first < start + down, last <= end else { return nil }
    let rows = (start..<start + down).map { row in (0..<columns).map { row + $0 * down } }
    guard rows.allSatisfy({ $0.dropFirst().allSatisfy { heads[$0].isRightHand } }) else { return nil }
    return Block(rows: rows, end: last)
  }

  private mutating func add(_ row: [Int], _ pages: [PDFPage], _ lines: [[RuledLine]]) {
    guard let first = row.first else { return }
    func drawn(_ page: Int) -> [RuledLine] { page < lines.count ? lines[page] : [] }
    var strip = PageStrip(pages[first], drawn(first))
    for page in row.dropFirst() { strip.add(pages[page], drawn(page)) }
    self.pages.append(strip.page)
    self.lines.append(strip.lines)
  }
}

/// Pages side by side as one wide page.
private struct PageStrip {
  private(set) var page: PDFPage
  private(set) var lines: [RuledLine]
  /// The margin of the paper at the left.
  private let margin: Int
  /// Where the paper of the last page begins.
  private var offset = 0
  /// The words of the last page, as a range of all.
  private var last: Range<Int>
  /// Where the paper of the pages before ends: they print hidden words as far as that.
  private var right = 0
  /// Pages with more words are looked at as they are.
  private static let mostWords = 5_000

  init(_ page: PDFPage, _ lines: [RuledLine]) {
    self.page = page
    self.lines = lines
    margin = (page.words.map(\.box.left) + Self.across(lines).map(\.from)).filter { $0 >= 0 }.min() ?? 0
    last = page.words.indices
  }

  private static func across(_ lines: [RuledLine]) -> [RuledLine] { lines.filter { !$0.isVertical } }

  mutating func add(_ next: PDFPage, _ drawn: [RuledLine]) {
    right = offset + page.width
    offset = offset(of: next, drawn)
    let start = page.words.count
    for word in next.words {
      var word = word
      word.box.left += offset
      word.box.right += offset
      if !complete(with: word) { page.words.append(word) }
    }
    last = start..<page.words.count
    lines += drawn.map { line in
      var line = line
      if line.isVertical {
        line.position += offset
      } else {
        line.from += offset
        line.to += offset
      }
      return line
    }
    page.width = next.width
  }

  /// How far right the next page's paper begins: where the lines of its rows go on, or a text does that the edge
  /// of the paper cuts.
  private func offset(of next: PDFPage, _ drawn: [RuledLine]) -> Int {
    if let right = Self.across(lines).map(\.to).max(), let left = Self.across(drawn).map(\.from).min() {
      return right - left
    }
    let usual = offset + max(next.width - 2 * margin, next.width / 2)
    let inner = page.words[last].filter { $0.box.right <= offset + next.width - margin }.map(\.box.right)
      .max()
    let left = next.words.filter { $0.box.left >= margin - Length.point }.map(\.box.left).min()
    return max(usual, (inner ?? 0) - (left ?? 0) + 8 * Length.point)
  }

  /// Goes on with a text that the edge of the paper cut: both pages print the letters about the edge.
  ///
  /// - Returns: whether the word is a part of one that is there.
  private mutating func complete(with word: PDFPage.Word) -> Bool {
    guard word.box.left < right, page.words.count <= Self.mostWords else { return false }
    for index in page.words.indices.reversed() {
      let other = page.words[index]
      guard abs(other.box.center - word.box.center) <= 2 * Length.point,
        other.box.left <= word.box.left + word.size, other.box.right >= word.box.left - word.size / 2
      else { continue }
      guard let rest = Self.rest(of: word, after: other) else { return false }
      page.words[index].text = other.text + rest
      page.words[index].box.right = max(other.box.right, word.box.right)
      return true
    }
    return false
  }

  /// What a word has beyond the end of another one that overlaps it; `nil` where they do not.
  private static func rest(of word: PDFPage.Word, after other: PDFPage.Word) -> ArraySlice<UInt8>? {
    let (first, second) = (Array(other.text), Array(word.text))
    if second.count <= first.count, word.box.right <= other.box.right + word.size,
      String(decoding: first, as: UTF8.self).contains(String(decoding: second, as: UTF8.self))
    {
      return []
    }
    let overlap = other.box.right - word.box.left
    let expected = overlap > 0 ? second.count * overlap / max(1, word.box.width) : 0
    let most = min(first.count, second.count)
    let lengths = (1...max(1, most)).filter { length in
      length <= most && (length == second.count || second[length] & 0xC0 != 0x80)
    }
    for length in lengths.sorted(by: { abs($0 - expected) < abs($1 - expected) }).prefix(12)
    where first.suffix(length).elementsEqual(second.prefix(length)) {
      return second[length...]
    }
    return overlap <= word.size / 2 ? second[...] : nil
  }
}
