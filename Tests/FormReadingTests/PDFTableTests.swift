import FormModel
import FormReading
import TestSupport
import Testing

@testable import FormReading

/// Fictional sheets as office programs print them: rows that are too low, no lines at all, pages side by side.
@Suite("PDF: printed sheets")
struct PDFTableTests {
  // MARK: Rows that do not grow with their text

  @Test("two lines in a row of one line are one cell, not a part of the rows above and below")
  func lowRows() {
    let words: PrintedWords = [
      ("设备数量", 55, 104), ("≥6台", 155, 104), ("借还设备平均故", 55, 117), ("障时长", 55, 131), ("≤4小时", 155, 124),
      ("合格率", 55, 144), ("=100%", 155, 144),
    ]
    let lines = ruled([50, 150, 250], [100, 120, 140, 160])
    #expect(
      cells(of: PDFGrid(pages: printed([words]), lines: [lines]).file) == [
        "0,0 1x1 设备数量", "0,1 1x1 ≥6台", "1,0 1x1 借还设备平均故障时长", "1,1 1x1 ≤4小时", "2,0 1x1 合格率", "2,1 1x1 =100%",
      ])
  }

  @Test("text that fills such a row to its end may be cut; a known label is not")
  func cutText() throws {
    let words: PrintedWords = [
      ("设备数量", 55, 104), ("≥6台", 155, 104), ("借还设备平均故障时", 55, 117), ("长与恢复时长每月的", 55, 131),
      ("≤4小时", 155, 124), ("读者对借还设备满意", 55, 144), ("≥90%", 155, 144),
    ]
    let lines = ruled([50, 150, 250], [100, 120, 140, 160])
    let found = cells(of: PDFGrid(pages: printed([words]), lines: [lines]).file)
    #expect(found.filter { $0.hasSuffix("…") } == ["1,0 1x1 借还设备平均故障时长与恢复时长每月的 …", "2,0 1x1 读者对借还设备满意 …"])
  }

  @Test("lines below a table are no part of its last cell")
  func belowTable() {
    let words: PrintedWords = [("设备数量", 55, 104), ("填表人张三", 55, 122)]
    let lines = ruled([50, 150], [100, 120])
    #expect(
      cells(of: PDFGrid(pages: printed([words]), lines: [lines]).file) == ["0,0 1x1 设备数量", "1,0 1x1 填表人张三"])
  }

  // MARK: Page breaks

  @Test("rows that a page keeps apart are two, though no line is drawn between them")
  func apartRows() {
    let above = ruled([50, 150, 250, 350], [80, 100, 120]).filter {
      $0.isVertical || $0.position < 110 * Length.point
    }
    let below = ruled([50, 150, 250, 350], [50, 70, 90]).filter {
      $0.isVertical || $0.position > 60 * Length.point
    }
    let words: [PrintedWords] = [
      [("设备数量", 160, 104), ("10", 260, 104)], [("质量指标", 55, 54), ("合格率", 160, 54), ("5", 260, 54)],
    ]
    #expect(
      cells(of: PDFGrid(pages: printed(words), lines: [above, below]).file) == [
        "1,0 2x1 质量指标", "1,1 1x1 设备数量", "1,2 1x1 10", "2,1 1x1 合格率", "2,2 1x1 5",
      ])
  }

  @Test("points merged over a page break stay one number")
  func mergedPoints() {
    let box = RuledPage.Cell(
      box: Box(left: 0, top: 0, right: 100 * Length.point, bottom: 20 * Length.point),
      words: printed([[("10", 10, 4)]])[0].words, isRuled: true, isOpenBelow: true, isOpenAbove: true)
    var empty = box
    empty.words = []
    #expect(PageSeam([(box, empty)]).isJoined == [true])
    #expect(PageSeam([(empty, box)]).isJoined == [true])
    #expect(PageSeam([(box, box)]).isJoined == [false])
  }

  @Test("a text that goes on over a page break is one")
  func goesOn() {
    let cell = RuledPage.Cell(
      box: Box(left: 50 * Length.point, top: 0, right: 150 * Length.point, bottom: 40 * Length.point),
      words: printed([[("借还设备的平均故障", 55, 4), ("时长与恢复时长的和", 55, 18)]])[0].words, isRuled: true,
      isOpenBelow: true, isOpenAbove: true)
    #expect(PageSeam([(cell, cell)]).isJoined == [true])
  }

  @Test("a merged cell that the break closes has its name on the second page")
  func closedSeam() {
    let above = ruled([50, 150, 250, 350], [100, 120])
    let below = ruled([50, 150, 250, 350], [50, 70])
    let words: [PrintedWords] = [
      [("设备数量", 160, 104), ("10", 260, 104)], [("质量指标", 55, 54), ("合格率", 160, 54), ("5", 260, 54)],
    ]
    #expect(
      cells(of: PDFGrid(pages: printed(words), lines: [above, below]).file) == [
        "0,0 2x1 质量指标", "0,1 1x1 设备数量", "0,2 1x1 10", "1,1 1x1 合格率", "1,2 1x1 5",
      ])
  }

  @Test("what a page prints below its table and the next one in it is one")
  func overlap() {
    let words: [PrintedWords] = [
      [("设备数量", 160, 804), ("10", 260, 804), ("质量指标", 55, 830)],
      [("合格率", 160, 54), ("5", 260, 54), ("质量指标", 55, 64), ("开通时间", 160, 74), ("5", 260, 74)],
    ]
    let pages = PageOverlaps(printed(words), lines: [])
    #expect(pages.pages.map { $0.words.count } == [2, 5])
    #expect(pages.shifts == [nil, 766 * Length.point])
    let twice = PageOverlaps(printed([words[1], words[1]]), lines: [])
    #expect(twice.pages.map { $0.words.count } == [5, 5])
  }

  // MARK: No lines

  private static let columns = [50, 130, 210, 330, 430]
  private static let table = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "分值"],
    ["", "数量指标", "借还设备布设数量", "≥6台", "20"],
    ["产出指标", "质量指标", "借还设备完好率", "≥98%", "20"],
    ["", "时效指标", "开通时间", "2027年6月底前", "10"],
    ["效益指标", "社会效益指标", "年借还册次", "≥2万册", "30"],
    ["满意度指标", "服务对象满意度指标", "读者满意度", "≥90%", "10"],
  ]
  private static let expected = [
    "产出指标/数量指标/借还设备布设数量 ≥6台 · 20 · ·", "产出指标/质量指标/借还设备完好率 ≥98% · 20 · ·",
    "产出指标/时效指标/开通时间 2027年6月底前 · 10 · ·", "效益指标/社会效益指标/年借还册次 ≥2万册 · 30 · ·",
    "满意度指标/服务对象满意度指标/读者满意度 ≥90% · 10 · ·",
  ]
  private static let head = [["项目名称", "社区图书自助借还服务"], ["主管部门", "某区文化和旅游局"]]

  private func forms(_ pages: [PDFPage]) throws -> [LocatedForm] {
    let words = try spellings.words()
    let strips = PageStrips(pages, lines: [], words)
    return try Recogniser(spellings: spellings).forms(in: OpenTable(pages: strips.pages, words: words).file)
  }

  @Test("a table without lines: columns by gaps, merged levels by the middle of their rows")
  func open() throws {
    let page = rows(Self.head, left: [50, 130], top: 60) + rows(Self.table, left: Self.columns, top: 120)
    let form = try #require(try forms(printed([page])).first)
    #expect(form.form[.project] == "社区图书自助借还服务")
    #expect(form.form.indicators.map(\.line) == Self.expected)
    #expect(form.remarks(.unplaced) == [])
  }

  @Test("a level in the middle of an even number of rows, and a name over two lines")
  func between() throws {
    var page = rows(
      [
        ["一级指标", "二级指标", "三级指标", "年度指标值"], ["", "数量指标", "借还设备布设数量", "≥6台"], ["", "质量指标", "完好率", "≥98%"],
      ], left: Self.columns, top: 100)
    page += [("产出指标", 50, 130)]
    page += [
      ("效益指标", 50, 180), ("社会效益指标", 130, 180), ("自助借还服务覆盖居民的", 210, 173), ("比例", 210, 187),
      ("≥60%", 330, 180),
    ]
    let head = rows(Self.head, left: [50, 130], top: 40)
    let form = try #require(try forms(printed([head + page])).first)
    #expect(
      form.form.indicators.map(\.line) == [
        "产出指标/数量指标/借还设备布设数量 ≥6台 · · · ·", "产出指标/质量指标/完好率 ≥98% · · · ·",
        "效益指标/社会效益指标/自助借还服务覆盖居民的比例 ≥60% · · · ·",
      ])
  }

  @Test("a table without lines over two pages")
  func openPages() throws {
    let first =
      rows(Self.head, left: [50, 130], top: 60) + rows(Array(Self.table[..<4]), left: Self.columns, top: 120)
    let second = rows(Array(Self.table[4...]), left: Self.columns, top: 60)
    let form = try #require(try forms(printed([first, second])).first)
    #expect(form.form.indicators.map(\.line) == Self.expected)
    #expect(form.location(of: .indicator(3, .level3))?.description.hasPrefix("第2页") == true)
  }

  // MARK: Pages side by side

  /// The table with its columns from the fourth on a page of their own.
  private static func halves(_ range: Range<Int>, _ top: Int) -> [PrintedWords] {
    let chosen = Array(table[range])
    return [
      rows(chosen.map { Array($0[..<3]) }, left: columns, top: top),
      rows(chosen.map { Array($0[3...]) }, left: [50, 150], top: top),
    ]
  }

  @Test("columns on a page to the right")
  func sideBySide() throws {
    let halves = Self.halves(0..<6, 120)
    let head = rows(Self.head, left: [50, 130], top: 60)
    let form = try #require(try forms(printed([head + halves[0], halves[1]])).first)
    #expect(form.form.indicators.map(\.line) == Self.expected)
    #expect(form.location(of: .indicator(0, .weight))?.description.hasPrefix("第2页") == true)
  }

  @Test("first down and then over, or first over and then down", arguments: [true, false])
  func fourPages(isDownFirst: Bool) throws {
    let (upper, lower) = (Self.halves(0..<4, 120), Self.halves(4..<6, 60))
    let first = rows(Self.head, left: [50, 130], top: 60) + upper[0]
    let pages = isDownFirst ? [first, lower[0], upper[1], lower[1]] : [first, upper[1], lower[0], lower[1]]
    let found = try forms(printed(pages))
    #expect(found.count == 1)
    #expect(found.first?.form.indicators.map(\.line) == Self.expected)
  }

  @Test("two forms of the same layout on two pages stay two")
  func twoForms() throws {
    let page = rows(Self.head, left: [50, 130], top: 60) + rows(Self.table, left: Self.columns, top: 120)
    let found = try forms(printed([page, page]))
    #expect(found.map { $0.form.indicators.map(\.line) } == [Self.expected, Self.expected])
  }

  @Test("a text that the edge of the paper cuts is printed about it on both pages, and read once")
  func crossing() throws {
    let words = try spellings.words()
    let left =
      rows([["一级指标", "二级指标"]], left: [50, 150], top: 120) + [("社区图书自助借还服务的", 450, 60), ("项目名称", 50, 60)]
    let right: PrintedWords = [("借还服务的全部居民", 10, 60), ("年度指标值", 60, 120)]
    let lines = [ruled([50, 500], [50, 80, 140]), ruled([50, 250], [50, 80, 140])]
    let strips = PageStrips(printed([left, right]), lines: lines, words)
    let texts = strips.pages.flatMap(\.words).map { String(decoding: $0.text, as: UTF8.self) }
    #expect(strips.pages.count == 1)
    #expect(texts.contains("社区图书自助借还服务的全部居民"), "\(texts)")
    #expect(!texts.contains("借还服务的全部居民"))
  }

  // MARK: Caps

  @Test("more words than a file may have")
  func manyWords() {
    var limits = FormInput.Limits()
    limits.words = 3
    let list = wordList([[("甲", 10, 10), ("乙", 40, 10)], [("丙", 10, 10), ("丁", 40, 10)]])
    let input = FormInput(
      bytes: Array("%PDF-1.7\n".utf8), name: "表.pdf",
      tools: ReadingTools { _, _, _ throws(ReadingTools.Fault) in list },
      limits: limits)
    #expect(FormReader.readAll(input).problems.first?.text == "表.pdf: 文字超过 3 段\n  请拆成几个文件")
  }

  @Test("damaged output of the tools is no crash", arguments: Array(UInt64(1)...3))
  func damage(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = try spellings.words()
    let halves = Self.halves(0..<6, 120)
    let whole = wordList([rows(Self.head, left: [50, 130], top: 60) + halves[0], halves[1], halves[0]])
    let lines = [ruled([50, 130, 210, 330], [100, 140, 240]), ruled([50, 150, 250], [100, 140, 240])]
    for _ in 0..<150 {
      var list = whole
      for _ in 0..<8 {
        list[Int.random(in: 0..<list.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
      for lines in [[], lines] {
        let strips = PageStrips(PDFPage.pages(list, limit: 1_000) ?? [], lines: lines, words)
        let stack = PageOverlaps(strips.pages, lines: strips.lines)
        _ = PDFGrid(pages: stack.pages, lines: strips.lines)
        _ = OpenTable(pages: stack.pages, shifts: stack.shifts, words: words)
      }
    }
  }

  @Test("pages without a word are a scan")
  func scan() {
    let input = FormInput(
      bytes: Array("%PDF-1.7\n".utf8), name: "扫描.pdf",
      tools: ReadingTools { _, _, _ throws(ReadingTools.Fault) in wordList([[], []]) })
    #expect(FormReader.readAll(input).problems.first?.text.contains("扫描") ?? false)
  }

  @Test("words as XML writes them")
  func references() {
    let text = { (text: String) in String(decoding: XMLText.decoded(Array(text.utf8)[...]), as: UTF8.self) }
    #expect(text("a&amp;b&lt;&gt;&quot;&#39;") == "a&b<>\"'")
    #expect(text("&nbsp;&") == "&nbsp;&")
    #expect(
      printed([[("<2小时&", 10, 10)]])[0].words.map { String(decoding: $0.text, as: UTF8.self) } == ["<2小时&"])
  }
}
