import OfficeFiles

/// The parts of a Word document that is used as a layout: which are filled, which may not be there, and what of the
/// author stays out of every form.
enum WordParts {
  static let document = "word/document.xml"
  private static let contentTypes = "[Content_Types].xml"

  /// The list of contents first, as office programs want it.
  static func ordered(_ names: [String]) -> [String] {
    let rest = names.filter { $0 != contentTypes && !$0.hasSuffix("/") }
    return (names.contains(contentTypes) ? [contentTypes] : []) + rest
  }

  /// What a part that can hold placeholders is called in places; `nil` for any other.
  static func printed(_ name: String) -> String? {
    if name == document { return "" }
    guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return nil }
    let file = name.dropFirst("word/".count)
    if file.hasPrefix("header") { return Messages.pageHead }
    if file.hasPrefix("footer") { return Messages.pageFoot }
    if file.hasPrefix("footnotes") || file.hasPrefix("endnotes") { return Messages.footnote }
    return nil
  }

  /// What the names tell already.
  static func problems(of names: [String]) -> [LayoutProblem] {
    var problems: [LayoutProblem] = []
    if !names.contains(document) {
      problems.append(LayoutProblem(what: Messages.notWord(document), remedy: Messages.notWordRemedy))
    }
    if names.contains(where: { $0.lowercased().contains("vbaproject") }) {
      problems.append(LayoutProblem(what: Messages.hasMacros, remedy: Messages.macrosRemedy))
    }
    if names.contains("word/comments.xml") {
      problems.append(LayoutProblem(what: Messages.hasComments, remedy: Messages.commentsRemedy))
    }
    return problems
  }

  /// A part's tags and texts.
  static func markup(
    _ bytes: [UInt8], _ name: String, _ problems: inout [LayoutProblem]
  ) throws(OfficeFileError) -> Markup {
    let markup = try Markup(bytes, part: name)
    let tags = Set(markup.tokens.lazy.filter { $0.kind == .start || $0.kind == .empty }.map(\.name))
    if !tags.isDisjoint(with: ["w:ins", "w:del", "w:moveFrom", "w:moveTo"]) {
      problems.append(LayoutProblem(what: Messages.hasRevisions, remedy: Messages.revisionsRemedy))
    }
    if name == document, !tags.contains("w:document") {
      problems.append(LayoutProblem(what: Messages.notWord(document), remedy: Messages.notWordRemedy))
    }
    return markup
  }

  // MARK: The author

  /// Who made the layout, on which machine and from which file, is no part of a form.
  static func withoutAuthor(
    _ name: String, _ bytes: [UInt8], _ problems: inout [LayoutProblem]
  ) throws(OfficeFileError) -> [UInt8] {
    switch name {
    case "docProps/app.xml": return Array(program.utf8)
    case "docProps/custom.xml": return Array(noProperties.utf8)
    case "word/settings.xml": return try without("w:attachedTemplate", bytes, name) { _ in true }
    default:
      guard name.hasSuffix(".rels") else { return bytes }
      let markup = try Markup(bytes, part: name)
      let outside = markup.tokens.filter { $0.attribute("TargetMode") == "External" }
      let links = outside.filter { token in
        let type = token.attribute("Type") ?? ""
        return !type.hasSuffix("/hyperlink") && !type.hasSuffix("/attachedTemplate")
      }
      if let link = links.first {
        problems.append(
          LayoutProblem(what: Messages.hasLink(link.attribute("Target") ?? ""), remedy: Messages.linkRemedy))
      }
      return try without("Relationship", bytes, name) {
        $0.attribute("Type")?.hasSuffix("/attachedTemplate") ?? false
      }
    }
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let program =
    declaration
    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
    + "<Application>jixiao</Application></Properties>"
  private static let noProperties =
    declaration
    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>"

  /// The part without the tags of a name, which hold nothing.
  private static func without(
    _ tag: String, _ bytes: [UInt8], _ name: String, where isMeant: (Markup.Token) -> Bool
  ) throws(OfficeFileError) -> [UInt8] {
    var markup = try Markup(bytes, part: name)
    let all = markup.tokens.count
    markup.tokens.removeAll { $0.name == tag && $0.kind == .empty && isMeant($0) }
    return markup.tokens.count == all ? bytes : Array(markup.text.utf8)
  }
}
