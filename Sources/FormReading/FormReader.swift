import FormModel
import FormTemplates

/// Reads forms from a file of any format: by what is in it, then by its name.
public enum FormReader {
  /// Every format; the first that recognises a file reads it.
  public static let formats: [any FormFormat] = [
    DOCXReader(),
    XLSXReader(),
    PDFReader(),
    JSONReader(),
    YAMLReader(),
    HTMLReader(),
    PlainTableReader(),
    PipeTableReader(),
    CSVReader(),
    TabTextReader(),
    FlowedTextReader(),
  ]

  /// - Returns: at least one form, with the place of every value.
  /// - Throws: `ReadingError` in Chinese, with the line where there is one.
  public static func read(
    _ bytes: [UInt8], name: String, layouts: NativeLayouts = .standard,
    spellings: Spellings = .none, limits: FormInput.Limits = FormInput.Limits()
  ) throws(ReadingError) -> [LocatedForm] {
    try read(FormInput(bytes: bytes, name: name, layouts: layouts, spellings: spellings, limits: limits))
  }

  /// Reads a file that was put together elsewhere.
  ///
  /// - Throws: `ReadingError` for the first thing that cannot be read.
  public static func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    let read = readAll(input)
    if let problem = read.problems.first { throw problem }
    return read.forms
  }

  /// Reads what can be read of a file: a form, or a problem, or both.
  public static func readAll(_ input: FormInput) -> FormsRead {
    do throws(ReadingError) {
      let input = try checked(input)
      let read = try format(of: input).readAll(input)
      guard read.forms.count <= input.limits.forms else {
        throw ReadingError(.tooManyForms(limit: input.limits.forms), in: input.name)
      }
      guard !read.forms.isEmpty || !read.problems.isEmpty else {
        throw ReadingError(isBlankText(input) ? .empty : .noForm, in: input.name)
      }
      return read
    } catch {
      return FormsRead(problems: [error])
    }
  }

  /// Refuses a file by its size, before it is read.
  ///
  /// - Parameter size: in bytes.
  public static func check(size: Int, of name: String, limits: FormInput.Limits) throws(ReadingError) {
    guard size <= limits.bytes else {
      throw ReadingError(.tooLarge(bytes: size, limit: limits.bytes), in: name)
    }
  }

  private static func checked(_ input: FormInput) throws(ReadingError) -> FormInput {
    try check(size: input.bytes.count, of: input.name, limits: input.limits)
    if let kind = ForeignKind(input.bytes) { throw ReadingError(.foreign(kind), in: input.name) }
    var input = try input.decoded()
    input.noteLook()
    input = input.unquoted()
    guard input.content.contains(where: { !isBlank($0) }) else { throw ReadingError(.empty, in: input.name) }
    input.noteLook()
    return input
  }

  private static func format(of input: FormInput) throws(ReadingError) -> any FormFormat {
    if let format: any FormFormat = format(of: input) { return format }
    if input.isBinary { throw ReadingError(.foreign(.binary), in: input.name) }
    _ = try input.text()
    throw ReadingError(.unknownFormat, in: input.name)
  }

  /// Whether a text has nothing but comments of a native file in it, or an empty list.
  private static func isBlankText(_ input: FormInput) -> Bool {
    var rest = input.content.drop(while: isBlank)
    while let first = rest.first {
      let line = rest.prefix { $0 != 0x0A }
      guard first == UInt8(ascii: "#") || line.elementsEqual("[]".utf8) else { return false }
      rest = rest[line.endIndex...].drop(while: isBlank)
    }
    return true
  }

  /// The format of a file; `nil` when neither its content nor its extension tells.
  public static func format(of input: FormInput) -> (any FormFormat)? {
    if let format = formats.first(where: { $0.recognises(input) }) { return format }
    guard let dot = input.name.lastIndex(of: ".") else { return nil }
    let ending = input.name[input.name.index(after: dot)...].lowercased()
    return formats.first { $0.extensions.contains(ending) }
  }
}

/// Blank, TAB or line break.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
