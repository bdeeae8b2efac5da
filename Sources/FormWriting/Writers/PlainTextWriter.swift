import ChineseText
import FormModel
import FormTemplates

/// The table for the terminal: box lines, aligned by display width, merged cells.
///
/// Below ``tableMinimum`` columns, where amounts would have to be cut, and on terminals that show box
/// lines two columns wide, it is a list of the same texts. No line is wider than asked for.
public struct PlainTextWriter: FormWriter {
  public static let format = OutputFormat(name: "text", extensions: ["txt"], purpose: Messages.textPurpose)

  /// Narrower terminals get the list.
  public static let tableMinimum = 60

  private let width: Int
  private let drawsTable: Bool

  public init(options: WritingOptions = WritingOptions()) {
    width = max(16, options.width)
    drawsTable = width >= Self.tableMinimum && !options.isAmbiguousWide
  }

  public func text(of form: Form, template: Template) -> String {
    let table = FormTable(form, template: template, details: .belowName)
    let lines = heading(table) + body(table) + footer(form, template)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ table: FormTable) -> [String] {
    [table.title, table.yearLine].filter { !$0.isEmpty }.flatMap { text in
      fitted(text, width: width).map { line in
        String(repeating: " ", count: (width - displayWidth(of: line)) / 2) + line
      }
    }
  }

  private func body(_ table: FormTable) -> [String] {
    if drawsTable, let drawing = TextDrawing(table.blocks, width: width) { return drawing.lines() }
    return table.blocks.flatMap { [""] + TextList(width: width).lines(of: $0) }
  }

  /// The points by first level, when the table has points.
  private func footer(_ form: Form, _ template: Template) -> [String] {
    let summary = WeightSummary(form, template: template)
    guard form.indicators.contains(where: { $0.weight != nil }), let total = summary.total else { return [] }
    var parts = summary.lines.map { (name: $0.level, points: $0.points.map { "\($0)" } ?? "") }
    if let execution = summary.execution { parts.append((Messages.execution, "\(execution)")) }
    return fitted(Messages.weightLine(parts, total: "\(total)"), width: width)
  }
}
