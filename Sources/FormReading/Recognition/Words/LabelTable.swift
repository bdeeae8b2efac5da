/// A hash table from folded labels to words; looking up allocates nothing.
struct LabelTable: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Index in `entries` plus 1; 0 is free. A power of two long, at most half full.
  private var slots = [Int32](repeating: 0, count: 1024)

  private struct Entry {
    var hash: UInt64
    var start: Int32
    var count: Int32
    var value: Int32
  }

  /// The value of a label; `nil` where it is none.
  func value(of label: borrowing FoldedLabel, _ range: Range<Int>) -> Int32? {
    label.bytes.withUnsafeBufferPointer { value(of: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func value(of label: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = Self.hash(label)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, Int(entry.count) == label.count, matches(entry, label) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ entry: Entry, _ label: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<label.count where bytes[Int(entry.start) + offset] != label[offset] { return false }
    return true
  }

  /// The value of a label, which becomes `value` where it has none yet.
  mutating func value(of label: FoldedLabel, _ range: Range<Int>, else value: Int32) -> Int32 {
    if let known = self.value(of: label, range) { return known }
    if entries.count * 2 >= slots.count { grow() }
    let hash = label.bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) }
    entries.append(
      Entry(hash: hash, start: Int32(bytes.count), count: Int32(range.count), value: value))
    bytes += label.bytes[range]
    place(entries.count, hash)
    return value
  }

  /// Every label with its value, in the order in which they were added.
  func visitLabels(_ body: (ArraySlice<UInt8>, Int32) -> Void) {
    for entry in entries { body(bytes[Int(entry.start)..<Int(entry.start + entry.count)], entry.value) }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() { place(index + 1, entry.hash) }
  }

  private mutating func place(_ number: Int, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  /// FNV-1a with its high half folded in.
  private static func hash(_ label: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in label { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
