/// A text under way, as the bytes that are written in the end: to add to it costs no more than to copy.
public struct GrowingText: Sendable {
  /// UTF-8, since nothing is added or cut off but whole texts.
  public private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: in bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The text so far.
  public var text: String { String(copying: UTF8Span(unchecked: bytes.span)) }

  /// Adds a text.
  public mutating func add(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isDone == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Adds the digits of a number.
  public mutating func add(_ number: Int) {
    if number < 0 { return add("\(number)") }
    if number >= 10 { add(number / 10) }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Puts another text for what was added behind a number of bytes, which is where a text ended.
  public mutating func replace(from start: Int, with text: String) {
    bytes.removeSubrange(start...)
    add(text)
  }
}
