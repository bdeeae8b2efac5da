import FormModel
import FormTemplates
import OfficeFiles

/// The official table as a Word document: merged cells, the head of the indicators on every page, A4, ready to sign.
///
/// Its parts are the files of the layout `form.docx/`, its fonts and margins those of `form.sheet.yaml`, both handed over
/// in ``WritingOptions/layouts``; a place may have a document of its own (``WritingOptions/placeLayouts``).
public struct DOCXWriter: FormWriter {
  public static let format = OutputFormat(name: "docx", extensions: ["docx"], purpose: Messages.docxPurpose)

  /// The folder of the layout's parts, with its slash.
  public static let layoutFolder = "form.docx/"
  private let shelf: LayoutShelf
  private let showsHints: Bool

  public init(options: WritingOptions = WritingOptions()) {
    shelf = LayoutShelf(options)
    showsHints = options.showsHints
  }

  public func bytes(of forms: [(form: Form, template: Template)]) throws -> [UInt8]? { nil }

  public func bytes(of form: Form, template: Template) throws -> [UInt8] {
    let page = WordPage(
      form, template: template, layout: try shelf.sheet(of: template), showsHints: showsHints)
    let parts =
      try shelf.document(of: template).map {
        $0.parts(form, template: template, properties: try properties(page))
      }
      ?? shelf.parts(of: page)
    do throws(OfficeWritingError) {
      return try ZipPackage(parts: parts).bytes()
    } catch {
      throw WritingError(error)
    }
  }

  /// What the document says about itself: form, project, unit and year, nobody's name.
  private func properties(_ page: WordPage) throws(WritingError) -> String {
    try shelf.rendered(Self.layoutFolder + WordLayout.properties, with: page)
  }
}

extension LayoutShelf {
  /// The part that office programs look for first.
  private static let contentTypes = "[Content_Types].xml"

  /// The parts of a document in the common layout.
  func parts(of page: WordPage) throws(WritingError) -> [ZipPackage.Part] {
    let folder = DOCXWriter.layoutFolder
    let names = self.names(below: folder)
    guard names.contains(Self.contentTypes) else { throw .missingLayout(folder + Self.contentTypes) }
    var parts: [ZipPackage.Part] = []
    for name in [Self.contentTypes] + names.filter({ $0 != Self.contentTypes }).sorted() {
      parts.append(ZipPackage.Part(name: name, bytes: Array(try rendered(folder + name, with: page).utf8)))
    }
    return parts
  }
}

extension WordPage {
  init(_ form: Form, template: Template, layout: SheetLayout, showsHints: Bool = false) {
    self.init(
      FormTable(form, template: template, widths: layout.widths), layout: layout, of: form,
      hints: showsHints ? CellHints(form, template: template) : nil)
  }

  /// - Parameter form: what the document is about.
  init(_ table: FormTable, layout: SheetLayout, of form: Form?, hints: CellHints? = nil) {
    isLandscape = layout.isLandscape(columns: table.mostColumns)
    let (short, long) = (Length(millimetres: 210).twips, Length(millimetres: 297).twips)
    (paperWidth, paperHeight) = isLandscape ? (long, short) : (short, long)
    marginLeft = layout.margins.left.twips
    marginRight = layout.margins.right.twips
    marginTop = layout.margins.top.twips
    marginBottom = layout.margins.bottom.twips
    title = table.title
    yearLine = table.yearLine
    hasYearLine = !table.yearLine.isEmpty
    let width = Length(twips: paperWidth - marginLeft - marginRight)
    tables = WordTables(width: width, hints: hints)
      .tables(of: table)
    signature = layout.signature
    hasSignature = !layout.signature.isEmpty
    (titleFont, bodyFont) = (layout.titleFont, layout.bodyFont)
    titleSize = layout.titleSize.halfPoints
    yearSize = layout.yearSize.halfPoints
    bodySize = layout.bodySize.halfPoints
    project = form?[.project] ?? ""
    unit = form?[.implementingUnit] ?? ""
    year = form?[.year] ?? ""
  }
}

extension Length {
  fileprivate var halfPoints: Int { twips / 10 }
}
