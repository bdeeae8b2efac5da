/// A small workbook for tests, part by part; any part can be replaced by a bad one.
public struct WorkbookParts: Sendable {
  /// Name and rows of each sheet: `<row>…</row>`.
  public var sheets: [(name: String, rows: String)] = [("表一", "")]
  /// Before and behind the rows of every sheet.
  public var head = ""
  public var tail = ""
  /// visible, hidden or veryHidden.
  public var state = "visible"
  public var is1904 = false
  /// Number formats of the cell styles, from style 0.
  public var styles: [(id: Int, code: String?)] = [
    (0, nil), (9, nil), (14, nil), (176, "yyyy\"年\"m\"月\"d\"日\";@"), (177, "\"≥\"0"), (178, "\"《\"@\"》\""),
    (179, "0.0;-0.0;;@"), (180, ";;;"),
  ]
  /// Each `<si>` of the shared texts, without the element itself.
  public var sharedTexts = [
    "<t>甲</t>", "<r><rPr><b/></rPr><t>富</t></r><r><t xml:space=\"preserve\">文本 </t></r>",
    "<t>一_x000D_\n二</t>",
    "<t>漢字</t><rPh sb=\"0\" eb=\"2\"><t>カンジ</t></rPh><phoneticPr fontId=\"1\"/>",
  ]
  /// Parts that replace the ones made, or come on top of them.
  public var replaced: [String: String] = [:]

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  public init() {}

  /// The workbook.
  public var bytes: [UInt8] { ZipFile(entries).bytes }

  /// Its parts, in the order of the archive.
  public var entries: [ZipFile.Entry] {
    var parts = [("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", workbook)]
    parts += [("xl/_rels/workbook.xml.rels", relationships), ("xl/styles.xml", stylesPart)]
    parts.append(
      (
        "xl/sharedStrings.xml",
        "<sst xmlns='\(Self.main)'>\(sharedTexts.map { "<si>\($0)</si>" }.joined())</sst>"
      ))
    for (index, sheet) in sheets.enumerated() {
      let xml =
        "<worksheet xmlns='\(Self.main)' xmlns:x='\(Self.main)'>\(head)<sheetData>\(sheet.rows)</sheetData>\(tail)</worksheet>"
      parts.append(("xl/worksheets/sheet\(sheets.count - index).xml", xml))
    }
    let added = replaced.keys.sorted().filter { name in !parts.contains { $0.0 == name } }
    return (parts.map { ($0.0, replaced[$0.0] ?? $0.1) } + added.map { ($0, replaced[$0] ?? "") }).map {
      ZipFile.Entry($0.0, $0.1)
    }
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(state)' r:id='rId\(index + 1)'/>"
    }
    return
      "<workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><workbookPr date1904='\(is1904)'/><sheets>\(list.joined())</sheets></workbook>"
  }

  private var relationships: String {
    let list = sheets.indices.map { index in
      "<Relationship Id='rId\(index + 1)' Type='\(Self.office)/worksheet' Target='worksheets/sheet\(sheets.count - index).xml'/>"
    }
    let others = [("rId98", "styles"), ("rId99", "sharedStrings")].map {
      "<Relationship Id='\($0.0)' Type='\(Self.office)/\($0.1)' Target='/xl/\($0.1).xml'/>"
    }
    return "<Relationships>\((list + others).joined())</Relationships>"
  }

  private var stylesPart: String {
    let codes = styles.compactMap { style in
      style.code.map { "<numFmt numFmtId='\(style.id)' formatCode='\($0.replacing("\"", with: "&quot;"))'/>" }
    }
    let cells = styles.map { "<xf numFmtId='\($0.id)'/>" }.joined()
    return
      "<styleSheet xmlns='\(Self.main)'><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>\(cells)</cellXfs></styleSheet>"
  }
}
