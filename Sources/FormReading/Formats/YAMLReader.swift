import FormModel
import FormTemplates
import YAMLText

/// The native form file.
struct YAMLReader: FormFormat {
  let name = "YAML"
  let extensions = ["yaml", "yml"]

  /// The first line that is no comment begins with one of the file's own keys.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool { isNative(head, isNamed: true) }

  /// In a file of another ending the key must be written as YAML has it: `项目名称：,某项目` is a table.
  func recognises(_ input: FormInput) -> Bool {
    isNative(
      input.content.prefix(4096),
      isNamed: extensions.contains { input.name.lowercased().hasSuffix(".\($0)") })
  }

  private func isNative(_ head: ArraySlice<UInt8>, isNamed: @autoclosure () -> Bool) -> Bool {
    var rest = head.drop(while: isBlank)
    while let first = rest.first {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      rest = rest[line.endIndex...].drop(while: isBlank)
      if first == UInt8(ascii: "#") || line.starts(with: "---".utf8) { continue }
      guard let colon = Self.colon(in: line),
        Self.keys.contains(String(decoding: line[..<colon], as: UTF8.self))
      else { return false }
      return isNamed() || !line.contains(UInt8(ascii: "\t")) && Self.isEndOfKey(line[colon...])
    }
    return false
  }

  /// Where the first colon of a line stands.
  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    // The longest key has far fewer bytes.
    line.indices.prefix(96).first { index in
      line[index] == UInt8(ascii: ":") || line[index] == 0xEF && line[index...].starts(with: "：".utf8)
    }
  }

  /// - Parameter rest: from the colon on.
  private static func isEndOfKey(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: rest.prefix(8), as: UTF8.self)
    guard let next = text.dropFirst().first else { return true }
    return text.first == ":" ? next == " " : !",;，；|\"".contains(next)
  }

  func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    let text = try input.text()
    do throws(YAMLError) {
      guard let reader = try nativeReader(text, layouts: input.layouts) else { return [] }
      return [LocatedForm(form: reader.form, locations: reader.locations)]
    } catch {
      throw ReadingError(error, in: text, named: input.name)
    }
  }

  private static let keys = Set(
    NativeLabels.sections + NativeLayout.standard.head.map(\.label) + NativeLayout.standard.tail.map(\.label))
}

extension FormReader {
  /// Whether a file is a native draft.
  public static func isDraft(_ input: FormInput) -> Bool {
    let format: (any FormFormat)? = format(of: input)
    return format is YAMLReader
  }
}
