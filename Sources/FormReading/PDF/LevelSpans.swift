/// Which rows the names of levels stand for in a table without lines, by their heights: a merged cell prints its
/// name in the middle of its rows, or beside the first of them.
struct LevelSpans {
  /// The rows of each name; `nil` where the heights say nothing.
  private(set) var starts: [Range<Int>]?

  /// Larger tables are left as they are printed.
  private static let mostSteps = 4_000_000

  /// - Parameters:
  ///   - names: from above, the middle and the upper end of each.
  ///   - rows: from above, upper and lower end of the text.
  init(names: [(center: Int, top: Int)], rows: [(low: Int, high: Int)]) {
    guard !names.isEmpty, names.count <= rows.count, rows.count * rows.count * names.count <= Self.mostSteps,
      let height = rows.map({ $0.high - $0.low }).min()
    else { return }
    let middle = Self.inTheMiddle(names.map(\.center), Self.edges(of: rows))
    let top = Self.besideTheFirst(names, rows)
    guard let best = [middle, top].compactMap({ $0 }).min(by: { $0.cost < $1.cost }) else { return }
    if best.cost <= names.count * height * 3 / 4 { starts = best.ranges }
  }

  private typealias Spans = (cost: Int, ranges: [Range<Int>])

  /// Where one row ends and the next one begins, and both ends.
  private static func edges(of rows: [(low: Int, high: Int)]) -> [Int] {
    guard let first = rows.first, let last = rows.last else { return [] }
    let inner = zip(rows, rows.dropFirst()).map { ($0.high + $1.low) / 2 }
    let margin = inner.first.map { $0 - first.high } ?? 0
    let end = inner.last.map { last.low - $0 } ?? 0
    return [first.low - margin] + inner + [last.high + end]
  }

  /// The cheapest way to cut the rows into groups with the names in their middles.
  private static func inTheMiddle(_ names: [Int], _ edges: [Int]) -> Spans? {
    let count = edges.count - 1
    let never = Int.max / 4
    var best = [Int](repeating: never, count: count + 1)
    best[0] = 0
    var from: [[Int]] = []
    for (number, name) in names.enumerated() {
      var (next, source) = ([Int](repeating: never, count: count + 1), [Int](repeating: 0, count: count + 1))
      for end in (number + 1)..<max(number + 2, count - (names.count - 1 - number) + 1) where end <= count {
        for start in number..<end where best[start] < never {
          let cost = best[start] + abs(name - (edges[start] + edges[end]) / 2)
          if cost < next[end] { (next[end], source[end]) = (cost, start) }
        }
      }
      best = next
      from.append(source)
    }
    guard best[count] < never else { return nil }
    var ranges: [Range<Int>] = []
    var end = count
    for source in from.reversed() {
      ranges.append(source[end]..<end)
      end = source[end]
    }
    return (best[count], ranges.reversed())
  }

  /// Each name beside the first row of its own.
  private static func besideTheFirst(_ names: [(center: Int, top: Int)], _ rows: [(low: Int, high: Int)])
    -> Spans?
  {
    var (cost, starts) = (0, [Int]())
    for name in names {
      let place = rows.indices.min { abs(rows[$0].low - name.top) < abs(rows[$1].low - name.top) }
      guard let place, place > starts.last ?? -1 else { return nil }
      cost += abs(rows[place].low - name.top)
      starts.append(place)
    }
    guard starts.first == 0 else { return nil }
    return (cost, zip(starts, starts.dropFirst() + [rows.count]).map { $0..<$1 })
  }
}
