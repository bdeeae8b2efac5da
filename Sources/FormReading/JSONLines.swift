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
  func readAll(_ input: FormInput, by reader: some FormFormat) -> FormsRead {
    var result = FormsRead()
    for (bytes, number) in lines {
      var line = input
      line.bytes = Array(bytes)
      do throws(ReadingError) {
        result.forms += try reader.read(line).map { $0.moved(down: number - 1) }
      } catch {
        result.problems.append(error.inLine(number, of: line))
      }
    }
    return result
  }
}

extension LocatedForm {
  /// The same form, read from a text that has more lines above.
  fileprivate func moved(down lines: Int) -> LocatedForm {
    var form = self
    form.locations = locations.mapValues { place in
      guard case .text(let line, let column) = place else { return place }
      return .text(line: line + lines, column: column)
    }
    return form
  }
}

extension ReadingError {
  /// The error of a line read by itself, as one of the whole file.
  fileprivate func inLine(_ number: Int, of line: FormInput) -> ReadingError {
    guard case .text(var error) = problem else { return ReadingError(problem, in: name, line: number) }
    error.mark.line += number - 1
    return ReadingError(
      error, in: String(decoding: line.bytes, as: UTF8.self), named: name, startingAt: number)
  }
}
