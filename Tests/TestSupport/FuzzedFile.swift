/// A file made of fuzzed bytes for a reader: the bytes themselves, or an office file with the bytes as its main part.
public struct FuzzedFile: Sendable {
  public var bytes: [UInt8]
  /// With an extension: the text readers go by it.
  public var name: String

  /// The readers that refuse at once what is not whole UTF-8: they are given nothing else.
  private static let textReaders: Set = [
    "PlainTableReader", "PipeTableReader", "CSVReader", "TabTextReader", "FlowedTextReader",
  ]

  /// Ways in which bytes become a file, besides the readers' own names (`DOCXReader`).
  public enum Part: String, CaseIterable, Sendable {
    /// The main part of a Word document.
    case document = "DOCXReader-part"
    /// The rows of a sheet.
    case sheet = "XLSXReader-part"
  }

  public init(_ bytes: [UInt8], for target: String) {
    switch Part(rawValue: target) {
    case .document:
      self.bytes = ZipFile([ZipFile.Entry("word/document.xml", bytes)]).bytes
      name = "a.docx"
    case .sheet:
      var parts = WorkbookParts()
      parts.sheets = [("表", "")]
      let entries = parts.entries.map { entry in
        let isSheet = entry.name.starts(with: "xl/worksheets/".utf8)
        return isSheet ? ZipFile.Entry(String(decoding: entry.name, as: UTF8.self), bytes) : entry
      }
      self.bytes = ZipFile(entries).bytes
      name = "a.xlsx"
    case nil:
      self.bytes =
        Self.textReaders.contains(target) ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
      name = "a"
    }
  }

  /// The reader that a target is about: `DOCXReader` of `DOCXReader-part`.
  public static func reader(of target: String) -> Substring { target.prefix { $0 != "-" } }
}
