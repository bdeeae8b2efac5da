/// The difference of two texts, line by line, as people read it.
enum TextDiff {
  /// Lines only in `expected` after `-`, only in `actual` after `+`, common ones after a blank.
  static func between(expected: String, actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var (lines, place) = ([String](), 0)
    for (index, line) in old.enumerated() {
      if removed.contains(index) {
        lines.append("- \(line)")
        continue
      }
      while inserted.contains(place) {
        lines.append("+ \(new[place])")
        place += 1
      }
      lines.append("  \(line)")
      place += 1
    }
    return (lines + new[place...].map { "+ \($0)" }).joined(separator: "\n")
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
