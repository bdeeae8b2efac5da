/// Zip archives for tests, honest ones and forged ones: everything the archive says of itself can be set.
public struct ZipFile: Sendable {
  /// An entry; what its headers claim is true until it is changed.
  public struct Entry: Sendable {
    public var name: [UInt8]
    /// As it stands in the archive.
    public var packed: [UInt8]
    /// 0 stored, 8 deflated.
    public var method: UInt16
    public var checkSum: UInt32
    /// Size after inflating.
    public var size: UInt32
    /// Size of `packed` as the directory has it.
    public var packedSize: UInt32
    /// Bit 0: encrypted.
    public var flags: UInt16 = 0
    /// Moves the place at which the directory says that the entry begins.
    public var offsetError: Int = 0
    /// The name in the entry's own header, where it differs from the one in the directory.
    public var localName: [UInt8]?

    /// A stored part.
    public init(_ name: String, _ content: some Sequence<UInt8>) {
      self.name = Array(name.utf8)
      packed = Array(content)
      method = 0
      checkSum = ZipFile.checkSum(of: packed)
      size = UInt32(packed.count)
      packedSize = size
    }

    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// A deflated part of stretches; its check sum is not counted, so that reading it to its end fails.
    public init(_ name: String, deflated pieces: [Piece]) {
      self.name = Array(name.utf8)
      packed = ZipFile.deflate(pieces)
      method = 8
      checkSum = 0
      size = UInt32(clamping: pieces.reduce(0) { $0 + $1.count })
      packedSize = UInt32(packed.count)
    }
  }

  /// A stretch of a deflated part.
  public enum Piece: Sendable {
    case text(String)
    /// One byte many times: 258 of them take 13 bits.
    case repeated(UInt8, count: Int)

    var count: Int {
      switch self {
      case .text(let text): text.utf8.count
      case .repeated(_, let count): count
      }
    }
  }

  public var entries: [Entry]
  /// How many entries the end record claims; `nil`: as many as there are.
  public var claimedCount: UInt16?

  public init(_ entries: [Entry]) { self.entries = entries }

  /// Stored parts by name.
  public init(_ parts: KeyValuePairs<String, String>) {
    entries = parts.map { Entry($0.key, $0.value) }
  }

  /// The archive.
  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count + entry.offsetError
      file += little(0x0403_4B50, 4) + header(entry, entry.localName ?? entry.name)
      file += (entry.localName ?? entry.name) + entry.packed
      directory += little(0x0201_4B50, 4) + little(20, 2) + header(entry, entry.name)
      directory += little(0, 10) + little(UInt64(UInt32(truncatingIfNeeded: offset)), 4) + entry.name
    }
    let count = UInt64(claimedCount ?? UInt16(entries.count))
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
    return file + directory + end + little(UInt64(directory.count), 4) + little(UInt64(file.count), 4)
      + little(0, 2)
  }

  private func header(_ entry: Entry, _ name: [UInt8]) -> [UInt8] {
    little(20, 2) + little(UInt64(entry.flags), 2) + little(UInt64(entry.method), 2) + little(0x5421_0000, 4)
      + little(UInt64(entry.checkSum), 4) + little(UInt64(entry.packedSize), 4)
      + little(UInt64(entry.size), 4)
      + little(UInt64(name.count), 2) + little(0, 2)
  }

  private func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) : 0 }
  }

  /// CRC-32 as zip archives have it.
  public static func checkSum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  /// Deflates with the fixed code of RFC 1951: literals and, for repeated bytes, matches of distance 1.
  static func deflate(_ pieces: [Piece]) -> [UInt8] {
    var bits = BitWriter()
    bits.write(0b011, 3)
    for piece in pieces {
      switch piece {
      case .text(let text): for byte in text.utf8 { bits.literal(byte) }
      case .repeated(let byte, let count):
        for _ in 0..<(count % 258 + (count >= 258 ? 258 : 0)) { bits.literal(byte) }
        for _ in 0..<max(0, count / 258 - 1) { bits.longestMatch() }
      }
    }
    bits.write(0, 7)
    return bits.finished
  }
}

private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var count = 0

  /// Lowest bit first.
  mutating func write(_ value: UInt32, _ bits: Int) {
    pending |= value << UInt32(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Codes stand highest bit first.
  private mutating func code(_ value: UInt32, _ bits: Int) {
    write((0..<bits).reduce(0) { $0 | (value >> UInt32($1) & 1) << UInt32(bits - 1 - $1) }, bits)
  }

  mutating func literal(_ byte: UInt8) {
    byte < 144 ? code(0x30 + UInt32(byte), 8) : code(0x190 + UInt32(byte) - 144, 9)
  }

  /// 258 bytes, distance 1.
  mutating func longestMatch() {
    code(0xC5, 8)
    code(0, 5)
  }

  var finished: [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
}
