import ChineseText
import FormModel
import FormTemplates
import FormWriting
import Testing

struct PlainTextWriterTests {
  private func lines(_ form: Form, _ template: Template, width: Int) -> [String] {
    let text = PlainTextWriter(options: WritingOptions(width: width)).text(of: form, template: template)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private let corners = "┌└├│"

  @Test(arguments: Samples.templates, [40, 48, 60, 61, 72, 80, 100, 119, 160])
  func everyLineHasItsWidth(id: String, width: Int) throws {
    let template = try Samples.template(id)
    for form in [Samples.library, Form()] {
      let lines = lines(form, template, width: width)
      let drawn = lines.filter { $0.first.map(corners.contains) ?? false }
      #expect(drawn.allSatisfy { displayWidth(of: $0) == width })
      #expect(lines.allSatisfy { displayWidth(of: $0) <= width })
      #expect(drawn.isEmpty == (width < PlainTextWriter.tableMinimum))
    }
  }

  @Test(arguments: Samples.templates) func generatedFormsKeepWidthAndText(id: String) throws {
    let template = try Samples.template(id)
    for seed in 0..<120 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      for width in [40, 60, 83, 120] {
        let lines = lines(form, template, width: width)
        let drawn = lines.filter { $0.first.map(corners.contains) ?? false }
        #expect(drawn.allSatisfy { displayWidth(of: $0) == width }, "seed \(seed) width \(width)")
        #expect(lines.allSatisfy { displayWidth(of: $0) <= width }, "seed \(seed) width \(width)")
        if width < PlainTextWriter.tableMinimum {
          let all = bare(lines.joined())
          for text in form.shownTexts(template)
          where !bare(text).isEmpty && !all.contains(bare(visible(text))) {
            Issue.record("seed \(seed): \(text.debugDescription) is lost")
          }
        }
      }
    }
  }

  /// Reads the cells back out of the drawing: between two `│` at the same places, line by line.
  @Test(arguments: [60, 80, 120]) func theDrawingHoldsEveryCharacter(width: Int) throws {
    let template = try Samples.template()
    let drawn = Set(bare(lines(Samples.library, template, width: width).joined()))
    let wanted = Samples.library.shownTexts(template).map(bare).joined()
    #expect(drawn.isSuperset(of: wanted))
    let count = lines(Samples.library, template, width: width).joined().filter { $0.isLetter }.count
    let table = FormTable(Samples.library, template: template)
    let cells = table.blocks.flatMap { $0.rows.joined().map(\.text) }.joined().filter { $0.isLetter }.count
    let footer = "分值产出指标效益指标满意度指标预算执行率".count
    #expect(count == cells + (table.title + table.yearLine).filter { $0.isLetter }.count + footer)
  }

  @Test func theWholeTableAt80() throws {
    let text = PlainTextWriter().text(of: Samples.library, template: try Samples.template())
    #expect(text == Snapshot.library80)
  }

  @Test func theListAt44() throws {
    let options = WritingOptions(width: 44)
    let text = PlainTextWriter(options: options).text(of: Samples.library, template: try Samples.template())
    #expect(text == Snapshot.library44)
  }

  @Test func controlCharactersAreSeen() throws {
    var form = Samples.library
    form[.project] = "图书\u{1B}[2J\u{07}馆\u{202E}x"
    let text = PlainTextWriter().text(of: form, template: try Samples.template())
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("␛[2J␇") && text.contains("<U+202E>"))
  }

  @Test func terminalsWithWideBoxLinesGetTheList() throws {
    let options = WritingOptions(width: 100, isAmbiguousWide: true)
    let text = PlainTextWriter(options: options).text(of: Samples.library, template: try Samples.template())
    #expect(!text.contains("│"))
  }
}
