/// The best assignment of rows to columns (Hungarian method, O(rows² · columns)).
enum Assignment {
  /// - Parameter gain: of every row and column; at most as many rows as columns.
  /// - Returns: the column of each row, so that the sum of the gains is greatest.
  static func best(_ gain: [[Int]]) -> [Int] {
    let rows = gain.count
    let columns = gain.first?.count ?? 0
    guard rows > 0, columns >= rows else { return [] }
    var rowPotential = [Int](repeating: 0, count: rows + 1)
    var columnPotential = [Int](repeating: 0, count: columns + 1)
    // Row of each column, both from 1; 0 is free.
    var match = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      match[0] = row
      var column = 0
      var least = [Int](repeating: Int.max, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      var before = [Int](repeating: 0, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = match[column]
        var (delta, next) = (Int.max, 0)
        for other in 1...columns where !isUsed[other] {
          let cost = -gain[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
          if cost < least[other] { (least[other], before[other]) = (cost, column) }
          if least[other] < delta { (delta, next) = (least[other], other) }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[match[other]] += delta
            columnPotential[other] -= delta
          } else if least[other] != Int.max {
            least[other] -= delta
          }
        }
        column = next
      } while match[column] != 0
      repeat {
        let previous = before[column]
        match[column] = match[previous]
        column = previous
      } while column != 0
    }
    var result = [Int](repeating: 0, count: rows)
    for column in 1...columns where match[column] > 0 { result[match[column] - 1] = column - 1 }
    return result
  }
}
