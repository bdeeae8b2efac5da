/// The known keys that an object has had so far, by their numbers, each with its line.
struct SeenKeys {
  /// The number of the last one; -1 before the first.
  private(set) var latest = -1
  private var bits: UInt32 = 0
  private var lines = InlineArray<32, Int32>(repeating: 0)
  /// Of keys further back, which only a template with many fields has.
  private var others: [Int: Int] = [:]

  /// Notes a key.
  ///
  /// - Returns: the line of the same key before it; `nil` for a new one.
  @inline(__always)
  mutating func add(_ index: Int, line: Int) -> Int? {
    latest = index
    guard index < 32 else { return others.updateValue(line, forKey: index) }
    let bit: UInt32 = 1 << UInt32(index)
    if bits & bit != 0 { return Int(lines[index]) }
    bits |= bit
    lines[index] = Int32(clamping: line)
    return nil
  }

  @inline(__always)
  func has(_ index: Int) -> Bool { index < 32 ? bits >> UInt32(index) & 1 == 1 : others[index] != nil }
}
