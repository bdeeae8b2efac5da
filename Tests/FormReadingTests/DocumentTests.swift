import FormModel
import FormReading
import TestSupport
import Testing

@Suite("Word documents as grids")
struct DocumentTests {
  @Test(
    "the text of a paragraph",
    arguments: [
      ("<r><t>甲</t></r><r><t xml:space='preserve'> 乙</t></r>", "甲 乙"), ("<r><t>  甲　</t></r>", "甲"),
      ("<r><t>甲</t><tab/><t>乙</t><br/><t>丙</t><cr/><t>丁</t></r>", "甲→乙⏎丙⏎丁"),
      ("<pPr><tabs><tab val='left' pos='420'/></tabs></pPr><r><t>甲</t></r>", "甲"),
      ("<r><t>2027</t><noBreakHyphen/><t>2028</t></r>", "2027-2028"),
      ("<r><t>甲</t><softHyphen/><t>乙</t></r>", "甲乙"),
      ("<r><t>甲\n乙</t></r>", "甲 乙"), ("<r><t>&lt;5%&amp;&#x2265;3</t></r>", "<5%&≥3"),
      (
        "<r><sym font='Wingdings' char='F0FE'/><t>是</t><sym font='Wingdings' char='F0A8'/><t>否</t></r>",
        "☑是□否"
      ),
      ("<r><sym font='Symbol' char='F0B3'/><t>95%</t></r>", "≥95%"),
      ("<r><sym font='甲' char='F0AA'/></r>", "\u{F0AA}"),
      ("<r><sym font='Wingdings 2' char='0052'/><t>甲</t></r>", "☑甲"),
      ("<ins><r><t>甲</t></r></ins><del><r><delText>乙</delText></r></del><r><t>丙</t></r>", "甲丙"),
      ("<moveFrom><r><t>甲</t></r></moveFrom><moveTo><r><t>乙</t></r></moveTo>", "乙"),
      ("<r><rPr><rPrChange><rPr><vanish/></rPr></rPrChange></rPr><t>甲</t></r>", "甲"),
      ("<pPr><rPr><vanish/></rPr></pPr><r><t>甲</t></r>", "甲"),
      ("<r><rPr><vanish val='0'/></rPr><t>甲</t></r>", "甲"),
      ("<smartTag><r><t>甲</t></r></smartTag><hyperlink><r><t>乙</t></r></hyperlink>", "甲乙"),
      ("<sdt><sdtPr><rPr><vanish/></rPr></sdtPr><sdtContent><r><t>甲</t></r></sdtContent></sdt>", "甲"),
      ("<fldSimple instr='DATE'><r><t>2027</t></r></fldSimple>", "2027"),
      (
        "<r><fldChar fldCharType='begin'/></r><r><instrText> PAGE </instrText></r>"
          + "<r><fldChar fldCharType='separate'/></r><r><t>3</t></r><r><fldChar fldCharType='end'/></r>", "3"
      ),
      (
        "<r><fldChar fldCharType='begin'/></r><r><instrText> eq \\o\\ac(□,√)</instrText></r>"
          + "<r><fldChar fldCharType='end'/></r><r><t>是</t></r>", "☑是"
      ),
      (
        "<r><fldChar fldCharType='begin'><ffData><checkBox><default val='0'/><checked/></checkBox></ffData></fldChar>"
          + "</r><r><instrText>FORMCHECKBOX</instrText></r><r><fldChar fldCharType='end'/></r><r><t>是</t></r>",
        "☑是"
      ),
      (
        "<r><fldChar fldCharType='begin'><ffData><ddList><result val='1'/><listEntry val='一次性'/>"
          + "<listEntry val='经常性'/></ddList></ffData></fldChar></r><r><fldChar fldCharType='end'/></r>", "经常性"
      ),
      ("<oMath><r><t>≥</t></r><f><num><r><t>3</t></r></num><den><r><t>4</t></r></den></f></oMath>", "≥3/4"),
      (
        "<oMath><d><e><r><t>甲</t></r></e></d><sSup><e><r><t>10</t></r></e><sup><r><t>4</t></r></sup></sSup></oMath>",
        "(甲)10⁴"
      ),
      ("<r><t>10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>4</t></r><r><t>m</t></r>", "10⁴m"),
      ("<r><ruby><rt><r><t>jì</t></r></rt><rubyBase><r><t>绩</t></r></rubyBase></ruby></r>", "绩"),
    ])
  func paragraphText(xml: String, text: String) throws {
    #expect(try picture(ofWord: "<p>\(xml)</p>") == ["P: 0,0 \(text)"])
  }

  @Test("paragraphs and tables stand in file order, places are counted as people count")
  func order() throws {
    let body =
      paragraph("题目") + paragraph(" ") + paragraph("（2027年度）")
      + "<tbl><tr>\(cell("甲"))\(cell("乙"))</tr><tr>\(cell(""))\(cell("丙"))</tr></tbl>"
      + paragraph("注") + "<tbl><tr>\(cell("丁"))</tr></tbl>"
    let file = try gridFile(wordDocument(body), named: "a.docx")
    #expect(
      picture(file) == [
        "P: 0,0 题目 | 1,0 （2027年度）", "T1: 0,0 甲 | 0,1 乙 | 1,1 丙", "P: 0,0 注", "T2: 0,0 丁",
      ])
    let places = file.grids.map { grid in grid.cells.map { file.location(of: $0, in: grid) } }
    #expect(places[0] == [.paragraph(1), .paragraph(3)])
    #expect(
      places[1] == [.table(1, row: 1, cell: 1), .table(1, row: 1, cell: 2), .table(1, row: 2, cell: 2)])
    #expect(places[2] == [.paragraph(4)])
    #expect(file.grids.allSatisfy { $0.layout == .table })
  }

  @Test(
    "merged cells",
    arguments: [
      (
        "<tr>\(cell("甲", "<gridSpan val='2'/>"))\(cell("乙"))</tr><tr>\(cell("1"))\(cell("2"))\(cell("3"))</tr>",
        "0,0+1×2 甲 | 0,2 乙 | 1,0 1 | 1,1 2 | 1,2 3"
      ),
      (
        "<tr>\(cell("甲", "<vMerge val='restart'/>"))\(cell("1"))</tr><tr>\(cell("", "<vMerge/>"))\(cell("2"))</tr>"
          + "<tr>\(cell("", "<vMerge val='continue'/>"))\(cell("3"))</tr><tr>\(cell("乙"))\(cell("4"))</tr>",
        "0,0+3×1 甲 | 0,1 1 | 1,1 2 | 2,1 3 | 3,0 乙 | 3,1 4"
      ),
      (
        "<tr>\(cell("甲", "<gridSpan val='2'/><vMerge val='restart'/>"))\(cell("1"))</tr>"
          + "<tr>\(cell("", "<gridSpan val='2'/><vMerge/>"))\(cell("2"))</tr>", "0,0+2×2 甲 | 0,2 1 | 1,2 2"
      ),
      // Text in a continued cell: a repetition is none, anything else is kept.
      (
        "<tr>\(cell("甲", "<vMerge val='restart'/>"))</tr><tr>\(cell("甲", "<vMerge/>"))</tr>"
          + "<tr>\(cell("乙", "<vMerge/>"))</tr><tr>\(cell("", "<vMerge/>"))</tr>", "0,0+2×1 甲 | 2,0+2×1 乙"
      ),
      ("<tr>\(cell("甲", "<vMerge/>"))</tr><tr>\(cell("", "<vMerge/>"))</tr>", "0,0+2×1 甲"),
      ("<tr>\(cell("", "<vMerge val='restart'/>"))</tr><tr>\(cell("甲", "<vMerge/>"))</tr>", "1,0 甲"),
      (
        "<tr>\(cell("甲", "<hMerge val='restart'/>"))\(cell("", "<hMerge/>"))\(cell("乙"))</tr>",
        "0,0+1×2 甲 | 0,2 乙"
      ),
      ("<tr>\(cell("甲", "<hMerge val='restart'/>"))\(cell("丙", "<hMerge/>"))</tr>", "0,0 甲 | 0,1 丙"),
      ("<tr><trPr><gridBefore val='2'/></trPr>\(cell("甲"))</tr>", "0,2 甲"),
      ("<tr><trPr><hidden/></trPr>\(cell("甲"))</tr><tr>\(cell("乙"))</tr>", "0,0! 甲 | 1,0 乙"),
      (
        "<tr>\(cell("甲", "<gridSpan val='2147483648'/>"))\(cell("乙", "<gridSpan val='-1'/>"))</tr>",
        "0,0 甲 | 0,1 乙"
      ),
      ("<tr>\(cell("甲", "<gridSpan val='2000000000'/>"))\(cell("乙"))</tr>", "0,0+1×1024 甲 | 0,1024 乙"),
      (
        "<tr>\(cell("甲", "<tcPrChange><tcPr><gridSpan val='3'/></tcPr></tcPrChange>"))\(cell("乙"))</tr>",
        "0,0 甲 | 0,1 乙"
      ),
      ("<tr><sdt><sdtContent>\(cell("甲"))</sdtContent></sdt>\(cell("乙"))</tr>", "0,0 甲 | 0,1 乙"),
      ("<tr><tc>\(paragraph("甲"))<p/>\(paragraph("乙"))<p/></tc></tr>", "0,0 甲⏎⏎乙"),
      ("<tr><tc><p><r><t>甲</t></r><r><rPr><vanish/></rPr><t>密</t></r></p></tc></tr>", "0,0 甲 | 0,0! 密"),
      ("<tr><tc><p><r><t>甲</t></r><r><rPr><strike/></rPr><t>旧</t></r></p></tc></tr>", "0,0 甲 | 0,0! 旧"),
      (
        "<tr><tc><p><r><rPr><strike val='0'/></rPr><t>甲</t></r><r><rPr><dstrike/></rPr><t>旧</t></r></p></tc></tr>",
        "0,0 甲 | 0,0! 旧"
      ),
      (
        "<tr><tc><sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent>\(paragraph("请填写"))</sdtContent></sdt>\(paragraph("甲"))</tc></tr>",
        "0,0 甲"
      ),
    ])
  func merges(rows: String, cells: String) throws {
    #expect(try picture(ofWord: "<tbl>\(rows)</tbl>") == ["T1: \(cells)"])
  }

  @Test("rows and columns of a nested table are those of the form around it")
  func nestedDetail() throws {
    let inner =
      "<tbl><tr>\(cell("财政"))\(cell("10"))\(cell("万元"))</tr><tr>\(cell("其他"))\(cell("2"))\(cell("万元"))</tr></tbl>"
    let outer =
      "<tbl><tr>\(cell("名称"))\(cell("甲"))</tr><tr>\(cell("资金"))<tc>\(paragraph("其中："))\(inner)<p/></tc></tr>"
      + "<tr>\(cell("单位"))\(cell("乙"))</tr></tbl>"
    #expect(
      try picture(ofWord: outer) == [
        "T1: 0,0 名称 | 0,1+1×3 甲 | 1,0+3×1 资金 | 1,1+1×3 其中： | 2,1 财政 | 2,2 10 | 2,3 万元 | 3,1 其他 | 3,2 2 | "
          + "3,3 万元 | 4,0 单位 | 4,1+1×3 乙"
      ])
    let file = try gridFile(wordDocument(outer), named: "a.docx")
    #expect(file.location(of: file.grids[0].cells[5], in: file.grids[0]) == .table(1, row: 2, cell: 2))
  }

  @Test("a table that is mere layout gives way to the tables in it")
  func nestedForm() throws {
    let inner = "<tbl>" + (0..<4).map { "<tr>\(cell("名\($0)"))\(cell("值\($0)"))</tr>" }.joined() + "</tbl>"
    let outer =
      "<tbl><tr>\(cell("题目"))</tr><tr><tc>\(inner)<p/></tc><tc>\(inner)<p/></tc></tr><tr>\(cell("注"))</tr></tbl>"
    let form = "0,0 名0 | 0,1 值0 | 1,0 名1 | 1,1 值1 | 2,0 名2 | 2,1 值2 | 3,0 名3 | 3,1 值3"
    #expect(try picture(ofWord: outer) == ["T1: 0,0 题目", "T2: \(form)", "T3: \(form)", "T1: 2,0 注"])
  }

  @Test("text boxes and alternatives are read once")
  func boxes() throws {
    let box = { (text: String) -> String in
      "<r><pict><textbox><txbxContent>\(paragraph(text))</txbxContent></textbox></pict></r>"
    }
    #expect(try picture(ofWord: "<p><r><t>甲</t></r>\(box("乙"))<r><t>丙</t></r></p>") == ["P: 0,0 乙 | 1,0 甲丙"])
    #expect(
      try picture(ofWord: "<tbl><tr><tc><p><r><t>甲</t></r>\(box("乙"))</p></tc>\(cell("丙"))</tr></tbl>")
        == ["T1: 0,0 甲⏎乙 | 0,1 丙"])
    let both = { (first: String, second: String) -> String in
      "<p><AlternateContent><Choice>\(first)</Choice><Fallback>\(second)</Fallback></AlternateContent></p>"
    }
    #expect(try picture(ofWord: both(box("甲"), box("甲"))) == ["P: 0,0 甲"])
    #expect(try picture(ofWord: both("<r><drawing/></r>", box("乙"))) == ["P: 0,0 乙"])
  }

  @Test("Strict documents, prefixed names, cells without a table")
  func spellings() throws {
    let strict = wordDocument(paragraph("甲"), isStrict: true)
    #expect(try picture(gridFile(strict, named: "a.docx")) == ["P: 0,0 甲"])
    let prefixed = wordArchive(
      "<x:document xmlns:x='u'><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>")
    #expect(try picture(gridFile(prefixed, named: "表")) == ["P: 0,0 甲"])
    #expect(try picture(ofWord: cell("甲") + "<tr>\(cell("乙"))</tr>") == ["P: 0,0 甲 | 1,0 乙"])
    #expect(try picture(ofWord: "<tbl>\(cell("甲"))<tr>\(cell("乙"))</tr></tbl>") == ["T1: 0,0 甲 | 1,0 乙"])
    #expect(
      try picture(ofWord: "<tbl>\(paragraph("甲"))<tr>\(cell("乙"))</tr></tbl>") == ["T1: 0,0 乙", "P: 0,0 甲"])
  }
}
