import OfficeFiles

/// A Word document: for each project which row is which, what changed, the points; for several a summary first.
///
/// Its parts are those of the common layout `form.docx/`, its fonts and margins those of `form.sheet.yaml`.
public struct DOCXComparison: OfficeComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "docx", purpose: Messages.docxComparison)

  private let shelf: LayoutShelf

  public init(_ setting: ReportSetting) { shelf = LayoutShelf(WritingOptions(layouts: setting.layouts)) }

  public func bytes(of pairs: [ComparisonSections], _ unpaired: UnpairedForms) throws -> [UInt8] {
    var layout = try shelf.sheet()
    (layout.orientation, layout.signature) = (.landscape, "")
    let blocks = ComparisonBlocks(pairs: pairs, unpaired: unpaired)
    let only = pairs.count == 1 && unpaired.isEmpty ? pairs.first : nil
    let summary = blocks.summary(title: Messages.summaryName)
    let tables = pairs.flatMap { pair in ComparisonSections.Part.allCases.map { blocks.block($0, of: pair) } }
    let table = FormTable(
      title: Messages.comparisonTitle, yearLine: only?.subject ?? "",
      blocks: [summary].compactMap { $0 } + tables)
    let page = WordPage(table, layout: layout, of: only?.form)
    let parts = try shelf.parts(of: page)
    do throws(OfficeWritingError) {
      return try ZipPackage(parts: parts).bytes()
    } catch {
      throw WritingError(error)
    }
  }
}
