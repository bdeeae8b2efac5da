/// Text inside an XML text, UTF-8; it lives as long as the call that hands it over.
public typealias XMLBytes = UnsafeBufferPointer<UInt8>

/// Takes what an XML or HTML text holds, in its order. Names are without prefixes; in HTML they are in lower case.
///
/// What is handed over lives as long as the call. Calls are static: a handler is a generic parameter.
public protocol XMLHandler {
  /// An element begins.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeFileError)
  /// An element ends.
  mutating func end(_ name: XMLName) throws(OfficeFileError)
  /// Text, blanks and line breaks as well; one stretch of it may come in several calls.
  mutating func text(_ bytes: XMLBytes) throws(OfficeFileError)
}

/// The name of an element or attribute, for `switch name { case "row": … }`.
public struct XMLName {
  /// UTF-8.
  public let bytes: XMLBytes

  /// A word to be compared like a name.
  @inlinable public init(_ bytes: XMLBytes) { self.bytes = bytes }

  @inlinable init(_ start: UnsafePointer<UInt8>?, _ count: UInt32) {
    bytes = XMLBytes(start: start, count: Int(count))
  }

  /// Compares without making a String.
  @inlinable public static func ~= (pattern: StaticString, name: XMLName) -> Bool {
    name.bytes.equals(pattern)
  }
}

extension XMLBytes {
  /// Whether this is the text given.
  @inlinable public func equals(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    let other = text.utf8Start
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// The text as a `String`; bytes that are no UTF-8 are replaced.
  public var string: String { String(decoding: self, as: UTF8.self) }
}
