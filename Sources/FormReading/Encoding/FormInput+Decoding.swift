import FormModel
import OfficeFiles

extension FormInput {
  /// The same file with its text in UTF-8, whatever it was encoded in: UTF-16, or GB18030 and so GBK.
  ///
  /// What is no text, or text whose encoding is not certain, stays as it is: the reader says what is wrong with it.
  ///
  /// - Throws: `ReadingError` with the line where a text is damaged.
  public func decoded() throws(ReadingError) -> FormInput {
    if OfficeKind(bytes) != nil || bytes.starts(with: "%PDF-".utf8) { return self }
    var input = self
    let isUTF8 = input.noteUTF8()
    guard let (encoding, start) = TextEncoding.of(bytes, isUTF8: isUTF8),
      let result = encoding.converted(bytes[start...])
    else { return input }
    guard result.isWhole else {
      let line = 1 + result.text.count { $0 == UInt8(ascii: "\n") }
      throw ReadingError(.damagedText(encoding: encoding.rawValue), in: name, line: line)
    }
    input.bytes = result.text
    return input
  }
}
