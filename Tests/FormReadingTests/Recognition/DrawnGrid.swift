import BundledData
import FormModel
import FormReading
import FormTemplates

/// A grid drawn with `|` between its cells, one line a row; an empty place is no cell, `~` continues the cell to
/// its left and `^` the cell above.
func drawn(_ rows: String, layout: Grid.Layout = .table, source: Grid.Source = .sheet("表")) -> GridFile {
  var file = GridFile()
  var cells: [GridCell] = []
  for (row, line) in rows.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    for (column, part) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
      let text = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      switch text {
      case "": break
      case "~":
        if let last = cells.indices.last { cells[last].columnSpan += 1 }
      case "^":
        if let above = cells.lastIndex(where: { $0.column == Int32(column) }) { cells[above].rowSpan += 1 }
      default: cells.append(GridCell(file.append(text.utf8), row: row, column: column))
      }
    }
  }
  file.grids = [Grid(layout: layout, source: source, cells: cells)]
  return file
}

/// The words of the program.
let spellings: Spellings = {
  let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
  return Spellings(files: files, templates: TemplateLibrary(files))
}()

func recognised(_ rows: String, layout: Grid.Layout = .table) throws -> [LocatedForm] {
  try Recogniser(spellings: spellings).forms(in: drawn(rows, layout: layout))
}

extension Indicator {
  /// Its cells in one line: `产出指标/数量指标/设备数 ≥6台`.
  var line: String {
    let values = [target?.text, actual?.text, weight?.text, score?.text, note].map { $0 ?? "·" }
    return "\(level1)/\(level2 ?? "·")/\(level3) \(values.joined(separator: " "))"
  }
}

extension LocatedForm {
  /// The texts of the remarks of a kind.
  func remarks(_ kind: ReadingRemark.Kind) -> [String] { remarks.filter { $0.kind == kind }.map(\.text) }
}
