import TestSupport
import Testing

@testable import FormRules

/// Rows as bits are the sets that they stand for, on either side of the 64th row.
struct RowSetTests {
  @Test(arguments: 0..<60)
  func `operations are those of sets`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let most = [8, 63, 64, 65, 128, 200][seed % 6]
    let (a, b) = (rows(most, &random), rows(most, &random))
    let (first, second) = (RowSet(a), RowSet(b))
    #expect(Array(first) == a.sorted())
    #expect(first.count == a.count)
    #expect(first.isEmpty == a.isEmpty)
    #expect(first.first == a.min())
    #expect(Array(first.intersection(second)) == a.intersection(b).sorted())
    #expect(Array(first.subtracting(second)) == a.subtracting(b).sorted())
    var both = first
    both.formUnion(second)
    #expect(Array(both) == a.union(b).sorted())
    #expect((0..<most + 70).allSatisfy { first.contains($0) == a.contains($0) })
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129, 300])
  func `the first rows are all of them`(count: Int) {
    #expect(Array(RowSet(count: count)) == Array(0..<count))
  }

  private func rows(_ most: Int, _ random: inout SplitMix64) -> Set<Int> {
    Set((0..<Int.random(in: 0...most, using: &random)).map { _ in Int.random(in: 0..<most, using: &random) })
  }
}
