import CLibXML

/// The attributes of an element, in written order.
public struct XMLAttributes {
  @usableFromInline let attributes: UnsafeBufferPointer<jixiao_xml_attribute>
  @usableFromInline let bytes: UnsafePointer<UInt8>?

  @inlinable init(_ attributes: UnsafeBufferPointer<jixiao_xml_attribute>, _ bytes: UnsafePointer<UInt8>?) {
    self.attributes = attributes
    self.bytes = bytes
  }

  /// How many there are.
  @inlinable public var count: Int { attributes.count }

  /// The name of one, from 0.
  @inlinable public func name(_ index: Int) -> XMLName {
    XMLName(attributes[index].name, attributes[index].name_count)
  }

  /// The value of one, from 0.
  @inlinable public func value(_ index: Int) -> XMLBytes {
    let attribute = attributes[index]
    guard let bytes, attribute.end > attribute.start else { return XMLBytes(start: nil, count: 0) }
    return XMLBytes(start: bytes + Int(attribute.start), count: Int(attribute.end - attribute.start))
  }

  /// The value of the first attribute of this name (without its prefix); `nil` when there is none.
  @inlinable public subscript(_ name: StaticString) -> XMLBytes? {
    for index in 0..<attributes.count where name ~= self.name(index) { return value(index) }
    return nil
  }
}
