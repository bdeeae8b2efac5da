import FormModel
import FormTemplates
import Mustache
import OfficeFiles

/// The official table as a Word document: merged cells, the head of the indicators on every page, A4, ready to sign.
///
/// Its parts are the files of the layout `form.docx/`, its fonts and margins those of `form.sheet.yaml`, both handed over
/// in ``WritingOptions/layouts``.
public struct DOCXWriter: FormWriter {
  public static let format = OutputFormat(name: "docx", extensions: ["docx"], purpose: Messages.docxPurpose)

  /// The folder of the layout's parts, with its slash.
  public static let layoutFolder = "form.docx/"
  /// The part that office programs look for first.
  private static let contentTypes = "[Content_Types].xml"

  private let layouts: [String: String]

  public init(options: WritingOptions = WritingOptions()) { layouts = options.layouts }

  public func bytes(of forms: [(form: Form, template: Template)]) throws -> [UInt8]? { nil }

  public func bytes(of form: Form, template: Template) throws -> [UInt8] {
    guard let look = layouts[SheetLayout.name] else { throw WritingError.missingLayout(SheetLayout.name) }
    let page = WordPage(form, template: template, layout: try SheetLayout(look))
    let names = layouts.keys.filter { $0.hasPrefix(Self.layoutFolder) }.map {
      String($0.dropFirst(Self.layoutFolder.count))
    }
    guard names.contains(Self.contentTypes) else {
      throw WritingError.missingLayout(Self.layoutFolder + Self.contentTypes)
    }
    let ordered = [Self.contentTypes] + names.filter { $0 != Self.contentTypes }.sorted()
    let parts = try ordered.map { name in
      ZipPackage.Part(name: name, bytes: Array(try rendered(name, page).utf8))
    }
    do throws(OfficeWritingError) {
      return try ZipPackage(parts: parts).bytes()
    } catch {
      throw WritingError(error)
    }
  }

  private func rendered(_ name: String, _ page: WordPage) throws -> String {
    let path = Self.layoutFolder + name
    let text = layouts[path] ?? ""
    return text.contains("{{") ? try MustacheTemplate.layout(text, named: path).render(page) : text
  }
}

extension WordPage {
  init(_ form: Form, template: Template, layout: SheetLayout) {
    let table = FormTable(form, template: template)
    isLandscape = table.blocks.contains { $0.widths.count > layout.portraitColumns }
    let (short, long) = (Length(millimetres: 210).twips, Length(millimetres: 297).twips)
    (paperWidth, paperHeight) = isLandscape ? (long, short) : (short, long)
    marginLeft = layout.margins.left.twips
    marginRight = layout.margins.right.twips
    marginTop = layout.margins.top.twips
    marginBottom = layout.margins.bottom.twips
    title = table.title
    yearLine = table.yearLine
    hasYearLine = !table.yearLine.isEmpty
    tables = WordTables(width: Length(twips: paperWidth - marginLeft - marginRight)).tables(of: table)
    signature = layout.signature
    hasSignature = !layout.signature.isEmpty
    (titleFont, bodyFont) = (layout.titleFont, layout.bodyFont)
    titleSize = layout.titleSize.halfPoints
    yearSize = layout.yearSize.halfPoints
    bodySize = layout.bodySize.halfPoints
    project = form[.project] ?? ""
    unit = form[.implementingUnit] ?? ""
    year = form[.year] ?? ""
  }
}

extension Length {
  fileprivate var halfPoints: Int { twips / 10 }
}
