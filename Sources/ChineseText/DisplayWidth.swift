/// The number of terminal columns `text` takes: two for Chinese characters and full-width signs,
/// none for combining marks, joiners and control characters.
///
/// Equal to the sum of glibc's `wcwidth` for printable text, but needs no locale.
///
/// - Parameter ambiguousWide: whether signs such as `“`, `≥` and `…` take two columns, as they do
///   in terminals set up for East Asian fonts.
public func displayWidth(of text: some StringProtocol, ambiguousWide: Bool = false) -> Int {
  var ascii = 0
  for byte in text.utf8 {
    guard byte < 0x80 else { return scalarWidths(of: text, ambiguousWide: ambiguousWide) }
    if byte >= 0x20, byte != 0x7F { ascii += 1 }
  }
  return ascii
}

/// The number of terminal columns of one scalar.
///
/// - Parameter ambiguousWide: see ``displayWidth(of:ambiguousWide:)``.
public func displayWidth(of scalar: Unicode.Scalar, ambiguousWide: Bool = false) -> Int {
  let value = scalar.value
  if value < 0x300 {
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    return ambiguousWide && WidthTable.ambiguous.hasRange(around: value) ? 2 : 1
  }
  if (0x4E00...0x9FFF).contains(value) { return 2 }
  if WidthTable.wide.hasRange(around: value) { return 2 }
  if WidthTable.zero.hasRange(around: value) { return 0 }
  return ambiguousWide && WidthTable.ambiguous.hasRange(around: value) ? 2 : 1
}

private func scalarWidths(of text: some StringProtocol, ambiguousWide: Bool) -> Int {
  var columns = 0
  for scalar in text.unicodeScalars { columns += displayWidth(of: scalar, ambiguousWide: ambiguousWide) }
  return columns
}

extension [UInt32] {
  /// Whether one of the ranges, given as ascending first and last values, holds `value`.
  fileprivate func hasRange(around value: UInt32) -> Bool {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if self[2 * middle + 1] < value {
        low = middle + 1
      } else if self[2 * middle] > value {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
