import OfficeFiles

/// The little of a page's style that changes what is read: hidden elements, and cells whose blanks are shown.
struct HTMLStyles {
  private var sheet: [UInt8] = []
  private var areCellsPreserved: Bool?
  private static let mostBytes = 1 << 16
  /// How often the sheet is looked through again: a page that adds to it before each cell would cost its square.
  private var looksLeft = 64

  /// Takes a part of a style sheet.
  mutating func add(_ bytes: XMLBytes) {
    guard sheet.count + bytes.count <= Self.mostBytes else { return }
    sheet.append(contentsOf: bytes)
    if looksLeft > 0 { areCellsPreserved = nil }
  }

  /// Whether an element is not shown.
  func hides(_ attributes: XMLAttributes) -> Bool {
    guard attributes.count > 0 else { return false }
    if attributes["hidden"] != nil { return true }
    guard let style = attributes["style"], style.count >= 12 else { return false }
    let plain = Self.plain(style)
    return plain.contains("display:none") || plain.contains("visibility:hidden")
      || plain.contains("text-decoration:line-through")
  }

  /// Whether blanks and line breaks are shown as they are written.
  mutating func preserves(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    if let style = attributes["style"], Self.plain(style).contains("white-space:pre") { return true }
    switch name {
    case "pre", "textarea": return true
    case "td", "th":
      if let known = areCellsPreserved { return known }
      looksLeft -= 1
      let found = findPreservedCells()
      areCellsPreserved = found
      return found
    default: return false
    }
  }

  /// Looks for `th, td { … white-space: pre-wrap … }`.
  private func findPreservedCells() -> Bool {
    for rule in sheet.split(separator: UInt8(ascii: "}")) {
      guard let brace = rule.firstIndex(of: UInt8(ascii: "{")) else { continue }
      guard Self.plain(rule[brace...]).contains("white-space:pre") else { continue }
      let selectors = Self.plain(rule[..<brace]).split(separator: ",")
      if selectors.contains("td") { return true }
    }
    return false
  }

  /// In lower case and without blanks.
  private static func plain(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.filter { !isBlank($0) }, as: UTF8.self).lowercased()
  }
}
