/// What is looked at in an archive before a library reads it.
enum ZipDirectory {
  private static let endRecord: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let endLocator: [UInt8] = [0x50, 0x4B, 6, 7]
  /// The end record is followed by a comment of at most 64 KB.
  private static let tail = 65_535 + 22 + 20

  /// Whether the bytes begin like a zip archive, be it an empty one.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: endRecord)
  }

  /// The names of at most 1,000 entries, for a guess at what the archive is: nothing is checked.
  static func names(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    guard let end = lastEnd(in: bytes) else { return names }
    var place = number(bytes, at: end + 16, 4)
    while names.count < 1000, place + 46 <= bytes.count, bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) {
      let count = number(bytes, at: place + 28, 2)
      guard place + 46 + count <= bytes.count else { break }
      names.append(bytes[(place + 46)..<(place + 46 + count)])
      place += 46 + count + number(bytes, at: place + 30, 2) + number(bytes, at: place + 32, 2)
    }
    return names
  }

  private static func lastEnd(in bytes: [UInt8]) -> Int? {
    (max(0, bytes.count - tail)..<max(0, bytes.count - 21)).last {
      bytes[$0] == 0x50 && bytes[$0...].starts(with: endRecord)
    }
  }

  /// More end records than embedded archives could leave behind: a library would read a directory for each.
  private static let mostEnds = 16

  /// - Throws: `.notAnArchive` when it does not begin like one, `.tooManyEntries` when an end record says so, before
  ///   memory is taken for them, `.damaged` when there are too many end records.
  static func check(_ bytes: [UInt8], most limit: Int) throws(OfficeFileError) {
    guard isArchive(bytes) else { throw .notAnArchive }
    var ends = 0
    for place in max(0, bytes.count - tail)..<max(0, bytes.count - 21) where bytes[place] == 0x50 {
      let record = bytes[place...]
      if record.starts(with: endRecord) {
        ends += 1
        guard ends <= mostEnds else { throw .damaged(part: nil) }
        guard number(bytes, at: place + 10, 2) <= limit || is64(bytes, before: place) else {
          throw .tooManyEntries(limit: limit)
        }
      }
      if record.starts(with: endLocator) {
        let end = number(bytes, at: place + 8, 8)
        if end >= 0, end <= bytes.count - 56, number(bytes, at: end + 32, 8) > limit {
          throw .tooManyEntries(limit: limit)
        }
      }
    }
  }

  /// Whether the numbers of an end record stand in a larger one, which is checked where its locator is.
  private static func is64(_ bytes: [UInt8], before place: Int) -> Bool {
    place >= 20 && bytes[(place - 20)...].starts(with: endLocator)
  }

  /// A little-endian number; the largest one when it is no `Int` or stands outside.
  private static func number(_ bytes: [UInt8], at place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return .max }
    var value: UInt64 = 0
    for offset in (0..<count).reversed() { value = value << 8 | UInt64(bytes[place + offset]) }
    return Int(clamping: value)
  }

  /// Whether a name stays inside the archive: no `..`, no root, no drive, no backslash, no control character.
  static func isSafe(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "/") else { return false }
    guard !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") })
    else { return false }
    return !name.split(separator: "/").contains { $0 == ".." || $0 == "." }
  }
}
