import CLibXML

/// The parser of libxml2 with its events.
@usableFromInline final class XMLParser {
  private let part: String
  private let limits: XMLLimits
  private let xml: OpaquePointer

  @usableFromInline init(_ part: String, syntax: XMLScanner.Syntax, limits: XMLLimits)
    throws(OfficeFileError)
  {
    guard jixiao_xml_load() != 0 else { throw .libraryMissing(package: "libxml2") }
    let created = jixiao_xml_create(
      syntax == .xml ? 0 : 1, syntax == .utf8HTML ? 1 : 0, UInt32(clamping: limits.depth),
      UInt64(clamping: limits.elements))
    guard let created else { throw .tooLarge(part: part, limit: 0) }
    xml = created
    self.part = part
    self.limits = limits
  }

  deinit { jixiao_xml_free(xml) }

  @usableFromInline func push(_ chunk: UnsafeRawBufferPointer, isLast: Bool) throws(OfficeFileError) {
    let bytes = chunk.assumingMemoryBound(to: UInt8.self)
    switch jixiao_xml_push(xml, bytes.baseAddress, bytes.count, isLast ? 1 : 0) {
    case JIXIAO_XML_OK: return
    case JIXIAO_XML_DOCTYPE: throw .doctype(part: part)
    case JIXIAO_XML_TOO_DEEP: throw .tooDeep(part: part, limit: limits.depth)
    case JIXIAO_XML_TOO_MANY_NODES: throw .tooManyElements(part: part, limit: limits.elements)
    case JIXIAO_XML_TOO_MANY_ATTRIBUTES: throw .tooManyAttributes(part: part)
    default: throw .malformed(part: part, line: Int(jixiao_xml_line(xml)))
    }
  }

  @usableFromInline var taken: jixiao_xml_events { jixiao_xml_taken(xml) }

  /// Hands over what the last push brought.
  @inlinable func deliver<Handler: XMLHandler>(to handler: inout Handler) throws(OfficeFileError) {
    let taken = taken
    for index in 0..<taken.count {
      let event = taken.events[index]
      switch event.kind {
      case JIXIAO_XML_START:
        let attributes = Self.slice(of: taken.attributes, event)
        try handler.start(XMLName(event.name, event.name_count), XMLAttributes(attributes, taken.bytes))
      case JIXIAO_XML_END: try handler.end(XMLName(event.name, event.name_count))
      default:
        try handler.text(Self.slice(of: taken.bytes, event))
      }
    }
  }

  /// What an event names of a buffer; nothing where there is no buffer or the event names nothing.
  @inlinable static func slice<Element>(
    of buffer: UnsafePointer<Element>?, _ event: jixiao_xml_event
  ) -> UnsafeBufferPointer<Element> {
    guard let buffer, event.end > event.start else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: buffer + Int(event.start), count: Int(event.end - event.start))
  }
}
