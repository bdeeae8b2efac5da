import TestSupport

extension SplitMix64 {
  /// A text of up to `length` scalars of many scripts, signs, blanks and controls.
  mutating func text(length: Int) -> String {
    let pools: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x09...0x0D, 0x80...0x2FF, 0x300...0x36F, 0x2000...0x206F, 0x2190...0x22FF,
      0x3000...0x303F,
      0x4E00...0x9FA5, 0xFF01...0xFFEF, 0x1F300...0x1F6FF, 0x20000...0x20100,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let pool = pools[Int.random(in: 0..<pools.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &self)) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
