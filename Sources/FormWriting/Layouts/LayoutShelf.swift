import FormTemplates
import Mustache
import Synchronization

/// The layouts of a run, decoded once for all forms of a template.
final class LayoutShelf: Sendable {
  private let common: [String: String]
  private let places: [String: PlaceLayout]
  private let sheets = Mutex<[String: Result<SheetLayout, WritingError>]>([:])
  private let pages = Mutex<[String: Result<MustacheTemplate, WritingError>]>([:])
  private let documents = Mutex<[String: Result<WordLayout?, WritingError>]>([:])

  init(_ options: WritingOptions) {
    common = options.layouts
    places = options.placeLayouts
  }

  /// How the forms of a template look: the common layout with what its place changes.
  func sheet(of template: Template) throws(WritingError) -> SheetLayout {
    // Most templates share the common one.
    let id = places[template.id] == nil ? "" : template.id
    let known = sheets.withLock { sheets in
      if let known = sheets[id] { return known }
      let made = Result { () throws(WritingError) in try decodedSheet(of: id) }
      sheets[id] = made
      return made
    }
    return try known.get()
  }

  /// The common layout, for tables that are no forms.
  func sheet() throws(WritingError) -> SheetLayout { try decodedSheet(of: "") }

  private func decodedSheet(of id: String) throws(WritingError) -> SheetLayout {
    guard let text = common[SheetLayout.name] else { throw .missingLayout(SheetLayout.name) }
    return try SheetLayout(
      [PlaceLayout.Sheet(path: SheetLayout.name, text: text)] + (places[id]?.sheets ?? []))
  }

  /// The document of a template's place; `nil` where it has none of its own.
  func document(of template: Template) throws(WritingError) -> WordLayout? {
    guard let file = places[template.id]?.document else { return nil }
    let known = documents.withLock { documents in
      if let known = documents[template.id] { return known }
      let made = Result { () throws(WritingError) in try WordLayout(file, template: template) as WordLayout? }
      documents[template.id] = made
      return made
    }
    return try known.get()
  }

  /// The names of the common layout's files below a folder, without it.
  func names(below folder: String) -> [String] {
    common.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
  }

  /// A file of the common layout; one without placeholders as it is, any other filled.
  func rendered(_ name: String, with values: Any) throws(WritingError) -> String {
    guard let text = common[name] else { throw .missingLayout(name) }
    guard text.contains("{{") else { return text }
    let page = pages.withLock { pages in
      if let known = pages[name] { return known }
      let made = Result { () throws(WritingError) in try MustacheTemplate.layout(text, named: name) }
      pages[name] = made
      return made
    }
    return try page.get().render(values)
  }
}
