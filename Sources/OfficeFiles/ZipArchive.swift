import CLibZip

/// A zip archive in memory whose parts are opened by name.
///
/// What the archive says of itself is not believed: names, numbers and sizes are capped while they are read
/// (`ArchiveLimits`).
public struct ZipArchive: ~Copyable {
  /// The caps it is read with.
  public let limits: ArchiveLimits
  private let handle: ZipHandle
  /// By name in lower case: the standard holds names that differ in case alone for the same.
  private var entries: [String: Entry] = [:]
  /// Bytes inflated so far.
  private var inflated = 0
  private let fileSize: Int

  private struct Entry {
    var index: UInt64
    var name: String
    var compressed: Int
    var isKnownMethod: Bool
  }

  /// Reads an archive; it is open as long as `body` runs.
  ///
  /// - Throws: `OfficeFileError` when the directory is damaged, breaks a limit or holds what no archive should.
  public static func open<Result>(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(),
    _ body: (inout ZipArchive) throws(OfficeFileError) -> Result
  ) throws(OfficeFileError) -> Result {
    try ZipDirectory.check(bytes, most: limits.entries)
    return try bytes.withUnsafeBufferPointer { (bytes) throws(OfficeFileError) in
      var archive = try ZipArchive(UnsafeRawBufferPointer(bytes), limits: limits)
      try archive.list()
      return try body(&archive)
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, limits: ArchiveLimits) throws(OfficeFileError) {
    handle = try ZipHandle(bytes)
    self.limits = limits
    fileSize = bytes.count
  }

  /// The names of all entries, sorted.
  public var names: [String] { entries.values.map(\.name).sorted() }

  /// Whether there is a part of this name.
  public func contains(_ part: String) -> Bool { entries[part.lowercasedASCII] != nil }

  /// The whole of a part, inflated.
  public mutating func bytes(of part: String) throws(OfficeFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: part) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// The bytes of a part as they are inflated, at most 64 KB at a time; nothing is kept.
  ///
  /// - Throws: `.missingPart`, a broken limit, `.damaged` (also at the end, when the check sum is wrong), and what
  ///   `body` throws.
  public mutating func forEachChunk(
    of part: String, _ body: (UnsafeRawBufferPointer) throws(OfficeFileError) -> Void
  ) throws(OfficeFileError) {
    guard let entry = entries[part.lowercasedASCII] else { throw .missingPart(part) }
    guard entry.isKnownMethod else { throw .unknownMethod(part: part) }
    guard jixiao_zip_select(handle.archive, entry.index) != 0 else { throw .damaged(part: part) }
    var size = 0
    while true {
      guard let count = handle.fill() else { throw .damaged(part: part) }
      if count == 0 { return }
      size += count
      inflated += count
      try check(size, of: entry)
      try body(UnsafeRawBufferPointer(rebasing: handle.buffer[..<count]))
    }
  }

  private func check(_ size: Int, of entry: Entry) throws(OfficeFileError) {
    guard size <= limits.partBytes else { throw .tooLarge(part: entry.name, limit: limits.partBytes) }
    guard inflated <= limits.totalBytes else { throw .tooLarge(part: nil, limit: limits.totalBytes) }
    guard size <= limits.ratioFrom || size / max(1, entry.compressed) <= limits.ratio else {
      throw .ratio(part: entry.name)
    }
  }

  private mutating func list() throws(OfficeFileError) {
    let count = jixiao_zip_count(handle.archive)
    guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    entries.reserveCapacity(Int(count))
    for index in 0..<UInt64(max(0, count)) {
      var entry = jixiao_zip_entry()
      guard jixiao_zip_entry_at(handle.archive, index, &entry) != 0 else { throw .damaged(part: nil) }
      let name = String(cString: entry.name)
      guard entry.encryption == 0 else { throw .encrypted }
      guard ZipDirectory.isSafe(name) else { throw .unsafeName(name) }
      let known = Entry(
        index: index, name: name, compressed: Int(min(entry.compressed, UInt64(fileSize))),
        isKnownMethod: entry.method == 0 || entry.method == 8)
      guard entries.updateValue(known, forKey: name.lowercasedASCII) == nil else {
        throw .duplicateName(name)
      }
    }
  }
}

/// An open archive of libzip with a buffer to inflate into; closed when it is let go.
private final class ZipHandle {
  let archive: OpaquePointer
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  init(_ bytes: UnsafeRawBufferPointer) throws(OfficeFileError) {
    var opened: OpaquePointer?
    let status = jixiao_zip_open(bytes.baseAddress, bytes.count, &opened)
    guard status == JIXIAO_ZIP_OK, let opened else {
      buffer.deallocate()
      throw status == JIXIAO_ZIP_NO_LIBRARY ? .libraryMissing(package: "libzip4") : .damaged(part: nil)
    }
    archive = opened
  }

  /// Fills the buffer as far as there are bytes; `nil` when the part is damaged.
  func fill() -> Int? {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = Int(jixiao_zip_read(archive, rest.baseAddress, rest.count))
      if count < 0 { return nil }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  deinit {
    jixiao_zip_close(archive)
    buffer.deallocate()
  }
}

extension String {
  /// With A to Z in lower case, all else as it is.
  fileprivate var lowercasedASCII: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
