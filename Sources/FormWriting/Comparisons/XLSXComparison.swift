import FormModel
import OfficeFiles

/// A workbook: which row is which, what changed, the points; for several projects a summary first.
///
/// Every cell is a text: nothing of a form becomes a formula. Fonts and margins are those of the layout
/// `form.sheet.yaml`.
public struct XLSXComparison: OfficeComparisonReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "xlsx", purpose: Messages.xlsxComparison)

  private let shelf: LayoutShelf

  public init(_ setting: ReportSetting) { shelf = LayoutShelf(WritingOptions(layouts: setting.layouts)) }

  public func bytes(of pairs: [ComparisonSections], _ unpaired: UnpairedForms) throws -> [UInt8] {
    var layout = try shelf.sheet()
    (layout.orientation, layout.signature) = (.landscape, "")
    let blocks = ComparisonBlocks(pairs: pairs, unpaired: unpaired)
    let only = pairs.count == 1 && unpaired.isEmpty ? pairs.first : nil
    func sheet(_ name: String, _ block: FormTable.Block) -> Workbook.Sheet {
      let table = FormTable(
        title: Messages.comparisonTitle + Messages.dash + name, yearLine: only?.subject ?? "", blocks: [block]
      )
      return FormSheet(table, layout: layout).sheet(named: name)
    }
    let summary = blocks.summary().map { sheet(Messages.summaryName, $0) }
    let sheets = ComparisonSections.Part.allCases.map { sheet(Messages.name(of: $0), blocks.block($0)) }
    let properties = Workbook.Properties(
      title: Messages.comparisonTitle, subject: visible(only?.form[.project] ?? ""),
      company: visible(only?.form[.implementingUnit] ?? ""), keywords: visible(only?.form[.year] ?? ""))
    do {
      return try Workbook(properties: properties, sheets: [summary].compactMap { $0 } + sheets).bytes()
    } catch {
      throw WritingError(error)
    }
  }
}
