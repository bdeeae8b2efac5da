import FormModel
import FormTemplates

/// Reads forms from a file of any format: by what is in it, then by its name.
public enum FormReader {
  /// Every format; the first that recognises a file reads it.
  public static let formats: [any FormFormat] = [
    JSONReader(),
    YAMLReader(),
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
  public static func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    guard input.bytes.count <= input.limits.bytes else {
      throw ReadingError(.tooLarge(bytes: input.bytes.count, limit: input.limits.bytes), in: input.name)
    }
    guard input.content.contains(where: { !isBlank($0) }) else { throw ReadingError(.empty, in: input.name) }
    guard let format = format(of: input) else {
      _ = try input.text()
      throw ReadingError(.unknownFormat, in: input.name)
    }
    let forms = try format.read(input)
    guard forms.count <= input.limits.forms else {
      throw ReadingError(.tooManyForms(limit: input.limits.forms), in: input.name)
    }
    guard !forms.isEmpty else { throw ReadingError(.empty, in: input.name) }
    return forms
  }

  /// The format of a file; `nil` when neither its content nor its extension tells.
  public static func format(of input: FormInput) -> (any FormFormat)? {
    let head = input.content.prefix(4096)
    if let format = formats.first(where: { $0.recognises(head) }) { return format }
    guard let dot = input.name.lastIndex(of: ".") else { return nil }
    let ending = input.name[input.name.index(after: dot)...].lowercased()
    return formats.first { $0.extensions.contains(ending) }
  }
}

/// Blank, TAB or line break.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
