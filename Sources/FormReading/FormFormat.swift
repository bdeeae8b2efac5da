import FormModel

/// A file format that forms can be read from: one file in `Formats/`, one line in `FormReader.formats`.
public protocol FormFormat: Sendable {
  /// As people know it: `YAML`.
  var name: String { get }
  /// File name extensions in lower case, without the dot.
  var extensions: [String] { get }
  /// Whether the beginning of a file (at most 4 KB, without a byte order mark) says that it is this format.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool
  /// All forms of the file, in written order.
  func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm]
  /// The forms of the file, and what of it cannot be read.
  func readAll(_ input: FormInput) -> FormsRead
}
