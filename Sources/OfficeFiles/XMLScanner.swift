import CLibXML

/// Reads XML and HTML from untrusted files and hands what it finds to an `XMLHandler`.
///
/// UTF-8, UTF-16 and whatever the XML declaration names. No document type, no entities of its own, no files, no
/// network; depth and number of elements are capped.
public enum XMLScanner {
  /// How strict a text is read.
  public enum Syntax: Sendable, Hashable {
    /// Well-formed XML without a DOCTYPE.
    case xml
    /// HTML as browsers take it; its bytes tell their encoding (meta, byte order mark).
    case html
    /// HTML that was converted to UTF-8, whatever it says of itself.
    case utf8HTML
  }

  /// Scans a part of an archive while it is inflated.
  ///
  /// - Throws: what the archive, the text or the handler throws.
  @inlinable public static func scan<Handler: XMLHandler>(
    _ part: String, of archive: inout ZipArchive, to handler: inout Handler
  ) throws(OfficeFileError) {
    let parser = try XMLParser(part, syntax: .xml, limits: archive.limits.xml)
    try archive.forEachChunk(of: part) { (chunk) throws(OfficeFileError) in
      try parser.push(chunk, isLast: false)
      try parser.deliver(to: &handler)
    }
    try parser.push(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    try parser.deliver(to: &handler)
  }

  /// Scans a text in memory.
  ///
  /// - Parameter name: for errors.
  @inlinable public static func scan<Handler: XMLHandler>(
    _ bytes: ArraySlice<UInt8>, named name: String, as syntax: Syntax, limits: XMLLimits = XMLLimits(),
    to handler: inout Handler
  ) throws(OfficeFileError) {
    let parser = try XMLParser(name, syntax: syntax, limits: limits)
    var start = bytes.startIndex
    repeat {
      let end = min(start + 1 << 16, bytes.endIndex)
      try bytes[start..<end].withUnsafeBufferPointer { (chunk) throws(OfficeFileError) in
        try parser.push(UnsafeRawBufferPointer(chunk), isLast: end == bytes.endIndex)
      }
      try parser.deliver(to: &handler)
      start = end
    } while start < bytes.endIndex
  }
}
