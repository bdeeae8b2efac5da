/// The keys that an object may have, to be found by their bytes.
///
/// The first eight bytes of a key and the last eight stand in two numbers: looking one up compares numbers, makes no text and
/// hashes nothing.
public struct KnownKeys: Sendable {
  /// The keys, in the order in which errors list them.
  public let names: [String]
  private let codes: [Code]

  /// Keys of at most sixteen bytes are the same where this is.
  private struct Code: Sendable, Hashable {
    var count: Int
    /// The first bytes and the last ones, which overlap in a short key.
    var head: UInt64
    var tail: UInt64

    @inline(__always)
    init(_ key: UnsafeRawBufferPointer) {
      count = key.count
      switch count {
      case 8...:
        head = key.loadUnaligned(as: UInt64.self)
        tail = key.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      case 4...:
        head = UInt64(key.loadUnaligned(as: UInt32.self))
        tail = UInt64(key.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      default:
        head = key.reduce(0) { $0 << 8 | UInt64($1) }
        tail = 0
      }
    }
  }

  public init(_ names: [String]) {
    self.names = names
    codes = names.map { name in Array(name.utf8).withUnsafeBytes(Code.init) }
  }

  /// The index of a key in `names`.
  ///
  /// - Parameter latest: the index of the key before it: who writes objects writes their keys in order.
  public func index(of key: UnsafeRawBufferPointer, after latest: Int = -1) -> Int? {
    let code = Code(key)
    var index = latest
    for _ in codes.indices {
      index = index + 1 < codes.count ? index + 1 : 0
      if codes[index] == code, code.count <= 16 || isSame(names[index], key) { return index }
    }
    return nil
  }

  private func isSame(_ name: String, _ key: UnsafeRawBufferPointer) -> Bool {
    name.utf8.count == key.count && name.utf8.elementsEqual(key)
  }
}

extension KnownKeys {
  /// The index of a key of a JSON object.
  public func index(of key: JSONKey, in scanner: JSONScanner, after latest: Int = -1) -> Int? {
    if key.hasEscapes { return scanner.decoded(key.range).withUnsafeBytes { index(of: $0, after: latest) } }
    return scanner.utf8.bytes.withUnsafeBytes {
      index(of: UnsafeRawBufferPointer(rebasing: $0[key.range]), after: latest)
    }
  }
}
