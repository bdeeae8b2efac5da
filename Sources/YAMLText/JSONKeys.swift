/// The keys that an object may have, to be found by their bytes.
///
/// The first sixteen bytes of a key stand in two numbers: looking one up compares numbers, makes no text and
/// hashes nothing.
public struct JSONKeys: Sendable {
  /// The keys, in the order in which errors list them.
  public let names: [String]
  private let codes: [Code]

  private struct Code: Sendable, Hashable {
    var count = 0
    var head: UInt64 = 0
    var tail: UInt64 = 0

    @inline(__always)
    init(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        if count < 8 {
          head = head << 8 | UInt64(byte)
        } else if count < 16 {
          tail = tail << 8 | UInt64(byte)
        }
        count += 1
      }
    }
  }

  public init(_ names: [String]) {
    self.names = names
    codes = names.map { Code($0.utf8) }
  }

  /// The index of a key in `names`.
  public func index(of key: JSONKey, in scanner: JSONScanner) -> Int? {
    let bytes = key.decoded?[...] ?? scanner.bytes[key.range]
    let code = Code(bytes)
    guard let index = codes.firstIndex(of: code) else { return nil }
    if code.count <= 16 { return index }
    return names.firstIndex { $0.utf8.elementsEqual(bytes) }
  }
}
