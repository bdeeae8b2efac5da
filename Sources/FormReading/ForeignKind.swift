import OfficeFiles

/// A file that is known by its beginning to hold no form that can be read: what to do instead is said.
public enum ForeignKind: Sendable, Hashable, CaseIterable {
  /// An archive with files in it: zip, rar, 7z, gzip, tar.
  case packed
  /// 版式文件.
  case ofd
  /// LibreOffice and OpenOffice: ods, odt.
  case openDocument
  /// A picture, as phones and scanners make it.
  case picture
  case richText
  /// A web page in one file: mht.
  case webArchive
  /// XML of Excel 2003 or Word 2003.
  case officeXML
  case presentation
  /// Bytes that no text has.
  case binary
}

extension ForeignKind {
  /// What the bytes are; `nil` for everything that a format may read.
  init?(_ bytes: [UInt8]) {
    if let kind = Self.marks.first(where: { mark in mark.bytes.contains { bytes.starts(with: $0) } }) {
      self = kind.kind
    } else if OfficeKind(bytes) == .archive {
      guard let kind = Self.archive(OfficeKind.names(in: bytes)) else { return nil }
      self = kind
    } else if let kind = Self.text(bytes) {
      self = kind
    } else {
      return nil
    }
  }

  private static let marks: [(kind: ForeignKind, bytes: [[UInt8]])] = [
    (.packed, [Array("Rar!\u{1A}\u{7}".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B, 8]]),
    (
      .picture,
      [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
      ]
    ),
    (.richText, [Array("{\\rtf".utf8)]),
  ]

  /// An archive that is whole, with nothing in it that any reader opens.
  private static func archive(_ names: [String]) -> ForeignKind? {
    if names.isEmpty || names.contains("[Content_Types].xml") {
      return names.contains("ppt/presentation.xml") ? .presentation : nil
    }
    if names.contains("OFD.xml") { return .ofd }
    if names.contains("mimetype"), names.contains("content.xml") { return .openDocument }
    return names.contains { $0.hasPrefix("xl/") || $0.hasPrefix("word/") } ? nil : .packed
  }

  /// Kinds that the first lines of a text tell.
  private static func text(_ bytes: [UInt8]) -> ForeignKind? {
    let starts = ["MIME-Version:", "From:", "<?xml", "\u{FEFF}<?xml"]
    guard let start = starts.first(where: { bytes.starts(with: $0.utf8) }) else { return nil }
    let text = String(decoding: bytes.prefix(1024), as: UTF8.self)
    guard start.hasSuffix("<?xml") else { return text.contains("multipart/related") ? .webArchive : nil }
    let isOffice =
      text.contains("urn:schemas-microsoft-com:office:spreadsheet") || text.contains("<?mso-application")
    return isOffice ? .officeXML : nil
  }
}
