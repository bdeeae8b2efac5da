import ChineseText
import FormModel
import FormTemplates

/// The table for the terminal: box lines, aligned by display width, merged cells.
///
/// Below ``tableMinimum`` columns, where amounts would have to be cut, and on terminals that show box
/// lines two columns wide, it is a list of the same texts. No line is wider than asked for.
public struct PlainTextWriter: TextFormWriter {
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
    let lines = drawn(table, form, template) ?? listed(table, form, template)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `nil` where the table cannot be drawn.
  private func drawn(_ table: FormTable, _ form: Form, _ template: Template) -> [String]? {
    guard drawsTable, let drawing = TextDrawing(table.blocks, width: width) else { return nil }
    let heading = self.heading(table).flatMap { text in
      fitted(text, width: width).map { line in
        String(repeating: " ", count: (width - displayWidth(of: line)) / 2) + line
      }
    }
    return heading + drawing.lines() + (points(form, template).map { fitted($0, width: width) } ?? [])
  }

  private func listed(_ table: FormTable, _ form: Form, _ template: Template) -> [String] {
    let list = TextList(width: width)
    return list.lines(of: heading(table)) + table.blocks.flatMap { [""] + list.lines(of: $0) }
      + (points(form, template).map { [""] + list.lines(of: [$0]) } ?? [])
  }

  private func heading(_ table: FormTable) -> [String] {
    [table.title, table.yearLine].filter { !$0.isEmpty }
  }

  /// The points by first level, when the table has points.
  private func points(_ form: Form, _ template: Template) -> String? {
    let summary = WeightSummary(form, template: template)
    guard form.indicators.contains(where: { $0.weight != nil }), let total = summary.total else { return nil }
    var parts = summary.lines.map { (name: $0.level, points: $0.points.map { "\($0)" } ?? "") }
    if let execution = summary.execution { parts.append((Messages.execution, "\(execution)")) }
    return Messages.weightLine(parts, total: "\(total)")
  }
}
