import OfficeFiles

/// `styles.xml`: the number format of each cell style.
struct WorkbookStyles: XMLHandler {
  /// By the style that cells name; a format is made once for all styles that use it.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var made: [Int: NumberFormat] = [:]
  private var isCellStyles = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"] {
        codes[id] = code.string
      }
    case "cellXfs": isCellStyles = true
    case "xf" where isCellStyles: formats.append(format(attributes["numFmtId"]?.number ?? 0))
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    if case "cellXfs" = name { isCellStyles = false }
  }

  mutating func text(_ bytes: XMLBytes) {}

  private mutating func format(_ id: Int) -> NumberFormat {
    if let known = made[id] { return known }
    let format = (codes[id] ?? NumberFormatTable.code(id)).map(NumberFormat.init) ?? .general
    made[id] = format
    return format
  }
}
