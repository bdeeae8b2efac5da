/// Writes one JSON value piece by piece, for outputs of many forms: no tree of the value is built.
struct JSONStream {
  private var out: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  /// Whether the object or array at hand has no item yet.
  private var isEmpty = true

  /// - Parameter isIndented: one blank of indentation a level, or everything on one line.
  init(isIndented: Bool) {
    self.isIndented = isIndented
    out.reserveCapacity(16_384)
  }

  /// What was written, with a line break at the end.
  var text: String { String(decoding: out, as: UTF8.self) + "\n" }

  // MARK: Members

  /// A text, or `null` for a missing one.
  mutating func member(_ key: String, _ text: String?) {
    begin(key)
    if let text { JSONValue.quote(text, to: &out) } else { out += "null".utf8 }
  }

  /// A number, written as it stands; `null` for a missing one.
  mutating func member(_ key: String, number: String?) {
    begin(key)
    out += (number ?? "null").utf8
  }

  mutating func object(_ key: String, _ members: (inout JSONStream) -> Void) {
    begin(key)
    object(members)
  }

  mutating func array<Items: Sequence>(
    _ key: String, _ items: Items, _ write: (inout JSONStream, Items.Element) -> Void
  ) {
    begin(key)
    array(items, write)
  }

  // MARK: Values

  /// A value by itself, or an item of an array.
  mutating func object(_ members: (inout JSONStream) -> Void) {
    enclosed(by: UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  /// A value by itself, or an item of an array.
  mutating func array<Items: Sequence>(_ items: Items, _ write: (inout JSONStream, Items.Element) -> Void) {
    enclosed(by: UInt8(ascii: "["), UInt8(ascii: "]")) { stream in
      for item in items {
        stream.separate()
        write(&stream, item)
      }
    }
  }

  /// A text as an item of an array.
  mutating func text(_ text: String) { JSONValue.quote(text, to: &out) }

  // MARK: Signs between

  private mutating func enclosed(by open: UInt8, _ close: UInt8, _ items: (inout JSONStream) -> Void) {
    out.append(open)
    depth += 1
    isEmpty = true
    items(&self)
    depth -= 1
    if isIndented, !isEmpty { breakLine() }
    isEmpty = false
    out.append(close)
  }

  private mutating func begin(_ key: String) {
    separate()
    JSONValue.quote(key, to: &out)
    out.append(UInt8(ascii: ":"))
    out.append(0x20)
  }

  /// What stands before an item: a comma, and its own line where lines are indented.
  private mutating func separate() {
    if !isEmpty { out.append(UInt8(ascii: ",")) }
    if isIndented { breakLine() } else if !isEmpty { out.append(0x20) }
    isEmpty = false
  }

  private mutating func breakLine() {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: depth))
  }
}
