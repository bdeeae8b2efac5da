import FormModel
import FormTemplates
import OfficeFiles
import YAMLText

/// A file to be read: its bytes, its name, and what the program knows.
public struct FormInput: Sendable {
  /// As read from the disk.
  public var bytes: [UInt8] {
    didSet { (knownLook, isKnownUTF8) = (nil, false) }
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
  private var isKnownUTF8 = false

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
  var isUTF8: Bool { isKnownUTF8 || isValidUTF8(content) }

  mutating func noteLook() { knownLook = look }

  mutating func noteUTF8() { isKnownUTF8 = true }

  /// The file as text, without a byte order mark.
  public func text() throws(ReadingError) -> String {
    if let text = String(validating: content, as: UTF8.self) { return text }
    throw ReadingError(.notUTF8, in: name, line: lineOfBadByte)
  }

  /// The bytes of a text file, without a byte order mark.
  ///
  /// Readers that count in bytes rely on it: a damaged character would be longer written out than it stands here.
  ///
  /// - Throws: `ReadingError` with the line of the first byte that is no UTF-8.
  public func utf8() throws(ReadingError) -> [UInt8] {
    guard isUTF8 else { throw ReadingError(.notUTF8, in: name, line: lineOfBadByte) }
    return content.startIndex == 0 ? bytes : Array(content)
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
