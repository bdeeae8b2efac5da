import ChineseText
import FormModel
import FormTemplates
import OfficeFiles
import YAMLText

/// A file to be read: its bytes, its name, and what the program knows.
public struct FormInput: Sendable {
  /// As read from the disk.
  public var bytes: [UInt8] {
    didSet { (knownLook, knownUTF8) = (nil, nil) }
  }
  /// For errors, and for its extension.
  public var name: String
  /// The keys of native files.
  public var layouts: NativeLayouts
  /// The words that forms are made of.
  public var spellings: Spellings
  /// Programs outside that help to read it.
  public var tools: ReadingTools
  /// The caps that hold for the file.
  public var limits: Limits
  /// Noted once, for all the formats that ask.
  private var knownLook: TextLook?
  private var knownUTF8: UTF8Bytes?

  /// Caps on untrusted files.
  public struct Limits: Sendable, Hashable {
    /// Largest file, in bytes.
    public var bytes = 64 << 20
    /// Most forms in a file.
    public var forms = 100_000
    /// Most pages of a PDF file.
    public var pages = 1_000
    /// Most words of a PDF file, on all its pages.
    public var words = 400_000
    /// How long a program may take that takes a PDF file apart, in seconds.
    public var toolSeconds = 20
    /// The most that it may give, in bytes.
    public var toolBytes = 64 << 20
    /// The caps on what office files hold.
    public var archive = ArchiveLimits()

    public init() {}
  }

  public init(
    bytes: [UInt8], name: String, layouts: NativeLayouts = .standard, spellings: Spellings = .none,
    tools: ReadingTools = .none, limits: Limits = Limits()
  ) {
    self.bytes = bytes
    self.name = name
    self.layouts = layouts
    self.spellings = spellings
    self.tools = tools
    self.limits = limits
  }

  /// The bytes without a byte order mark.
  public var content: ArraySlice<UInt8> {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    return bytes[(hasMark ? 3 : 0)...]
  }

  /// What occurs in the beginning of the text.
  var signs: TextSigns { look.signs }

  /// What its beginning tells.
  var look: TextLook { knownLook ?? TextLook(content) }

  /// Whether the bytes are UTF-8 throughout.
  var isUTF8: Bool { knownUTF8 != nil || UTF8Bytes(bytes) != nil }

  mutating func noteLook() { knownLook = look }

  /// - Returns: whether the bytes are UTF-8 throughout.
  @discardableResult
  mutating func noteUTF8() -> Bool {
    knownUTF8 = UTF8Bytes(bytes)
    return knownUTF8 != nil
  }

  /// The file as text, without a byte order mark.
  ///
  /// - Throws: `ReadingError` with the line of the first byte that is no UTF-8.
  public func text() throws(ReadingError) -> String {
    let content = try utf8Content()
    return content.text(content.range)
  }

  /// The bytes of a text file, without a byte order mark.
  ///
  /// Readers that count in bytes rely on it: a damaged character would be longer written out than it stands here.
  ///
  /// - Throws: `ReadingError` with the line of the first byte that is no UTF-8.
  public func utf8() throws(ReadingError) -> [UInt8] {
    let content = try utf8Content()
    return content.range.lowerBound == 0 ? bytes : Array(bytes[content.range])
  }

  /// The bytes of a text file in their places, a byte order mark left out.
  func utf8Content() throws(ReadingError) -> UTF8Bytes {
    guard let whole = knownUTF8 ?? UTF8Bytes(bytes), let content = whole.dropFirst(to: content.startIndex)
    else {
      throw ReadingError(.notUTF8, in: name, line: lineOfBadByte)
    }
    return content
  }

  /// The line, from 1, of the first byte that is no UTF-8.
  private var lineOfBadByte: Int {
    var iterator = content.makeIterator()
    var decoder = UTF8()
    var line = 1
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" { line += 1 }
    }
    return line
  }
}
