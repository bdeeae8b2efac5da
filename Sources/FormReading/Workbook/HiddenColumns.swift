/// The columns that a sheet hides, each looked up at once however many ranges the sheet names.
struct HiddenColumns {
  /// By column, as far as the last hidden one.
  private var isHidden: [Bool] = []
  /// What a sheet may still name: the ranges of a sound one do not overlap.
  private var left = CellReference.columns

  /// - Parameter range: columns from 0; what lies behind the last column of sheets is left out.
  mutating func hide(_ range: ClosedRange<Int>) {
    let end = min(range.upperBound + 1, CellReference.columns)
    let count = min(end - range.lowerBound, left)
    guard count > 0 else { return }
    left -= count
    if isHidden.count < end { isHidden += repeatElement(false, count: end - isHidden.count) }
    for column in range.lowerBound..<range.lowerBound + count { isHidden[column] = true }
  }

  /// - Parameter column: from 0.
  func contains(_ column: Int) -> Bool { column < isHidden.count && isHidden[column] }
}
