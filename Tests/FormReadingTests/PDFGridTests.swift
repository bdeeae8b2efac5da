import FormModel
import TestSupport
import Testing

@testable import FormReading

@Suite("PDF: cells from words and ruled lines")
struct PDFGridTests {
  /// `-` and `|` lines in points as thin filled rectangles, as browsers draw them.
  private static func bars(_ lines: [(Int, Int, Int, Int)]) -> String {
    lines.map { left, top, right, bottom in
      "<path style=\" stroke:none;fill:rgb(0%,0%,0%);\" d=\"M \(left) \(top) L \(right) \(top) L \(right) \(bottom) "
        + "L \(left) \(bottom) Z M \(left) \(top) \"/>"
    }.joined(separator: "\n")
  }

  private static func drawing(_ pages: [String]) -> PDFDrawing {
    let body = pages.map { "<page>\n<g id=\"surface1\">\n\($0)\n</g>\n</page>\n" }.joined()
    return PDFDrawing(
      Array("<svg><defs><path d=\"M 0 0 L 900 0 L 900 1 L 0 1 Z\"/></defs>\(body)</svg>".utf8))
  }

  private func cells(_ words: [[(String, Int, Int)]], _ drawing: PDFDrawing) -> [String] {
    let grid = PDFGrid(pages: printed(words), drawing: drawing)
    let file = grid.file
    return file.grids[0].cells.map {
      let text = file.string(of: $0).replacing("\n", with: "⏎")
      return "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) \(text)"
    }
  }

  /// A box of 300 × 60 points at (50, 100): a column merged over both rows, then two columns.
  private static let box = bars([
    (50, 100, 350, 101), (150, 130, 350, 131), (50, 160, 350, 161), (50, 100, 51, 161), (150, 100, 151, 161),
    (250, 100, 251, 161), (350, 100, 351, 161),
  ])

  @Test("a cell merged over two rows, wrapped text, text above the table")
  func merged() {
    let words = [
      ("绩效表", 180, 50), ("产出", 90, 115), ("指标", 90, 128), ("设备数量", 160, 110), ("≥6台", 260, 110),
      ("合格率", 160, 140), ("=100%", 260, 140),
    ]
    #expect(
      cells([words], Self.drawing([Self.box])) == [
        "0,1 1x1 绩效表", "1,0 2x1 产出指标", "1,1 1x1 设备数量", "1,2 1x1 ≥6台", "2,1 1x1 合格率", "2,2 1x1 =100%",
      ])
  }

  @Test("strokes under a transform are lines too; white ones, curves and letters are not")
  func strokes() {
    let lines =
      PDFDrawing(
        Array(
          """
          <svg><defs><path d="M 0 0 L 90 0"/></defs>
          <path style="fill:none;stroke-width:1;stroke:rgb(0%,0%,0%);" d="M 500 1000 L 3500 1000 M 500 1000 L 500 1600" \
          transform="matrix(0.1,0,0,-0.1,0,842)"/>
          <path fill="none" stroke="rgb(0%, 0%, 0%)" d="M 10 20 L 10 90 L 50 90"/>
          <path style="fill:rgb(100%,100%,100%);" d="M 0 0 L 90 0 L 90 1 L 0 1 Z"/>
          <path style="fill:none;stroke:rgb(0%,0%,0%);" d="M 0 0 C 1 1 2 2 90 0"/>
          </svg>
          """.utf8)
      ).pages.first ?? []
    let point = Length.point
    #expect(
      lines == [
        RuledLine(isVertical: false, position: 742 * point, from: 50 * point, to: 350 * point),
        RuledLine(isVertical: true, position: 50 * point, from: 682 * point, to: 742 * point),
        RuledLine(isVertical: true, position: 10 * point, from: 20 * point, to: 90 * point),
        RuledLine(isVertical: false, position: 90 * point, from: 10 * point, to: 50 * point),
      ])
  }

  @Test("a table without lines at its sides")
  func openSides() {
    let lines = Self.bars([
      (50, 100, 350, 101), (50, 130, 350, 131), (50, 160, 350, 161), (150, 100, 151, 161),
    ])
    let words = [("项目名称", 60, 110), ("河道保洁", 160, 110), ("主管部门", 60, 140), ("某局", 160, 140)]
    #expect(
      cells([words], Self.drawing([lines])) == [
        "0,0 1x1 项目名称", "0,1 1x1 河道保洁", "1,0 1x1 主管部门", "1,1 1x1 某局",
      ])
  }

  @Test("a level whose cell is broken by the page, its name on the second page")
  func brokenPage() {
    let first = Self.bars([
      (50, 100, 350, 101), (150, 130, 350, 131), (50, 100, 51, 131), (150, 100, 151, 131),
      (350, 100, 351, 131),
    ])
    let second = Self.bars([
      (150, 80, 350, 81), (50, 110, 350, 111), (50, 50, 51, 110), (150, 50, 151, 110), (350, 50, 351, 110),
    ])
    let words = [
      [("设备数量", 160, 110)], [("产出指标", 60, 60), ("合格率", 160, 60), ("开通时间", 160, 90)],
    ]
    #expect(
      cells(words, Self.drawing([first, second])) == [
        "0,0 3x1 产出指标", "0,1 1x1 设备数量", "1,1 1x1 合格率", "2,1 1x1 开通时间",
      ])
  }

  @Test("paragraphs of a wide cell stay apart, wrapped lines do not")
  func paragraphs() {
    let box = Self.bars([(50, 100, 450, 101), (50, 200, 450, 201), (50, 100, 51, 201), (450, 100, 451, 201)])
    let long = String(repeating: "布设自助借还设备服务社区", count: 3)
    let words = [(long, 60, 110), ("读者满意。", 60, 124), (String(long.prefix(20)), 60, 138)]
    #expect(
      cells([words], Self.drawing([box])) == ["0,0 1x1 \(long)读者满意。⏎\(long.prefix(20))"])
  }

  @Test("places are pages and lines")
  func places() {
    let grid = PDFGrid(
      pages: printed([[("甲", 60, 110)], [("乙", 60, 20), ("丙", 60, 40)]]),
      drawing: PDFDrawing([]))
    let found = grid.file.grids[0]
    #expect(
      found.cells.map { grid.file.location(of: $0, in: found).description } == ["第1页第1行", "第2页第1行", "第2页第2行"])
  }

  @Test(
    "lengths as programs print them",
    arguments: [
      ("12.5", 125_000), ("-0.75", -7500), ("595", 5_950_000), (".5", 5000), ("1.23456789", 12345),
      ("99999999999999999999", Length.most),
    ])
  func lengths(text: String, value: Int) { #expect(Length.parse(Array(text.utf8)[...]) == value) }

  @Test("what is no number", arguments: ["", "-", "1e5", "1.2.3", "a"])
  func noLengths(text: String) { #expect(Length.parse(Array(text.utf8)[...]) == nil) }

  @Test(
    "letters that a font names by their radicals",
    arguments: [("项⽬⾦额：⻓⻔", "项目金额：长门"), ("≥6台⼀", "≥6台一"), ("⺀⿕⿟", "⺀龠⿟"), ("\u{E2}", "\u{E2}")])
  func radicals(text: String, expected: String) {
    #expect(String(decoding: RadicalLetters.replaced(in: Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test("a tool that fails gives an error with what to do", arguments: ReadingTools.PDFPart.allCases)
  func faults(part: ReadingTools.PDFPart) {
    let faults: [(ReadingTools.Fault, String)] = [
      (.missing, "apt-get install poppler-utils"), (.broken, "重新下载"), (.locked, "密码"),
      (.tooSlow(seconds: 20), "20 秒"), (.tooLarge(bytes: 64 << 20), "64 MB"), (.failed("原因"), "原因"),
      (.unsuitable, "不是 poppler 的"), (.ended(signal: 15), "信号 15"),
    ]
    for (fault, words) in faults {
      let input = FormInput(
        bytes: Array("%PDF-1.7\n".utf8), name: "表.pdf",
        tools: ReadingTools { _, _, _ throws(ReadingTools.Fault) in throw fault })
      #expect(FormReader.readAll(input).problems.first?.text.contains(words) ?? false)
    }
  }

  @Test("damaged output of the tools is no crash", arguments: Array(UInt64(1)...3))
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = wordList([[("产出", 90, 115), ("指标", 90, 128)], [("设备", 160, 20)]])
    let drawn = Array("<svg><page>\(Self.box)</page><page>\(Self.box)</page></svg>".utf8)
    for _ in 0..<200 {
      var (words, drawn) = (words, drawn)
      for _ in 0..<4 {
        words[Int.random(in: 0..<words.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        drawn[Int.random(in: 0..<drawn.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = PDFGrid(pages: PDFPage.pages(words, limit: 100) ?? [], drawing: PDFDrawing(drawn))
    }
  }
}
