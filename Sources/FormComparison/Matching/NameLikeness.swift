/// How alike two names are once fillers are dropped and synonyms replaced.
struct NameLikeness {
  /// In thousandths.
  let share: Int
  /// One name has nothing that the other has not, in the same order.
  let isContained: Bool
  /// How much of the longer name the shorter one is, in thousandths.
  let ratio: Int

  init(_ a: [UInt32], _ b: [UInt32]) {
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    guard shorter > 0 else {
      (share, isContained, ratio) = (0, false, 0)
      return
    }
    let common = Self.commonLength(a, b)
    isContained = common == shorter
    ratio = shorter * 1000 / longer
    let letters = 2000 * common / (a.count + b.count)
    let both = (letters + Self.pairShare(a, b)) / 2
    share = isContained && shorter >= Self.shortestPart ? max(both, 500 + 400 * shorter / longer) : both
  }

  /// A shorter name is part of too many.
  static let shortestPart = 3

  /// The length of the longest common subsequence.
  private static func commonLength(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for letter in a {
      var diagonal = 0
      for column in b.indices {
        let above = row[column + 1]
        row[column + 1] = letter == b[column] ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// Dice's share of neighbouring letters, in thousandths.
  private static func pairShare(_ a: [UInt32], _ b: [UInt32]) -> Int {
    let first = neighbours(a)
    let second = neighbours(b)
    guard first.count + second.count > 0 else { return 0 }
    var (i, j, common) = (0, 0, 0)
    while i < first.count, j < second.count {
      if first[i] == second[j] {
        (i, j, common) = (i + 1, j + 1, common + 1)
      } else if first[i] < second[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2000 * common / (first.count + second.count)
  }

  private static func neighbours(_ letters: [UInt32]) -> [UInt64] {
    zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
  }
}
