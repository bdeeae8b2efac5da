import FormModel
import FormTemplates
import OfficeFiles

/// The official table as a workbook of Excel: one sheet a form, merged cells, borders, A4, ready to print and sign.
///
/// Its look is the layout `form.sheet.yaml`, handed over in ``WritingOptions/layouts``, with what a place changes
/// (``WritingOptions/placeLayouts``).
public struct XLSXWriter: FormWriter {
  public static let format = OutputFormat(name: "xlsx", extensions: ["xlsx"], purpose: Messages.xlsxPurpose)

  /// The file name of the layout.
  public static let layoutName = SheetLayout.name

  private let shelf: LayoutShelf
  private let showsHints: Bool

  public init(options: WritingOptions = WritingOptions()) {
    shelf = LayoutShelf(options)
    showsHints = options.showsHints
  }

  public func bytes(of form: Form, template: Template) throws -> [UInt8] {
    try workbook(of: [(form, template)])
  }

  public func bytes(of forms: [(form: Form, template: Template)]) throws -> [UInt8]? {
    try workbook(of: forms)
  }

  private func workbook(of forms: [(form: Form, template: Template)]) throws -> [UInt8] {
    var names = SheetNames(fallback: Messages.sheet)
    let sheets = try forms.map { item in
      FormSheet(
        item.form, template: item.template, layout: try shelf.sheet(of: item.template), showsHints: showsHints
      )
      .sheet(named: names.name(for: item.form[.project] ?? ""))
    }
    do {
      return try Workbook(properties: properties(of: forms), sheets: sheets).bytes()
    } catch {
      throw WritingError(error)
    }
  }

  /// What the file says about itself: form, project, unit and year, nobody's name.
  private func properties(of forms: [(form: Form, template: Template)]) -> Workbook.Properties {
    guard forms.count == 1, let item = forms.first else { return Workbook.Properties() }
    return Workbook.Properties(
      title: visible(item.form[.title] ?? item.template.title), subject: visible(item.form[.project] ?? ""),
      company: visible(item.form[.implementingUnit] ?? ""), keywords: visible(item.form[.year] ?? ""))
  }
}
