/// A set of word lists by their numbers in a `WordTable`, below 256.
///
/// Not a SIMD vector: what holds one is laid out at multiples of 32 bytes, for which the runtime allocates by
/// `posix_memalign`.
struct ListSet: Sendable, Equatable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  static let empty = ListSet()

  private init() {}

  /// One list.
  init(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number & 63)
    switch number >> 6 {
    case 0: first = bit
    case 1: second = bit
    case 2: third = bit
    default: fourth = bit
    }
  }

  func contains(_ number: Int) -> Bool {
    let word =
      switch number >> 6 {
      case 0: first
      case 1: second
      case 2: third
      default: fourth
      }
    return word >> UInt64(number & 63) & 1 == 1
  }

  mutating func formUnion(_ other: ListSet) {
    first |= other.first
    second |= other.second
    third |= other.third
    fourth |= other.fourth
  }

  func union(_ other: ListSet) -> ListSet {
    var both = self
    both.formUnion(other)
    return both
  }
}
