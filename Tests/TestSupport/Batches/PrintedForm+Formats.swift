extension PrintedForm {
  /// As it is copied out of a document: cells between TABs, nothing for what a merged cell covers below it.
  public var tabText: String {
    rows.map { cells in
      let leading = String(repeating: "\t", count: cells.first.map { min($0.column, 3) } ?? 0)
      return leading + cells.map(\.text).joined(separator: "\t") + "\n"
    }.joined() + "\n"
  }

  /// As a workbook of one sheet, deflated.
  public var workbook: [UInt8] {
    var parts = WorkbookParts()
    var texts: [String] = []
    var merges: [String] = []
    let lines = rows.enumerated().map { index, cells in
      let marks = cells.map { cell -> String in
        let name = Self.name(cell.column, index)
        if cell.columns > 1 || cell.rows > 1 {
          let end = Self.name(cell.column + cell.columns - 1, index + cell.rows - 1)
          merges.append("<mergeCell ref='\(name):\(end)'/>")
        }
        if cell.text.isEmpty { return "<c r='\(name)' s='0'/>" }
        texts.append("<t>\(Self.escaped(cell.text))</t>")
        return "<c r='\(name)' s='0' t='s'><v>\(texts.count - 1)</v></c>"
      }
      return "<row r='\(index + 1)'>\(marks.joined())</row>"
    }
    parts.sheets = [("Sheet1", lines.joined())]
    parts.sharedTexts = texts
    parts.tail = "<mergeCells count='\(merges.count)'>\(merges.joined())</mergeCells>"
    return ZipFile(parts.entries.map(\.deflated)).bytes
  }

  /// As a document with one table, deflated.
  public var document: [UInt8] {
    var open: [Int: (columns: Int, rows: Int)] = [:]
    var xml = ""
    for cells in rows {
      var marks: [Int: String] = [:]
      for (column, covered) in open {
        marks[column] = Self.tableCell("", columns: covered.columns, merge: "<w:vMerge/>")
        open[column] = covered.rows > 1 ? (covered.columns, covered.rows - 1) : nil
      }
      for cell in cells {
        let merge = cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
        marks[cell.column] = Self.tableCell(cell.text, columns: cell.columns, merge: merge)
        if cell.rows > 1 { open[cell.column] = (cell.columns, cell.rows - 1) }
      }
      xml += "<w:tr>" + marks.sorted { $0.key < $1.key }.map(\.value).joined() + "</w:tr>"
    }
    let body = "<w:tbl>\(xml)</w:tbl><w:p/>"
    let parts: KeyValuePairs = [
      "[Content_Types].xml":
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
      "_rels/.rels":
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
      "word/document.xml":
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>",
    ]
    return ZipFile(parts.map { ZipFile.Entry($0.key, $0.value).deflated }).bytes
  }

  private static func tableCell(_ text: String, columns: Int, merge: String) -> String {
    let span = columns > 1 ? "<w:gridSpan w:val=\"\(columns)\"/>" : ""
    let run =
      "<w:r><w:rPr><w:rFonts w:ascii=\"宋体\" w:hint=\"eastAsia\"/><w:sz w:val=\"21\"/></w:rPr><w:t>\(escaped(text))</w:t></w:r>"
    let paragraph = text.isEmpty ? "<w:p/>" : "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\(run)</w:p>"
    return "<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/>\(span)\(merge)</w:tcPr>\(paragraph)</w:tc>"
  }

  private static func name(_ column: Int, _ row: Int) -> String {
    "\("ABCDEF".dropFirst(column).prefix(1))\(row + 1)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
