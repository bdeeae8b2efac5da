import OfficeFiles

/// Tables of web pages; what spreadsheet programs and web systems save as `.xls` is often one.
struct HTMLReader: GridFormat {
  let name = "HTML"
  let extensions = ["html", "htm"]

  /// Whether the first tag is one that a page begins with.
  func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    var rest = head.drop(while: isBlank)
    while rest.first == UInt8(ascii: "<") {
      rest = rest.dropFirst()
      guard rest.starts(with: "!--".utf8) || rest.first == UInt8(ascii: "?") else {
        return Self.firstTags.contains(Self.word(rest))
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(end + 1)...].drop(while: isBlank)
    }
    return false
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    let content = input.content
    do throws(OfficeFileError) {
      var scanner = HTMLScanner(input.limits.archive)
      try XMLScanner.scan(
        content, named: input.name, as: input.isUTF8 ? .utf8HTML : .html, limits: input.limits.archive.xml,
        to: &scanner)
      return try scanner.finished()
    } catch {
      throw ReadingError(.office(error), in: input.name)
    }
  }

  /// The name of a tag in lower case.
  private static func word(_ tag: ArraySlice<UInt8>) -> String {
    String(
      decoding: tag.prefix(12).prefix { $0 > 0x3E || $0 == 0x21 || (0x30...0x39).contains($0) }, as: UTF8.self
    )
    .lowercased()
  }

  private static let firstTags: Set<String> = [
    "!doctype", "html", "head", "meta", "title", "style", "body", "table", "div", "p", "center", "form", "h1",
    "h2",
    "h3", "span", "font", "section", "main", "article", "tbody", "tr", "link",
  ]
}
