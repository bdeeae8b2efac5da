import FormModel
import FormReading
import Testing

@Suite("Rows cut by a page break")
struct PageBreakTests {
  private static let header = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注\n"

  /// Rows of two pages, as the grid of a PDF has them.
  private func read(_ first: String, _ second: String, header: String = header) throws -> [String] {
    let rows = (header + first).split(separator: "\n").count
    var file = drawn(header + first + "\n" + second, source: .pages)
    for index in file.grids[0].cells.indices {
      let row = Int(file.grids[0].cells[index].row)
      file.grids[0].cells[index].place = GridCell.Place(row < rows ? 1 : 2, row + 1)
    }
    let forms = try Recogniser(spellings: spellings).forms(in: file)
    #expect(forms.count == 1)
    #expect(forms.first?.remarks(.unplaced) == [])
    return forms.first?.form.indicators.map(\.line) ?? []
  }

  private static let full = "产出指标|数量指标|资源池|≥12000(G|14688(GB)|5|5|"
  private static let next = "|数量指标|服务类型数|≥5个|7个|5|5|"

  @Test("the rest of a row goes to the cells above it, and a row after it is a row")
  func rest() throws {
    #expect(
      try read(Self.full, "||容量|B)||||\n" + Self.next) == [
        "产出指标/数量指标/资源池容量 ≥12000(GB) 14688(GB) 5 5 ·", "产出指标/数量指标/服务类型数 ≥5个 7个 5 5 ·",
      ])
  }

  @Test("the rest of a value may look like a number")
  func numbers() throws {
    #expect(
      try read("产出指标|数量指标|资源池|≥1000|12144.|5|5|", "|||0.00|00||||") == [
        "产出指标/数量指标/资源池 ≥10000.00 12144.00 5 5 ·"
      ])
  }

  @Test("with the rest of a level, or a level printed again")
  func levels() throws {
    let whole = ["产出指标/质量指标/等保三级符合标准 符合 达成指标 5 5 ·"]
    #expect(try read("产出指标|质量指|等保三|符合|达成指|5|5|", "|标|级符合标准||标|||") == whole)
    #expect(try read("产出指标|质量指标|等保三|符合|达成指|5|5|", "产出指标|质量指标|级符合标准||标|||") == whole)
  }

  @Test("below the header printed again")
  func header() throws {
    let rows = Self.full + "\n" + Self.header + "||容量|B)||||\n" + Self.next
    #expect(
      try recognised(Self.header + rows).first?.form.indicators.map(\.line).first
        == "产出指标/数量指标/资源池容量 ≥12000(GB) 14688(GB) 5 5 ·")
    #expect(try read(Self.full, Self.header + "||容量|B)||||\n" + Self.next).count == 2)
  }

  @Test(
    "a row of its own stays one",
    arguments: [
      ("points", "产出指标|数量指标|设备数|≥6台|7台|5|5|", "||接入数|≥9个|||5|"),
      ("a form without points so far", "产出指标|数量指标|设备数|≥6台|7台|||", "||接入数|≥9个|9个|||"),
      ("points left out before", "产出指标|数量指标|设备数|≥6台||||\n||接入数|≥9个||5||", "||服务数|≥2次||||"),
      ("a level", "产出指标|数量指标|设备数|≥6台|7台|5|5|", "|质量指标|合格率|100%|100%|||"),
      ("a column that is blank above", "产出指标|数量指标|设备数|≥6台||5||", "||接入数|≥9个|9个|||"),
    ])
  func rows(why: String, first: String, second: String) throws {
    let count = first.split(separator: "\n").count
    #expect(try read(first, second).count == count + 1, "\(why)")
  }

  @Test("on one page there is nothing to join")
  func samePage() throws {
    #expect(try read(Self.full + "\n||容量|≥3||||", Self.next).count == 3)
  }

  @Test("without a column of points: an open bracket, or a name without a value")
  func withoutPoints() throws {
    let header = "一级指标|二级指标|三级指标|年度指标值\n"
    #expect(try read("产出指标|数量指标|设备|≥6台（", "||数|含备用）", header: header) == ["产出指标/数量指标/设备数 ≥6台（含备用） · · · ·"])
    #expect(try read("产出指标|数量指标|设备|≥6台", "||数|", header: header) == ["产出指标/数量指标/设备数 ≥6台 · · · ·"])
    #expect(try read("产出指标|数量指标|设备数|≥6台", "||接入数|≥9个", header: header).count == 2)
  }
}
