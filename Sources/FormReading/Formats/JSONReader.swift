import FormModel
import FormTemplates
import YAMLText

/// The interchange form: one JSON object, an array of them, or one a line (NDJSON).
struct JSONReader: FormFormat {
  let name = "JSON"
  let extensions = ["json", "ndjson", "jsonl"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let content = head.drop(while: isBlank)
    guard let first = content.first else { return false }
    if first == UInt8(ascii: "{") { return true }
    guard first == UInt8(ascii: "[") else { return false }
    let next = content.dropFirst().drop(while: isBlank).first
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    let content = try input.utf8Content()
    var forms: [LocatedForm] = []
    do throws(YAMLError) {
      var reader = InterchangeReader(layouts: input.layouts)
      try reader.readAll(from: JSONScanner(content), into: &forms, limit: input.limits.forms)
      return forms
    } catch {
      throw ReadingError(error, in: try input.text(), named: input.name)
    }
  }

  /// One broken line of an NDJSON file does not cost the others.
  func readAll(_ input: FormInput) -> FormsRead {
    do throws(ReadingError) {
      return FormsRead(forms: try read(input))
    } catch {
      return JSONLines(input.content)?.readAll(input) ?? FormsRead(problems: [error])
    }
  }
}
