import FormReading
import OfficeFiles
import TestSupport
import Testing

@Suite("Web pages as grids")
struct HTMLTests {
  private func picture(of page: String, limits: FormInput.Limits = FormInput.Limits()) throws -> [String] {
    let input = FormInput(bytes: Array(page.utf8), name: "a.xls", limits: limits)
    let format = try #require(FormReader.format(of: input) as? any GridFormat)
    return FormReadingTests.picture(try format.grids(input))
  }

  @Test(
    "cells",
    arguments: [
      ("<tr><td>甲<td>乙<tr><td>丙", "0,0 甲 | 0,1 乙 | 1,0 丙"),
      (
        "<tr><th colspan=2>甲</th><td>乙</td></tr><tr><td>1</td><td>2</td><td>3</td></tr>",
        "0,0+1×2 甲 | 0,2 乙 | 1,0 1 | 1,1 2 | 1,2 3"
      ),
      (
        "<tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr>",
        "0,0+2×1 甲 | 0,1 1 | 1,1 2 | 2,0 3"
      ),
      (
        "<tr><td rowspan='2' colspan='2'>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>",
        "0,0+2×2 甲 | 0,2 1 | 1,2 2 | 2,0 a | 2,1 b | 2,2 c"
      ),
      ("<tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr>", "0,0+2×1 甲 | 0,1 1 | 1,1 2"),
      ("<tr><td rowspan=99>甲</td></tr>", "0,0 甲"),
      ("<tr><td colspan=99999999999>甲</td><td>乙</td></tr>", "0,0 甲 | 0,1 乙"),
      ("<tr><td colspan=-1>甲</td><td colspan=' 2 '>乙</td></tr>", "0,0 甲 | 0,1+1×2 乙"),
      ("<tr><td></td><td>&nbsp;</td><td>甲</td></tr>", "0,2 甲"),
      ("<tr><td>甲<br>乙<br/>丙</td></tr>", "0,0 甲⏎乙⏎丙"), ("<tr><td><p>甲</p> <p>乙</p></td></tr>", "0,0 甲⏎乙"),
      ("<tr><td>  甲 \n  乙 </td></tr>", "0,0 甲 乙"), ("<tr><td>甲&nbsp;&nbsp;乙</td></tr>", "0,0 甲  乙"),
      ("<tr><td>&lt;5%&amp;&ge;3&#x2265;4&#8804;5</td></tr>", "0,0 <5%&≥3≥4≤5"),
      ("<tr><td style='white-space:pre-wrap'>甲\n 乙</td></tr>", "0,0 甲⏎ 乙"),
      ("<tr><td><pre>甲\n乙</pre></td></tr>", "0,0 甲⏎乙"),
      ("<tr><td><b>甲</b><font color=red>乙</font><!-- 丙 --><script>丁</script></td></tr>", "0,0 甲乙"),
      ("<tr style='display: none'><td>密</td></tr><tr><td>甲</td></tr>", "0,0! 密 | 1,0 甲"),
      ("<tr><td>甲<span style='display:none'>密</span>乙</td></tr>", "0,0 甲乙 | 0,0! 密"),
      ("<tr><td>10<sup>4</sup>元</td></tr>", "0,0 10⁴元"),
      (
        "<tr><td><input type=checkbox checked>是<input type=checkbox>否</td><td><input value='甲'></td></tr>",
        "0,0 ☑是□否 | 0,1 甲"
      ),
      ("<tr><td><select><option>甲</option><option selected>乙</option></select></td></tr>", "0,0 乙"),
      ("<thead><tr><td>甲</td></tr></thead><tbody><tr><td>乙</td></tr></tbody>", "0,0 甲 | 1,0 乙"),
      ("<td>甲</td><td>乙</td>", "0,0 甲 | 0,1 乙"),
    ])
  func cells(rows: String, cells: String) throws {
    #expect(try picture(of: "<table>\(rows)</table>") == ["T1: \(cells)"])
  }

  @Test("paragraphs and tables stand in file order; what a browser does not show is left out")
  func order() throws {
    let page = """
      <!DOCTYPE html><html><head><title>页</title><style>td { color: red }</style></head><body>
      <h1>题目</h1><div>（2027年度）</div> 单位：<b>元</b>
      <table><tr><td>甲</td></tr></table><p>注一<p>注二<table><tr><td>乙</td></tr></table>
      </body></html>
      """
    #expect(
      try picture(of: page) == [
        "P: 0,0 题目 | 1,0 （2027年度） | 2,0 单位：元", "T1: 0,0 甲", "P: 0,0 注一 | 1,0 注二", "T2: 0,0 乙",
      ])
  }

  @Test("blanks of cells that a style sheet preserves")
  func preservedBlanks() throws {
    let page =
      "<style>* { color: red }\nth, td {\n white-space: pre-wrap; }</style><table><tr><td>甲\n  乙</td></tr></table>"
    #expect(try picture(of: page) == ["T1: 0,0 甲⏎  乙"])
  }

  @Test("nested tables")
  func nested() throws {
    let inner = "<table><tr><td>1<td>2</table>"
    #expect(
      try picture(of: "<table><tr><td>甲<td>\(inner)<tr><td>乙<td>丙</table>")
        == ["T1: 0,0 甲 | 0,1 1 | 0,2 2 | 1,0 乙 | 1,1+1×2 丙"])
    let form = "<table>" + (0..<4).map { "<tr><td>名\($0)<td>值\($0)" }.joined() + "</table>"
    #expect(
      try picture(of: "<table><tr><td>导航<td>\(form)</table>") == [
        "T1: 0,0 导航", "T2: 0,0 名0 | 0,1 值0 | 1,0 名1 | 1,1 值1 | 2,0 名2 | 2,1 值2 | 3,0 名3 | 3,1 值3",
      ])
  }

  @Test(
    "what a page begins with",
    arguments: [
      "<html>", "<!DOCTYPE html>", "<TABLE border=1>", "<!-- a --><html>", "<?xml version='1.0'?>\n<html>",
      " \n<meta charset=gbk>",
    ])
  func recognised(head: String) throws {
    #expect(try picture(of: head + "<table><tr><td>甲</table>") == ["T1: 0,0 甲"])
  }

  @Test(
    "text that is struck out is hidden",
    arguments: ["<del>旧</del>", "<s>旧</s>", "<span style='text-decoration: line-through'>旧</span>"])
  func struck(old: String) throws {
    #expect(try picture(of: "<table><tr><td>甲\(old)乙</table>") == ["T1: 0,0 甲乙 | 0,0! 旧"])
  }

  @Test("GBK by its declaration")
  func encoded() throws {
    let page = Array("<meta charset=gb2312><table><tr><td>".utf8) + [0xBC, 0xD7] + Array("</table>".utf8)
    #expect(FormReadingTests.picture(try gridFile(page, named: "a.html")) == ["T1: 0,0 甲"])
  }

  @Test("hostile pages", arguments: ["div", "table", "table><tr><td", "font", "td", "select"])
  func hostile(tag: String) {
    let page = "<html>" + String(repeating: "<\(tag)>", count: 100_000)
    do {
      let grids = try picture(of: page)
      #expect(grids.isEmpty)
    } catch let error as ReadingError {
      #expect(error.problem == .office(.tooDeep(part: "a.xls", limit: 256)))
    } catch { Issue.record(error) }
  }

  @Test("control characters are no reason to stop")
  func controls() throws {
    for character in ["\u{0}", "\u{1B}[31m", "\u{7F}", "\u{FFFE}"] {
      let grids = try picture(of: "<table><tr><td>甲\(character)乙</td><td>丙</td></table>")
      #expect(grids.joined().contains("丙") || character == "\u{0}")
    }
  }

  @Test("every truncation, many damaged bytes", arguments: Array(UInt64(1)...4))
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let page =
      "<html><table><tr><td rowspan=2 colspan=2>甲</td><td><table><tr><td>乙</table></table><p>丙&nbsp;</p>"
    for _ in 0..<500 {
      var bytes = Array(page.utf8)
      bytes[Int.random(in: 6..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      _ = try? gridFile(bytes, named: "a.html")
      _ = try? gridFile(Array(bytes.prefix(.random(in: 0..<bytes.count, using: &random))), named: "a.html")
    }
  }
}
