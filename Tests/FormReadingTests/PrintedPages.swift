@testable import FormReading

/// Words with their left and upper corner in points.
typealias PrintedWords = [(text: String, left: Int, top: Int)]

/// Pages of words as `pdftotext -raw -bbox` writes them; a Han character is 10 points wide, any other 5.
func wordList(_ pages: [PrintedWords]) -> [UInt8] {
  var lines = ["<!DOCTYPE html>", "<html><head><title></title></head><body>", "<doc>"]
  for page in pages {
    lines.append("  <page width=\"595.000000\" height=\"842.000000\">")
    for (text, left, top) in page {
      let width = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 5 : 10) }
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
        ">", with: "&gt;")
      lines.append(
        "    <word xMin=\"\(left).0\" yMin=\"\(top).0\" xMax=\"\(left + width).0\" yMax=\"\(top + 12).0\">\(escaped)</word>"
      )
    }
    lines.append("  </page>")
  }
  return Array((lines + ["</doc>", "</body></html>"]).joined(separator: "\n").utf8)
}

func printed(_ pages: [PrintedWords]) -> [PDFPage] { PDFPage.pages(wordList(pages), limit: 100_000) ?? [] }

/// Rows of a table as words: each cell at the left of its column, rows 20 points apart.
func rows(_ rows: [[String]], left: [Int], top: Int) -> PrintedWords {
  rows.enumerated().flatMap { row, cells in
    zip(left, cells).compactMap { left, text in text.isEmpty ? nil : (text, left, top + 20 * row) }
  }
}

/// The borders of a table with these columns and rows, in points.
func ruled(_ columns: [Int], _ rows: [Int]) -> [RuledLine] {
  let point = Length.point
  return columns.map {
    RuledLine(isVertical: true, position: $0 * point, from: rows[0] * point, to: rows[rows.count - 1] * point)
  }
    + rows.map {
      RuledLine(
        isVertical: false, position: $0 * point, from: columns[0] * point,
        to: columns[columns.count - 1] * point)
    }
}

/// The cells of a grid: row, column, spans, text.
func cells(of file: GridFile) -> [String] {
  file.grids.flatMap { grid in
    grid.cells.map {
      let text = file.string(of: $0).replacing("\n", with: "⏎")
      return "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) \(text)\($0.isCut ? " …" : "")"
    }
  }
}
