import Mustache

extension MustacheTemplate {
  /// A layout whose values are escaped as XML asks for; it begins with `{{% CONTENT_TYPE: XML}}`, or with `WORD` where line
  /// breaks are to be those of Word.
  ///
  /// - Parameter name: the layout's file name, for the error.
  static func layout(_ text: String, named name: String) throws(WritingError) -> MustacheTemplate {
    MustacheContentTypes.register(XMLEscaping(), named: "XML")
    MustacheContentTypes.register(WordEscaping(), named: "WORD")
    do {
      return try MustacheTemplate(string: text)
    } catch {
      throw .faultyLayout(name, reason: "\(error)")
    }
  }
}

/// Escapes by scalar: the library's own way looks at characters, and lets `"` with a combining mark through.
struct XMLEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// As XML, with the line breaks of Word.
struct WordEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String {
    let escaped = XMLEscaping().escapeText(text)
    guard escaped.utf8.contains(UInt8(ascii: "\n")) else { return escaped }
    return escaped.replacing("\n", with: "</w:t><w:br/><w:t xml:space=\"preserve\">")
  }
}
