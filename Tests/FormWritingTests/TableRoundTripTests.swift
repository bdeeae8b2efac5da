import FormModel
import FormWriting
import TestSupport
import Testing

/// A way to write a form as a table and to read it again.
struct TableFormat: CustomTestStringConvertible, Sendable {
  var name: String
  var ending: String
  var joinsTargets = false
  /// Of plain text; `nil` for another width every time.
  var width: Int?
  var testDescription: String { name }

  static let all = [
    TableFormat(name: "CSV", ending: "csv"),
    TableFormat(name: "CSV, targets whole", ending: "csv", joinsTargets: true),
    TableFormat(name: "Markdown", ending: "md"), TableFormat(name: "HTML", ending: "html"),
    TableFormat(name: "Excel", ending: "xlsx"), TableFormat(name: "Word", ending: "docx"),
    TableFormat(name: "text, any width", ending: "txt"),
    TableFormat(name: "text, 40 columns", ending: "txt", width: 40),
    TableFormat(name: "text, 60 columns", ending: "txt", width: 60),
    TableFormat(name: "text, 80 columns", ending: "txt", width: 80),
    TableFormat(name: "text, 120 columns", ending: "txt", width: 120),
  ]

  func hold(_ form: Form, _ random: inout SplitMix64) throws {
    var options = WritingOptions(width: width ?? Int.random(in: 16...240, using: &random))
    options.joinsTargets = joinsTargets
    options.layouts = Samples.layouts
    let writer = try #require(FormWriters.writer(named: ending))
    let template = try PrintedSamples.template(of: form, &random)
    let place = "\(name), \(options.width), \(template.id)"
    guard let texts = writer.init(options: options) as? any TextFormWriter else {
      let bytes = try writer.init(options: options).bytes(of: form, template: template)
      return try PrintedSamples.hold(bytes, to: [form], ending: ending, place)
    }
    let text = try texts.text(of: form, template: template)
    try PrintedSamples.hold(
      text, to: [form], ending: ending, keepsBlanks: !PrintedSamples.isDrawn(text), place)
  }
}

@Suite("What is printed is what is read")
struct TableRoundTripTests {
  @Test("the published forms", .enabled(if: SharedFiles.arePresent), arguments: TableFormat.all)
  func published(format: TableFormat) throws {
    let forms = try PrintedSamples.published()
    #expect(forms.count == 42)
    for (index, form) in forms.enumerated() {
      var random = SplitMix64(seed: UInt64(index))
      try format.hold(form, &random)
    }
  }

  /// 30 forms each of nine formats; with `JIXIAO_SOAK=1` 250.
  @Test("forms as people fill them in", arguments: TableFormat.all)
  func plausible(format: TableFormat) throws {
    for seed in PrintedSamples.seeds {
      var random = SplitMix64(seed: seed)
      try format.hold(PrintedSamples.plausible(seed), &random)
    }
  }
}
