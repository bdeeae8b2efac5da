import CLibZip

/// A zip archive to be written: its parts by name, in the order in which they stand in the file.
public struct ZipPackage: Sendable, Hashable {
  /// One file of the archive.
  public struct Part: Sendable, Hashable {
    /// With its folders: `word/document.xml`.
    public var name: String
    /// Before it is packed.
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Names must differ.
  public var parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  /// The archive. The same parts give the same bytes.
  public func bytes() throws(OfficeWritingError) -> [UInt8] {
    var raw: OpaquePointer?
    let status = jixiao_zip_create(&raw)
    guard status != JIXIAO_ZIP_NO_LIBRARY else { throw .libraryMissing(package: "libzip4") }
    guard status == JIXIAO_ZIP_OK, let raw else { throw .failed }
    // The library packs when the archive ends, so all parts lie in one buffer until then.
    var contents: [UInt8] = []
    contents.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
    for part in parts { contents += part.bytes }
    let packed = contents.withUnsafeBytes { pack(UnsafeRawBufferPointer($0), into: raw) }
    guard let packed else { throw .failed }
    return packed
  }

  private func pack(_ contents: UnsafeRawBufferPointer, into raw: OpaquePointer) -> [UInt8]? {
    var start = 0
    for part in parts {
      let place = contents.baseAddress.map { $0 + start }
      guard jixiao_zip_add(raw, part.name, place, part.bytes.count) != 0 else {
        jixiao_zip_give_up(raw)
        return nil
      }
      start += part.bytes.count
    }
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard jixiao_zip_finish(raw, &bytes, &count) != 0, let bytes else { return nil }
    defer { jixiao_zip_release(bytes) }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }
}
