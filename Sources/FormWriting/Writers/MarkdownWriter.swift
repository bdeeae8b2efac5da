import FormModel
import FormTemplates

/// Tables that code platforms render; below a merged cell the cells are empty.
public struct MarkdownWriter: TextFormWriter {
  public static let format = OutputFormat(
    name: "markdown", extensions: ["md", "markdown"], purpose: Messages.markdownPurpose)

  private let findings: [Finding]

  public init(options: WritingOptions = WritingOptions()) { findings = options.findings }

  public func text(of form: Form, template: Template) -> String {
    let table = FormTable(form, template: template)
    var parts = ["# \(markdownText(table.title))"]
    if !table.yearLine.isEmpty { parts.append(markdownText(table.yearLine)) }
    for block in table.blocks {
      if let side = block.side { parts.append("## \(markdownText(side.text))") }
      parts.append(self.table(block))
    }
    parts += findingParts(form, template)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func table(_ block: FormTable.Block) -> String {
    let first = block.side == nil ? 0 : 1
    let count = block.widths.count - first
    var lines: [String] = []
    for row in block.rows {
      var texts = Array(repeating: "", count: count)
      for cell in row where cell.role != .side { texts[cell.column - first] = markdownText(cell.text) }
      lines.append(line(texts))
    }
    lines.insert(line(rulers(block, first: first)), at: min(1, lines.count))
    return lines.joined(separator: "\n")
  }

  private func line(_ texts: [String]) -> String { "| " + texts.joined(separator: " | ") + " |" }

  /// The line below the head, with the alignment that the column's cells have.
  private func rulers(_ block: FormTable.Block, first: Int) -> [String] {
    (first..<block.widths.count).map { column in
      let cell = block.rows.joined().last { $0.column == column && $0.columnSpan == 1 && $0.role == .value }
      return cell?.alignment == .trailing ? "--:" : "---"
    }
  }

  private func findingParts(_ form: Form, _ template: Template) -> [String] {
    guard !findings.isEmpty else { return [] }
    let notes = findings.map { FindingNote($0, form: form, template: template) }
    let items = notes.enumerated().map { index, note in
      "\(index + 1). \(markdownText(note.place)) \(markdownText(note.message))<br>\(markdownText(note.help))（\(markdownText(note.basis))）"
    }
    return ["## \(Messages.findings)", items.joined(separator: "\n")]
  }
}

/// Text that stays text in a table cell.
func markdownText(_ text: String) -> String {
  var result = ""
  for scalar in visible(text).unicodeScalars {
    switch scalar {
    case "\n": result += "<br>"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "|", "\\", "`", "*", "_", "[", "]", "~", "$", "#": result += "\\\(scalar)"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
