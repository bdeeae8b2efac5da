/// The candidate nearest to `word` by edit distance, for "did you mean".
///
/// - Returns: `nil` when nothing is near: more than half of the longer word (at most three
///   characters) would have to change.
public func closestMatch<Candidates: Sequence<String>>(
  to word: String, among candidates: Candidates
) -> String? {
  let scored = candidates.map { (candidate: $0, distance: editDistance(word, $0)) }
  guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
  let allowed = min(3, max(word.count, best.candidate.count) / 2)
  return best.distance <= allowed ? best.candidate : nil
}

/// The number of insertions, deletions, replacements and swaps of neighbours from `a` to `b`.
public func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for (i, left) in a.enumerated() {
    var row = [i + 1]
    for (j, right) in b.enumerated() {
      var cost = min(last[j] + (left == right ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left == b[j - 1], a[i - 1] == right { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
