/// A running hash of scalars, so that texts joined of pieces are looked up without joining them (FNV-1a).
struct FlowHash: Sendable, Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ scalar: UInt32) { value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3 }

  mutating func add(_ scalars: ArraySlice<UInt32>) {
    for scalar in scalars { add(scalar) }
  }
}
