/// Numbers that are hashes already, in the order in which they came: each is found with a look or two, where a
/// dictionary would hash it once more.
struct NumberIndex {
  /// The numbers, each once.
  private(set) var numbers: [Int] = []
  /// Places in `numbers`, each where its number wants to be or right of it; -1 where there is none. A power of two,
  /// never more than half full.
  private var slots: [Int32] = []

  /// Where a number stands; `nil` for one that has not come yet.
  func place(of number: Int) -> Int? {
    if slots.isEmpty { return nil }
    let place = slots[slot(of: number)]
    return place < 0 ? nil : Int(place)
  }

  /// Where a number stands from now on.
  mutating func insert(_ number: Int) -> (place: Int, isNew: Bool) {
    if numbers.count * 2 >= slots.count { grow() }
    let slot = slot(of: number)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(truncatingIfNeeded: numbers.count)
    numbers.append(number)
    return (numbers.count - 1, true)
  }

  /// The slot of a number, or the empty one that it would get.
  private func slot(of number: Int) -> Int {
    let mixed = UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    while slots[slot] >= 0, numbers[Int(slots[slot])] != number { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(16, slots.count * 2))
    for place in numbers.indices { slots[slot(of: numbers[place])] = Int32(truncatingIfNeeded: place) }
  }
}
