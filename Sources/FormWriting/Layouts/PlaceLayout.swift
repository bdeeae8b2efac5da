/// How a place prints the forms of one template: what its folder, and the folders of the templates that it extends,
/// bring beside `template.yaml`.
public struct PlaceLayout: Sendable, Hashable {
  /// Its `form.sheet.yaml`, laid over the common one; of several the one of the oldest template first.
  public var sheets: [Sheet]
  /// Its `form.docx`, in place of the common one.
  public var document: Document?

  public init(sheets: [Sheet] = [], document: Document? = nil) {
    self.sheets = sheets
    self.document = document
  }

  /// A `form.sheet.yaml`.
  public struct Sheet: Sendable, Hashable {
    /// For errors.
    public var path: String
    /// The whole file.
    public var text: String

    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// A `form.docx`.
  public struct Document: Sendable, Hashable {
    /// For errors.
    public var path: String
    /// The whole file.
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The file name by which a folder's layout of workbooks is found.
  public static let sheetName = SheetLayout.name
  /// The file name by which a folder's layout of documents is found.
  public static let documentName = "form.docx"
}
