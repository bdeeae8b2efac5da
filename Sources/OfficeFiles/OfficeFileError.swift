/// Why an office file cannot be read. Parts are named as they stand in the archive.
public enum OfficeFileError: Error, Sendable, Hashable {
  /// A library of the system is not installed; the Debian package that holds it.
  case libraryMissing(package: String)
  /// The bytes are no zip archive at all.
  case notAnArchive
  /// The archive is cut off or damaged; the part, where it is one part alone.
  case damaged(part: String?)
  /// The archive has a password.
  case encrypted
  /// More entries than `ArchiveLimits.entries`.
  case tooManyEntries(limit: Int)
  /// More bytes after inflating than the limit allows; `nil` when all parts together are meant.
  case tooLarge(part: String?, limit: Int)
  /// A part inflates so much that it must be a bomb.
  case ratio(part: String)
  /// A name that leads out of the archive, or one that no archive should hold.
  case unsafeName(String)
  /// Two entries have the same name.
  case duplicateName(String)
  /// A part is packed in a way that is neither stored nor deflated.
  case unknownMethod(part: String)
  /// The archive lacks a part that must be there.
  case missingPart(String)
  /// The part is no well-formed XML; the line from 1.
  case malformed(part: String, line: Int)
  /// The part declares a document type or entities.
  case doctype(part: String)
  /// Elements are nested deeper than `XMLLimits.depth`.
  case tooDeep(part: String, limit: Int)
  /// More elements than `XMLLimits.elements`.
  case tooManyElements(part: String, limit: Int)
  /// More attributes in one tag, more namespaces or more different names than any office program writes.
  case tooManyAttributes(part: String)
  /// More cells than a reader takes.
  case tooManyCells(limit: Int)
  /// More text in cells than a reader takes.
  case tooMuchText(limit: Int)
  /// A part says something that cannot be: the place or word in it.
  case invalid(part: String, what: String)
}
