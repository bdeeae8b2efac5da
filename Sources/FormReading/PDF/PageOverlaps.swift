/// What two pages print twice: a cell that the break cuts is drawn whole on both of them, and the paper's margins
/// hide the part that belongs to the other one.
struct PageOverlaps {
  /// The pages with every word once.
  private(set) var pages: [PDFPage]
  /// How far each page's paper lies below that of the page before; `nil` where nothing tells.
  private(set) var shifts: [Int?]

  /// Larger pages are left as they are.
  private static let mostWords = 20_000
  private static let mostShifts = 40

  /// - Parameter lines: the ruled lines of each page.
  init(_ pages: [PDFPage], lines: [[RuledLine]]) {
    self.pages = pages
    shifts = pages.map { _ in nil }
    for index in pages.indices.dropFirst() {
      guard pages[index - 1].words.count + pages[index].words.count <= Self.mostWords,
        let seam = Seam(self.pages[index - 1].words, self.pages[index].words)
      else { continue }
      shifts[index] = seam.shift
      let drawn = index - 1 < lines.count ? lines[index - 1] : []
      let bottom = drawn.map { $0.isVertical ? $0.to : $0.position }.max() ?? seam.bottom
      for (upper, lower) in seam.pairs {
        if self.pages[index - 1].words[upper].box.center > bottom {
          self.pages[index - 1].words[upper].text = []
        } else {
          self.pages[index].words[lower].text = []
        }
      }
      self.pages[index - 1].words.removeAll { $0.text.isEmpty }
      self.pages[index].words.removeAll { $0.text.isEmpty }
    }
  }

  /// Two pages laid over one another so that what both print coincides.
  private struct Seam {
    var shift: Int
    /// Words of the upper and of the lower page that are one.
    var pairs: [(upper: Int, lower: Int)]
    /// Where the other words of the upper page end.
    var bottom: Int

    private struct Key: Hashable {
      var text: ArraySlice<UInt8>
      var left: Int
    }

    /// The shift at which most words coincide, and none of the others of the lower page stands above the end of
    /// the upper one.
    init?(_ upper: [PDFPage.Word], _ lower: [PDFPage.Word]) {
      var places: [Key: [Int]] = [:]
      for (index, word) in lower.enumerated() { places[Self.key(word), default: []].append(index) }
      var found: [Int: [(Int, Int)]] = [:]
      let middle = ((upper.map(\.box.bottom).max() ?? 0) + (upper.map(\.box.top).min() ?? 0)) / 2
      for (index, word) in upper.enumerated() where word.box.center > middle {
        for other in (places[Self.key(word)] ?? []).prefix(20) {
          let shift = word.box.top - lower[other].box.top
          guard shift > 0 else { continue }
          found[(shift + Length.point / 4) / (Length.point / 2), default: []].append((index, other))
        }
      }
      let order = found.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
      for (_, pairs) in order.prefix(PageOverlaps.mostShifts) {
        guard let first = pairs.first else { continue }
        let shift = upper[first.0].box.top - lower[first.1].box.top
        let (above, below) = (Set(pairs.map { $0.0 }), Set(pairs.map { $0.1 }))
        let bottom = upper.indices.filter { !above.contains($0) }.map { upper[$0].box.bottom }.max() ?? 0
        let top = lower.indices.filter { !below.contains($0) }.map { lower[$0].box.top }.min()
        guard let top, top + shift >= bottom - 4 * Length.point, top + shift <= bottom + 200 * Length.point
        else { continue }
        self.shift = shift
        self.pairs = pairs.map { (upper: $0.0, lower: $0.1) }
        self.bottom = bottom
        return
      }
      return nil
    }

    private static func key(_ word: PDFPage.Word) -> Key {
      Key(text: word.text, left: (word.box.left + Length.point / 2) / Length.point)
    }
  }
}
