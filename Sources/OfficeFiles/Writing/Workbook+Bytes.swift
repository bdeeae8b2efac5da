import CLibXLSXWriter

extension Workbook {
  /// The `.xlsx` file. The same workbook gives the same bytes.
  public func bytes() throws(OfficeWritingError) -> [UInt8] {
    try check()
    var raw: OpaquePointer?
    let status = withProperties { jixiao_workbook_new(&$0, &raw) }
    guard status != JIXIAO_WORKBOOK_NO_LIBRARY else { throw .libraryMissing(package: "libxlsxwriter4") }
    guard status == JIXIAO_WORKBOOK_OK, let raw else { throw .failed }
    var formats = CellFormats(workbook: raw)
    guard sheets.allSatisfy({ $0.write(to: raw, &formats) }) else {
      jixiao_workbook_discard(raw)
      throw .failed
    }
    return try Self.finished(raw)
  }

  /// What spreadsheets refuse is told before anything is written.
  private func check() throws(OfficeWritingError) {
    for sheet in sheets {
      for cell in sheet.cells where cell.text.utf8.count > Self.longestText {
        let count = cell.text.unicodeScalars.count
        guard count > Self.longestText else { continue }
        throw .textTooLong(
          sheet: sheet.name, row: cell.row + 1, column: cell.column + 1, count: count,
          limit: Self.longestText)
      }
    }
  }

  private static func finished(_ raw: OpaquePointer) throws(OfficeWritingError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard jixiao_workbook_finish(raw, &bytes, &count) == JIXIAO_WORKBOOK_OK, let bytes else {
      throw .failed
    }
    defer { jixiao_workbook_release(bytes) }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }

  /// A fixed day: the hour at which a form was printed is nobody's business, and equal forms give equal bytes.
  private static let created: Int64 = 946_684_800

  private func withProperties<Result>(
    _ body: (inout jixiao_workbook_properties) -> Result
  ) -> Result {
    properties.title.withCString { title in
      properties.subject.withCString { subject in
        properties.company.withCString { company in
          properties.keywords.withCString { keywords in
            var all = jixiao_workbook_properties(
              title: title, subject: subject, company: company, keywords: keywords, created: Self.created)
            return body(&all)
          }
        }
      }
    }
  }
}

/// The formats of a workbook, one for each look.
private struct CellFormats {
  let workbook: OpaquePointer
  private var known: [Workbook.Style: OpaquePointer] = [:]

  init(workbook: OpaquePointer) { self.workbook = workbook }

  mutating func format(of style: Workbook.Style) -> OpaquePointer? {
    if let format = known[style] { return format }
    let format = style.font.withCString { font in
      var own = jixiao_cell_style(
        font: font, size: Int32(style.size.twips), is_bold: style.isBold ? 1 : 0,
        alignment: style.alignment.rawValue,
        has_border: style.hasBorder ? 1 : 0)
      return jixiao_workbook_add_format(workbook, &own)
    }
    known[style] = format
    return format
  }
}

extension Workbook.Sheet {
  /// - Returns: whether all of it was taken.
  fileprivate func write(to workbook: OpaquePointer, _ formats: inout CellFormats) -> Bool {
    guard let sheet = jixiao_workbook_add_sheet(workbook, name) else { return false }
    for (index, width) in columns.enumerated() {
      guard jixiao_worksheet_set_column(sheet, UInt16(index), Int32(width.twips)) == 0 else {
        return false
      }
    }
    for (index, height) in rows.enumerated() {
      guard jixiao_worksheet_set_row(sheet, UInt32(index), Int32(min(height, Workbook.highestRow).twips)) == 0
      else {
        return false
      }
    }
    for cell in cells {
      guard let format = formats.format(of: cell.style), cell.write(to: sheet, format) else { return false }
      if let hint = cell.hint, !hint.write(to: sheet, for: cell) { return false }
    }
    return setPage(of: sheet)
  }

  private func setPage(of sheet: OpaquePointer) -> Bool {
    page.footer.withCString { footer in
      let rows = page.repeatedRows ?? 0..<0
      var own = jixiao_page(
        is_landscape: page.isLandscape ? 1 : 0, left: Int32(page.margins.left.twips),
        right: Int32(page.margins.right.twips), top: Int32(page.margins.top.twips),
        bottom: Int32(page.margins.bottom.twips),
        footer: footer, first_repeated_row: UInt32(rows.lowerBound),
        last_repeated_row: UInt32(max(rows.upperBound - 1, 0)), repeats_rows: rows.isEmpty ? 0 : 1)
      return jixiao_worksheet_set_page(sheet, &own, UInt32(self.rows.count), UInt16(columns.count)) == 0
    }
  }
}

extension Workbook.Hint {
  fileprivate func write(to sheet: OpaquePointer, for cell: Workbook.Cell) -> Bool {
    // The words stand in one text, parted by commas.
    let words = choices.joined(separator: ",").unicodeScalars.count <= 255 ? choices : []
    let text = words.flatMap { $0.utf8CString }
    return text.withUnsafeBufferPointer { text in
      var list: [UnsafePointer<CChar>?] = []
      var place = 0
      for word in words {
        list.append(text.baseAddress.map { $0 + place })
        place += word.utf8.count + 1
      }
      return set(in: sheet, for: cell, list + [nil])
    }
  }

  /// - Parameter list: the words to choose from and an end.
  private func set(
    in sheet: OpaquePointer, for cell: Workbook.Cell, _ list: [UnsafePointer<CChar>?]
  ) -> Bool {
    list.withUnsafeBufferPointer { words in
      jixiao_worksheet_set_hint(
        sheet, UInt32(cell.row), UInt16(cell.column), UInt32(cell.row + cell.rowSpan - 1),
        UInt16(cell.column + cell.columnSpan - 1), Self.cut(title, to: 32), Self.cut(message, to: 255),
        words.count == 1 ? nil : words.baseAddress) == 0
    }
  }

  private static func cut(_ text: String, to count: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
  }
}

extension Workbook.Cell {
  fileprivate func write(to sheet: OpaquePointer, _ format: OpaquePointer) -> Bool {
    Self.escaped(text).withCString { text in
      jixiao_worksheet_write(
        sheet, UInt32(row), UInt16(column), UInt32(row + rowSpan - 1), UInt16(column + columnSpan - 1), text,
        format) == 0
    }
  }

  /// `_x0041_` is how workbooks write a sign by its number: a text that says so itself is written with the number of
  /// its first sign.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "_"), isSignNumber(rest.dropFirst()) { result += Array("_x005F".utf8) }
      result.append(byte)
      rest = rest.dropFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether bytes go on as `x0041_`.
  private static func isSignNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = Array(bytes.prefix(6))
    guard head.count == 6, head[0] == UInt8(ascii: "x"), head[5] == UInt8(ascii: "_") else { return false }
    return head[1...4].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }
}
