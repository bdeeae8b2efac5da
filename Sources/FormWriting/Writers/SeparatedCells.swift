import ChineseText
import FormModel
import FoundationEssentials

/// Lines of separated values as RFC 4180 has them, with CRLF.
struct SeparatedCells {
  /// Whether texts that a spreadsheet would evaluate, or read as something else, get an apostrophe in front.
  let guardsFormulas: Bool

  /// - Parameter width: cells of the line; what is missing is empty.
  func line(_ cells: [String], width: Int = 0) -> String {
    let blanks = Array(repeating: "", count: max(0, width - cells.count))
    return (cells.map { quoted(guarded($0)) } + blanks).joined(separator: ",") + "\r\n"
  }

  /// An apostrophe before what a spreadsheet would take for a formula or a date, or for a number with fewer digits, and
  /// before such an apostrophe of the text; plain numbers and lone signs stay.
  private func guarded(_ text: String) -> String {
    let shown = text.unicodeScalars.drop { isBlank($0) || $0 == "'" }
    guard guardsFormulas, let first = shown.first else { return text }
    let end = shown.lastIndex { !isBlank($0) }.map(shown.index(after:)) ?? shown.endIndex
    if isMisreadBySpreadsheets(String(shown[..<end]).utf8) { return "'" + text }
    let isRisky = "=+-@".unicodeScalars.contains(folded(first))
    let isHarmless = text.unicodeScalars.count == 1 || decimal(printed: text) != nil
    return isRisky && !isHarmless ? "'" + text : text
  }

  private func quoted(_ text: String) -> String {
    let special = "\",\r\n".unicodeScalars
    let isSpaced = text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
    guard isSpaced || text.unicodeScalars.contains(where: special.contains) else { return text }
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append("\"") }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
