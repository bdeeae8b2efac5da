import OfficeFiles

/// A web page: its tables and the text between them, as a browser shows them.
struct HTMLScanner: XMLHandler {
  private var document: DocumentBuilder
  private var structure: [Structure] = []
  /// How deep the scanner is in something that is not shown, and in something that is hidden by its style.
  private var skipped = 0
  private var hidden = 0
  private var high = 0
  /// How deep the scanner is in text whose blanks are shown as they are.
  private var preserved = 0
  private var styles = HTMLStyles()
  private var isStyle = false
  /// A blank that is shown when text follows.
  private var hasBlank = false

  private enum Structure { case table, row, cell }

  init(_ limits: ArchiveLimits) { document = DocumentBuilder(limits) }

  /// What was read, at the end of the page.
  mutating func finished() throws(OfficeFileError) -> GridFile {
    while !structure.isEmpty { try close() }
    return try document.finished()
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeFileError) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    if hidden > 0 || Self.isStruck(name) || styles.hides(attributes) { hidden += 1 }
    if preserved > 0 || styles.preserves(name, attributes) { preserved += 1 }
    switch name {
    case "td", "th": try beginCell(attributes)
    case "tr": try beginRow()
    case "table": try beginTable()
    case "br": breakLine()
    case "script", "noscript", "title", "template", "svg", "iframe", "object", "datalist": skip()
    case "style":
      isStyle = true
      skip()
    case "option": if attributes["selected"] == nil { skip() }
    case "input": try addInput(attributes)
    case "sup": high += 1
    default: if Self.isBlock(name) { try breakParagraph() }
    }
  }

  mutating func end(_ name: XMLName) throws(OfficeFileError) {
    guard skipped == 0 else {
      skipped -= 1
      if skipped == 0 { isStyle = false }
      return
    }
    hidden = max(0, hidden - 1)
    preserved = max(0, preserved - 1)
    switch name {
    case "td", "th": try end(.cell)
    case "tr": try end(.row)
    case "table": try end(.table)
    case "sup": high = max(0, high - 1)
    default: if Self.isBlock(name) { try breakParagraph() }
    }
  }

  mutating func text(_ bytes: XMLBytes) throws(OfficeFileError) {
    guard skipped == 0 else {
      if isStyle { styles.add(bytes) }
      return
    }
    // Between rows and cells there are blanks alone; anything else is shown before the table.
    if high > 0 {
      try add(superscript(bytes))
    } else {
      try add(bytes)
    }
  }

  private mutating func skip() {
    skipped = 1
    // The end of what is skipped is not seen below.
    hidden = max(0, hidden - 1)
    preserved = max(0, preserved - 1)
  }
}

// MARK: Text

extension HTMLScanner {
  private mutating func add(_ bytes: some Collection<UInt8>) throws(OfficeFileError) {
    if preserved > 0 { return try document.append(bytes, isHidden: hidden > 0) }
    // Blanks and line breaks between words are one blank; those beside a line break are none.
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count + 1)
    for byte in bytes {
      if isBlank(byte) {
        hasBlank = true
        continue
      }
      if hasBlank {
        let last = shown.last ?? document.lastByte
        if let last, !isBlank(last) { shown.append(0x20) }
        hasBlank = false
      }
      shown.append(byte)
    }
    guard !shown.isEmpty else { return }
    try document.append(Self.withPlainBlanks(shown), isHidden: hidden > 0)
  }

  /// U+00A0, which pages are indented with, as a blank.
  private static func withPlainBlanks(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0xC2) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for byte in text {
      if byte == 0xA0, plain.last == 0xC2 {
        plain[plain.count - 1] = 0x20
      } else {
        plain.append(byte)
      }
    }
    return plain
  }

  private mutating func breakLine() {
    hasBlank = false
    document.breakLine()
  }

  /// Ends a paragraph where there is one.
  private mutating func breakParagraph() throws(OfficeFileError) {
    hasBlank = false
    guard let last = document.lastByte, last != 0x0A || document.isBody else { return }
    try document.endParagraph()
  }

  /// What a field to fill in shows.
  private mutating func addInput(_ attributes: XMLAttributes) throws(OfficeFileError) {
    let type = attributes["type"]?.string.lowercased() ?? "text"
    switch type {
    case "checkbox", "radio":
      let isChecked = attributes["checked"] != nil
      try add(Array((isChecked ? "☑" : "□").utf8))
    case "text", "number", "date", "tel", "email", "url":
      if let value = attributes["value"] { try add(value) }
    default: break
    }
  }

  /// Text that is struck out.
  private static func isStruck(_ name: XMLName) -> Bool {
    switch name {
    case "del", "s", "strike": true
    default: false
    }
  }

  private static func isBlock(_ name: XMLName) -> Bool {
    switch name {
    case "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "section", "article", "header",
      "footer", "blockquote", "pre", "caption", "dt", "dd", "dl", "form", "fieldset", "legend", "hr",
      "center",
      "address", "main", "nav", "aside", "figure", "figcaption", "body", "option":
      true
    default: false
    }
  }
}

// MARK: Tables

extension HTMLScanner {
  private mutating func beginTable() throws(OfficeFileError) {
    hasBlank = false
    // A table stands in the body or in a cell.
    if structure.last == .table { try beginRow() }
    if structure.last == .row { try beginCell(nil) }
    try document.beginTable()
    structure.append(.table)
  }

  private mutating func beginRow() throws(OfficeFileError) {
    if structure.isEmpty { try beginTable() }
    while structure.last != .table { try close() }
    document.beginRow()
    if hidden > 0 { document.hideRow() }
    structure.append(.row)
  }

  private mutating func beginCell(_ attributes: XMLAttributes?) throws(OfficeFileError) {
    hasBlank = false
    if structure.last == .cell { try close() }
    if structure.last != .row { try beginRow() }
    document.shape.columnSpan = CellShape.span(attributes?["colspan"]?.trimmedNumber)
    let rows = attributes?["rowspan"]?.trimmedNumber
    // 0: down to the last row.
    document.shape.rowSpan = rows == 0 ? CellShape.most : CellShape.span(rows)
    document.beginCell()
    structure.append(.cell)
  }

  /// Ends the innermost container of a kind, with all that is open in it.
  private mutating func end(_ kind: Structure) throws(OfficeFileError) {
    // A tag that ends nothing inside its own table is passed over.
    let table = structure.lastIndex(of: .table) ?? 0
    guard structure[table...].contains(kind) else { return }
    while let last = structure.last {
      try close()
      if last == kind { return }
    }
  }

  private mutating func close() throws(OfficeFileError) {
    hasBlank = false
    switch structure.popLast() {
    case .cell: try document.endCell()
    case .table: document.endTable()
    case .row, nil: break
    }
  }
}

extension XMLBytes {
  /// The number, blanks around it left out.
  fileprivate var trimmedNumber: Int? {
    var part = self[...]
    while let first = part.first, isBlank(first) { part = part.dropFirst() }
    return XMLBytes(rebasing: part.prefix { !isBlank($0) }).number
  }
}
