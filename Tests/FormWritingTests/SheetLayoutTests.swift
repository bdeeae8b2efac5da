import FormModel
import FormWriting
import TestSupport
import Testing

@Suite("Excel layouts of places")
struct SheetLayoutTests {
  private func options(_ layers: String...) -> WritingOptions {
    let sheets = layers.enumerated().map { PlaceLayout.Sheet(path: "\($0)/form.sheet.yaml", text: $1) }
    return WritingOptions(
      layouts: Samples.layouts, placeLayouts: ["shanghai-target": PlaceLayout(sheets: sheets)])
  }

  private func part(_ name: String, _ options: WritingOptions) throws -> String {
    try PlaceSamples.text(
      of: name, in: XLSXWriter(options: options).bytes(of: Samples.library, template: try Samples.template()))
  }

  @Test("only what it says is different; the later layer holds")
  func merged() throws {
    let place = options("fonts: {body: 仿宋}\nsignature: 甲", "signature: 单位负责人：\norientation: landscape")
    let styles = try part("xl/styles.xml", place)
    #expect(styles.contains("仿宋") && styles.contains("方正小标宋简体") && !styles.contains("\"宋体\""))
    let texts = try part("xl/sharedStrings.xml", place)
    #expect(texts.contains("单位负责人：") && !texts.contains("填表人"))
    #expect(try part("xl/worksheets/sheet1.xml", place).contains("landscape"))
    let common = try part("xl/worksheets/sheet1.xml", WritingOptions(layouts: Samples.layouts))
    #expect(common.contains("portrait") || !common.contains("landscape"))
  }

  @Test("columns as wide as the place wants them")
  func widths() throws {
    let usual = try part("xl/worksheets/sheet1.xml", options(""))
    let wide = try part("xl/worksheets/sheet1.xml", options("widths: {target: 60}"))
    #expect(usual != wide)
    let back = try XLSXWriter(options: options("widths: {target: 60}")).bytes(
      of: Samples.library, template: try Samples.template())
    try PrintedSamples.hold(back, to: [Samples.library], ending: "xlsx")
  }

  @Test(
    "a mistake is told with the file and line of the layer that has it",
    arguments: [
      ("fonts: {boddy: 宋体}", "boddy"), ("sizes: {title: 900}", "4 到 72"), ("orientation: quer", "landscape"),
      ("widths: {level9: 3}", "level9"), ("footer: ~\nfoot: ~", "foot"), ("a: [", "1"),
    ])
  func mistakes(text: String, word: String) throws {
    let error = #expect(throws: WritingError.self) {
      try XLSXWriter(options: options("signature: 甲", text)).bytes(
        of: Samples.library, template: try Samples.template())
    }
    let words = error?.description ?? ""
    #expect(words.contains(word) && words.contains("1/form.sheet.yaml"), "\(words)")
  }
}
