import OfficeFiles

/// `xl/workbook.xml` and its relationships: which sheets there are, in which order, and in which parts.
struct Workbook {
  struct Sheet {
    var name: String
    /// The part that holds it.
    var part: String
    /// Hidden by the user or by a program.
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904-01-01.
  let is1904: Bool
  private(set) var sharedTexts: String?
  private(set) var styles: String?

  private static let part = "xl/workbook.xml"
  private static let relationshipPart = "xl/_rels/workbook.xml.rels"

  init(_ archive: inout ZipArchive) throws(OfficeFileError) {
    var list = SheetList()
    try XMLScanner.scan(Self.part, of: &archive, to: &list)
    var links = RelationshipList()
    try XMLScanner.scan(Self.relationshipPart, of: &archive, to: &links)
    is1904 = list.is1904
    sharedTexts = links.all.first { $0.type.hasSuffix("/sharedStrings") }?.target
    styles = links.all.first { $0.type.hasSuffix("/styles") }?.target
    let linksByID = Dictionary(links.all.map { ($0.id, $0) }) { first, _ in first }
    for entry in list.entries {
      guard let link = linksByID[entry.id] else {
        throw .invalid(part: Self.part, what: entry.name)
      }
      // Sheets that are one chart, and dialogs of old macros, hold no cells.
      guard link.type.hasSuffix("/worksheet") else { continue }
      guard let part = link.target else { throw .invalid(part: Self.relationshipPart, what: entry.name) }
      sheets.append(Sheet(name: entry.name, part: part, isHidden: entry.isHidden))
    }
    guard Set(sheets.map(\.part)).count == sheets.count else {
      throw .invalid(part: Self.relationshipPart, what: "Target")
    }
  }
}

private struct SheetList: XMLHandler {
  var entries: [(name: String, id: String, isHidden: Bool)] = []
  var is1904 = false

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": is1904 = attributes["date1904"]?.isTrue ?? false
    case "sheet":
      let state = attributes["state"]
      entries.append(
        (
          attributes["name"]?.string ?? "", attributes["id"]?.string ?? "",
          state.map { $0.equals("hidden") || $0.equals("veryHidden") } ?? false
        ))
    default: break
    }
  }

  mutating func end(_ name: XMLName) {}
  mutating func text(_ bytes: XMLBytes) {}
}

private struct RelationshipList: XMLHandler {
  /// `target`: the part; `nil` when it lies outside the archive.
  var all: [(id: String, type: String, target: String?)] = []

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard case "Relationship" = name else { return }
    let isExternal = attributes["TargetMode"]?.equals("External") ?? false
    let target = isExternal ? nil : resolve(attributes["Target"]?.string ?? "")
    all.append((attributes["Id"]?.string ?? "", attributes["Type"]?.string ?? "", target))
  }

  mutating func end(_ name: XMLName) {}
  mutating func text(_ bytes: XMLBytes) {}

  /// Targets are relative to `xl/`, or begin with the root.
  private func resolve(_ target: String) -> String? {
    var steps: [Substring] = target.hasPrefix("/") ? [] : ["xl"]
    for step in target.split(separator: "/") where step != "." {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

extension XMLBytes {
  /// A truth value of XML schemas.
  var isTrue: Bool { equals("1") || equals("true") || equals("on") }

  /// A number of digits alone that is no larger than 2³¹.
  var number: Int? {
    guard !isEmpty, count <= 10 else { return nil }
    var value = 0
    for byte in self {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value <= Int(Int32.max) ? value : nil
  }
}
