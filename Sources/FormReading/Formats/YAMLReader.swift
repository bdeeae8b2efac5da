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
    let isNamed = extensions.contains { input.name.lowercased().hasSuffix(".\($0)") }
    return isNative(input.content.prefix(4096), isNamed: isNamed)
  }

  private func isNative(_ head: ArraySlice<UInt8>, isNamed: Bool) -> Bool {
    for line in head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line.drop(while: isBlank), as: UTF8.self)
      if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("---") { continue }
      guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
        Self.keys.contains(String(text[..<colon]))
      else { return false }
      return isNamed || !text.contains("\t") && isEndOfKey(text[colon...])
    }
    return false
  }

  /// - Parameter rest: from the colon on.
  private func isEndOfKey(_ rest: Substring) -> Bool {
    guard let next = rest.dropFirst().first else { return true }
    return rest.first == ":" ? next == " " : !",;，；|\"".contains(next)
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
