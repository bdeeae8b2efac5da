import ChineseText
import FormModel
import YAMLText

/// The lines of an NDJSON file, read one by one so that a broken line does not cost the others.
struct JSONLines {
  /// Bytes and number of each line that is not blank.
  let lines: [(bytes: ArraySlice<UInt8>, number: Int)]

  /// `nil` for a text that is no NDJSON: of one line, or whose first line is no whole object.
  init?(_ content: ArraySlice<UInt8>) {
    var lines: [(ArraySlice<UInt8>, Int)] = []
    let all = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() where line.contains(where: { !isBlank($0) }) {
      lines.append((line, index + 1))
    }
    guard lines.count > 1, let first = lines.first?.0, Self.isObject(first) else { return nil }
    self.lines = lines
  }

  private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { !isBlank($0) } == UInt8(ascii: "{") && line.last { !isBlank($0) } == UInt8(ascii: "}")
  }

  /// The forms of the good lines and the errors of the others, with their places in the whole file.
  func readAll(_ input: FormInput) -> FormsRead {
    var result = FormsRead()
    var reader = InterchangeReader(layouts: input.layouts)
    for (bytes, number) in lines {
      guard let line = UTF8Bytes(input.bytes, in: bytes.indices) else {
        result.problems.append(ReadingError(.notUTF8, in: input.name, line: number))
        continue
      }
      let before = result.forms.count
      do throws(YAMLError) {
        try reader.readAll(from: JSONScanner(line, line: number), into: &result.forms)
      } catch {
        result.forms.removeLast(result.forms.count - before)
        let text = line.text(line.range)
        result.problems.append(ReadingError(error, in: text, named: input.name, startingAt: number))
      }
    }
    return result
  }
}
