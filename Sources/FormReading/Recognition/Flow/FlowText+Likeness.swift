extension FlowText {
  /// How much a result looks like its target; less than 0 where it does.
  func likeness(of target: Range<Int>, _ actual: Range<Int>) -> FlowCost {
    let texts = (scalars(of: target), scalars(of: actual))
    if texts.0.elementsEqual(texts.1) { return -200 }
    let (first, second) = (quantityEnd(target), quantityEnd(actual))
    guard let first, let second else { return (first == nil) == (second == nil) ? 0 : 70 }
    let (a, b) = (scalars[first..<end(of: target)], scalars[second..<end(of: actual)])
    return a.elementsEqual(b) ? -200 : -100
  }

  /// Where the number that the pieces begin with ends; `nil` where they do not begin with one.
  private func quantityEnd(_ range: Range<Int>) -> Int? {
    var index = pieces[range.lowerBound].scalars.lowerBound
    let end = end(of: range)
    while index < end, FlowSigns.isComparator(scalars[index]) { index += 1 }
    guard index < end, FlowSigns.isDigit(scalars[index]) else { return nil }
    while index < end, FlowSigns.isDigit(scalars[index]) || scalars[index] == 0x2E || scalars[index] == 0x2C {
      index += 1
    }
    return index
  }

  private func scalars(of range: Range<Int>) -> ArraySlice<UInt32> {
    scalars[pieces[range.lowerBound].scalars.lowerBound..<end(of: range)]
  }

  private func end(of range: Range<Int>) -> Int { pieces[range.upperBound - 1].scalars.upperBound }
}
