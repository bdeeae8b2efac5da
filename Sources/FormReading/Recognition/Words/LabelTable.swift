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
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, matches(index, label) { return entries[index].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ index: Int, _ label: UnsafeBufferPointer<UInt8>) -> Bool {
    Int(entries[index].count) == label.count
      && bytes.withUnsafeBufferPointer { $0.holds(label, at: Int(entries[index].start)) }
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

  /// Eight bytes at a step, the last ones twice where they are fewer.
  private static func hash(_ label: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(label)
    var hash = UInt64(label.count)
    if label.count < 8 {
      for byte in label { hash = hash << 8 ^ hash >> 56 ^ UInt64(byte) }
      return mixed(hash)
    }
    var index = 0
    while index < label.count {
      let place = min(index, label.count - 8)
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      index += 8
    }
    return hash
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
