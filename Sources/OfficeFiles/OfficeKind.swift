/// What an office file is, told by its bytes.
public enum OfficeKind: Sendable, Hashable {
  /// An Excel or WPS workbook: a zip archive with `xl/workbook.xml`.
  case workbook
  /// A Word or WPS document: a zip archive with `word/document.xml`.
  case document
  /// Any other zip archive, also one that is cut off.
  case archive
  /// A compound file: `.xls`, `.doc`, `.et`, `.wps`, or an office file with a password.
  case compound

  /// The names of at most 1,000 parts of a zip archive, for a guess at what it is; none where it is cut off.
  public static func names(in bytes: [UInt8]) -> [String] {
    ZipDirectory.names(in: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// - Returns: `nil` when the bytes are neither a zip archive nor a compound file.
  public init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if ZipDirectory.isArchive(bytes) {
      let names = ZipDirectory.names(in: bytes)
      if names.contains(where: { $0.elementsEqual("xl/workbook.xml".utf8) }) {
        self = .workbook
      } else {
        self = names.contains { $0.elementsEqual("word/document.xml".utf8) } ? .document : .archive
      }
    } else {
      return nil
    }
  }
}
