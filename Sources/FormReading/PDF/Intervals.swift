/// Stretches of a line that do not overlap, grown from the shortest to the longest: what overlaps two of them covers
/// both and is none of its own.
struct Intervals {
  /// Sorted.
  private(set) var all: [(low: Int, high: Int)] = []

  /// The stretches that overlap another one by more than a share of the shorter of both, in hundredths.
  func overlapping(_ low: Int, _ high: Int, percent: Int) -> Range<Int> {
    var first = all.partitioningIndex { $0.high > low }
    var end = first
    while end < all.count, all[end].low < high { end += 1 }
    while first < end, !isOver(all[first], low, high, percent) { first += 1 }
    while first < end, !isOver(all[end - 1], low, high, percent) { end -= 1 }
    return first..<end
  }

  private func isOver(_ one: (low: Int, high: Int), _ low: Int, _ high: Int, _ percent: Int) -> Bool {
    100 * (min(one.high, high) - max(one.low, low)) > percent * min(one.high - one.low, high - low)
  }

  /// Adds a stretch, or widens the only one that it overlaps.
  mutating func add(_ low: Int, _ high: Int, percent: Int) {
    let found = overlapping(low, high, percent: percent)
    if found.isEmpty {
      let place = all.partitioningIndex { $0.low >= low }
      all.insert((low, high), at: place)
    } else if found.count == 1 {
      let index = found.lowerBound
      let before = index > 0 ? all[index - 1].high : Int.min
      let behind = index + 1 < all.count ? all[index + 1].low : Int.max
      all[index].low = max(min(all[index].low, low), min(before, all[index].low))
      all[index].high = min(max(all[index].high, high), max(behind, all[index].high))
    }
  }

  /// The stretch a position is in, or the last one before it.
  func index(of position: Int) -> Int { max(0, all.partitioningIndex { $0.low > position } - 1) }
}

extension Array {
  /// The first place from which on a condition holds, in an array where it holds for a last part.
  func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
