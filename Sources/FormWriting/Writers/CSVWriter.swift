import ChineseText
import FormModel
import FormTemplates
import FoundationEssentials

/// The whole form as separated values: title, year, fields beside their labels, money, goals, then one line an
/// indicator with its levels; a blank line between two forms.
///
/// RFC 4180 with CRLF and a byte-order mark (Excel reads UTF-8 by it); every line has the same number of cells. A
/// target is split into sign, number and unit where these three joined are its text, else it stands whole.
public struct CSVWriter: TextFormWriter {
  public static let format = OutputFormat(name: "csv", extensions: ["csv"], purpose: Messages.csvPurpose)

  private let guardsFormulas: Bool
  private let joinsTargets: Bool

  public init(options: WritingOptions = WritingOptions()) {
    guardsFormulas = options.guardsFormulas
    joinsTargets = options.joinsTargets
  }

  public func text(of form: Form, template: Template) -> String { text(of: [form], template: template) }

  public func text(of forms: [(form: Form, template: Template)]) -> String? {
    guard !forms.isEmpty else { return nil }
    var lines: [[String]] = []
    for (number, item) in forms.enumerated() {
      if number > 0 { lines.append([]) }
      lines += self.lines(of: item.form, item.template)
    }
    let width = lines.map(\.count).max() ?? 0
    let cells = SeparatedCells(guardsFormulas: guardsFormulas)
    return "\u{FEFF}" + lines.map { cells.line($0, width: width) }.joined()
  }

  /// Several forms of one template, one below the other.
  public func text(of forms: [Form], template: Template) -> String {
    text(of: forms.map { ($0, template) }) ?? ""
  }

  private func lines(of form: Form, _ template: Template) -> [[String]] {
    let table = FormTable(form, template: template, details: .everything)
    var lines = [[table.title]]
    if let year = form[.year] { lines.append([Messages.label(of: .year) ?? "", year]) }
    for block in table.blocks {
      if block.kind != .indicators, let side = block.side { lines.append([side.text]) }
      lines += block.kind == .indicators ? indicatorLines(block, form, template) : self.lines(of: block)
    }
    return lines
  }

  /// The cells of a block, each in its column.
  private func lines(of block: FormTable.Block) -> [[String]] {
    let first = block.side == nil ? 0 : 1
    return block.rows.map { row in
      var texts = Array(repeating: "", count: block.widths.count - first)
      for cell in row where cell.role != .side { texts[cell.column - first] = cell.text }
      return texts
    }
  }

  /// The rows of the indicator table, each with its levels and its target in three columns.
  private func indicatorLines(_ block: FormTable.Block, _ form: Form, _ template: Template) -> [[String]] {
    let columns = FormTableBuilder(form: form, template: template, details: .everything).printedColumns
    let rows = IndicatorRow.rows(of: form, template: template)
    return lines(of: block).enumerated().map { number, texts in
      var texts = texts
      let row = number > 0 && number <= rows.count ? rows[number - 1] : nil
      for (place, column) in columns.enumerated() where column == .level1 || column == .level2 {
        texts[place] = row?[column] ?? texts[place]
      }
      guard !joinsTargets, let place = columns.firstIndex(of: .target) else { return texts }
      let split =
        number == 0
        ? [Messages.comparator, texts[place], Messages.measureUnit]
        : row.flatMap { parts(of: $0.indicator.target) } ?? ["", texts[place], ""]
      texts.replaceSubrange(place...place, with: split)
      return texts
    }
  }

  /// Sign, number and unit of a target; `nil` where joined they are not its text.
  private func parts(of target: TargetValue?) -> [String]? {
    guard let target else { return nil }
    let parts = TargetParts(target)
    guard parts.comparator + parts.value + parts.unit == target.text else { return nil }
    return [parts.comparator, parts.value, parts.unit]
  }
}
