import ChineseText
import FormModel
import FormTemplates
import OfficeFiles

/// A form's table as a sheet: title and year above, the blocks on common columns, the line for signatures below.
struct FormSheet {
  private let table: FormTable
  private let grid: FormGrid
  private let layout: SheetLayout
  private let heights: SheetHeights
  private let isLandscape: Bool
  private let hints: CellHints?

  init(_ form: Form, template: Template, layout: SheetLayout, showsHints: Bool = false) {
    self.init(
      FormTable(form, template: template, widths: layout.widths), layout: layout,
      hints: showsHints ? CellHints(form, template: template) : nil)
  }

  init(_ table: FormTable, layout: SheetLayout, hints: CellHints? = nil) {
    self.table = table
    self.hints = hints
    grid = table.grid
    self.layout = layout
    isLandscape = layout.isLandscape(columns: table.mostColumns)
    let paper = Length(millimetres: isLandscape ? 297 : 210)
    let width = Length(twips: paper.twips - layout.margins.left.twips - layout.margins.right.twips)
    heights = SheetHeights(grid, width: width, size: layout.bodySize) { hints?.lines(of: $0.cell) ?? 1 }
  }

  func sheet(named name: String) -> Workbook.Sheet {
    let columns = grid.widths.count
    var rows: [Length] = []
    var cells: [Workbook.Cell] = []
    func line(_ text: String, height: Length, _ style: Workbook.Style) {
      cells.append(
        .init(visible(text), row: rows.count, column: 0, columnSpan: max(columns, 1), style: style))
      rows.append(height)
    }
    line(table.title, height: layout.titleSize.line(2), style(layout.titleFont, layout.titleSize, .center))
    if !table.yearLine.isEmpty {
      line(table.yearLine, height: layout.yearSize.line(2), style(layout.bodyFont, layout.yearSize, .center))
    }
    let top = rows.count
    rows += heights.rows
    cells += grid.cells.map { cell($0, below: top) }
    if !layout.signature.isEmpty {
      line(layout.signature, height: layout.bodySize.line(3), style(layout.bodyFont, layout.bodySize, .left))
    }
    return Workbook.Sheet(
      name: name, columns: heights.columns, rows: rows, cells: cells, page: page(below: top))
  }

  private func cell(_ place: FormGrid.Place, below top: Int) -> Workbook.Cell {
    let first = heights.first[place.row]
    let end = heights.first[place.row + place.rowSpan]
    var style = style(layout.bodyFont, layout.bodySize, Workbook.Alignment(place.cell.alignment))
    style.hasBorder = true
    style.isBold = place.cell.role == .head || place.cell.role == .side
    return Workbook.Cell(
      visible(place.cell.text), row: top + first, column: place.column, rowSpan: end - first,
      columnSpan: place.columnSpan, style: style, hint: hints?.hint(of: place.cell))
  }

  private func style(_ font: String, _ size: Length, _ alignment: Workbook.Alignment) -> Workbook.Style {
    Workbook.Style(font: font, size: size, isBold: false, alignment: alignment, hasBorder: false)
  }

  private func page(below top: Int) -> Workbook.Page {
    Workbook.Page(
      isLandscape: isLandscape, margins: layout.margins,
      footer: layout.footer, repeatedRows: headRows.map { top + $0.lowerBound..<top + $0.upperBound })
  }

  /// The rows of the indicators' head, as rows of the sheet below the title.
  private var headRows: Range<Int>? {
    var row = 0
    for block in table.blocks {
      if block.kind == .indicators, block.headRows > 0 {
        return heights.first[row]..<heights.first[row + block.headRows]
      }
      row += block.rows.count
    }
    return nil
  }
}

extension Length {
  /// As high as some lines of letters of this size.
  fileprivate func line(_ count: Int) -> Length { Length(twips: twips * count) }
}

extension Workbook.Alignment {
  fileprivate init(_ alignment: FormTable.Alignment) {
    switch alignment {
    case .leading: self = .left
    case .center: self = .center
    case .trailing: self = .right
    }
  }
}
