import FormModel

/// Finds the unit that the signs behind a number begin with: 家 in `余家企业`.
///
/// The names of all units stand in one table by their bytes: nothing is made for a look, and no lock is needed.
struct UnitIndex: Sendable {
  static let shared = UnitIndex()

  /// In signs; 余 and 多 count.
  private static let longest = 4

  private var units: [MeasureUnit] = []
  private var names: [Name] = []
  /// By the hash of a name: its place among the units, or -1.
  private var slots = [Int16](repeating: -1, count: 1024)
  private let scales: [(name: String, factor: Decimal)]
  private let scaleNames: [Name]

  private init() {
    scales = MeasureUnit.scales
    scaleNames = scales.map { Name($0.name) }
    for unit in MeasureUnit.listed where unit.kind != .other {
      let name = Name(unit.text)
      if unit.text.unicodeScalars.count > Self.longest || place(of: name) != nil { continue }
      slots[slot(of: name)] = Int16(units.count)
      units.append(unit)
      names.append(name)
    }
  }

  /// - Returns: the longest unit, and where it ends with 余 and 多 beside it; `nil` where no known unit stands there.
  func unit(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (unit: MeasureUnit, end: Int)? {
    var best: (found: Found, end: Int)?
    var name = Name()
    var place = start
    for _ in 0..<Self.longest {
      guard let sign = bytes.scalar(at: place) else { break }
      let end = bytes.end(ofSigns: 1, from: place)
      // What stands on two lines is read as if it stood on one.
      if !FigureSigns.isApproximate(sign), sign != "\n" { name.append(bytes[place..<end]) }
      place = end
      if let found = find(name.withoutBrackets) { best = (found, place) }
    }
    return best.map { (unit(of: $0.found), $0.end) }
  }

  /// A listed unit, and the number of its scale, if any.
  private struct Found {
    var unit: Int
    var scale: Int?
  }

  private func find(_ name: Name) -> Found? {
    if let unit = place(of: name) { return Found(unit: unit) }
    // The longest scale decides, as 千 of 千万 is none.
    guard let scale = scaleNames.firstIndex(where: { name.begins(with: $0) }),
      let unit = place(of: name.rest(behind: scaleNames[scale])), units[unit].base != "%"
    else { return nil }
    return Found(unit: unit, scale: scale)
  }

  private func unit(of found: Found) -> MeasureUnit {
    let unit = units[found.unit]
    guard let scale = found.scale.map({ scales[$0] }) else { return unit }
    return MeasureUnit(text: scale.name + unit.text, base: unit.base, factor: scale.factor * unit.factor)
  }

  private func place(of name: Name) -> Int? {
    let found = slots[slot(of: name)]
    return found < 0 ? nil : Int(found)
  }

  /// The slot that has a name, or the free one where it would stand.
  private func slot(of name: Name) -> Int {
    var slot = name.hash & (slots.count - 1)
    while slots[slot] >= 0, names[Int(slots[slot])] != name { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

/// The bytes of up to four signs as one number, the first lowest.
private struct Name: Equatable {
  private var bits: UInt128 = 0
  private var count: UInt128 = 0

  init() {}

  init(_ text: String) { append(text.utf8) }

  /// What is too long is no name of a unit, and needs not be told from another.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where count < 16 {
      bits |= UInt128(byte) &<< (count &* 8)
      count += 1
    }
  }

  var hash: Int {
    let folded = UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits &>> 64) &* 0x85EB_CA6B
    return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) &>> 40)
  }

  func begins(with other: Name) -> Bool {
    // Nearly all names begin with another byte.
    (bits ^ other.bits) & 0xFFFF == 0 && count >= other.count
      && bits & ((1 &<< (other.count &* 8)) &- 1) == other.bits
  }

  func rest(behind other: Name) -> Name {
    var rest = self
    rest.bits = bits &>> (other.count &* 8)
    rest.count = count &- other.count
    return rest
  }

  /// `(家)` is 家.
  var withoutBrackets: Name {
    guard count > 2, bits & 0xFF == 0x28, bits &>> ((count &- 1) &* 8) == 0x29 else { return self }
    var inner = self
    inner.bits = bits &>> 8 & ((1 &<< ((count &- 2) &* 8)) &- 1)
    inner.count = count &- 2
    return inner
  }
}
