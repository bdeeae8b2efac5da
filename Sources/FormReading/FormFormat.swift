import FormModel

/// A file format that forms can be read from: one file in `Formats/`, one line in `FormReader.formats`.
public protocol FormFormat: Sendable {
  /// As people know it: `YAML`.
  var name: String { get }
  /// File name extensions in lower case, without the dot.
  var extensions: [String] { get }
  /// Whether the beginning of a file (at most 4 KB, without a byte order mark) says that it is this format.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool
  /// Whether the whole file says that it is this format; its beginning decides where a format has nothing to add.
  func recognises(_ input: FormInput) -> Bool
  /// All forms of the file, in written order.
  func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm]
  /// The forms of the file, and what of it cannot be read.
  func readAll(_ input: FormInput) -> FormsRead
}

extension FormFormat {
  /// What the beginning says.
  public func recognises(_ input: FormInput) -> Bool { recognises(input.content.prefix(4096)) }
}
