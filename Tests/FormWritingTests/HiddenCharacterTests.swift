import FormModel
import Testing

@testable import FormWriting

/// What shows nothing or turns the direction of a text is written by its number in every report.
@Suite struct HiddenCharacterTests {
  static let hidden = [
    "\u{7}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200F}", "\u{2028}",
    "\u{202E}",
    "\u{2060}", "\u{2066}", "\u{206F}", "\u{FEFF}", "\u{FFF9}", "\u{E0041}",
  ]

  @Test("no report has it raw", arguments: hidden)
  func reports(sign: String) throws {
    var form = Samples.library
    form[.project] = "图书\(sign)馆"
    let finding = ReportSamples.finding(at: .field(.project), message: "“\(sign)”不对", found: sign)
    for reporter in ReportSamples.textReporters {
      let report = ReportSamples.report(reporter, of: [try ReportSamples.checked([finding], form: form)])
      #expect(!report.dropFirst().unicodeScalars.contains { "\($0)" == sign }, "\(type(of: reporter))")
    }
  }

  @Test("JSON reads back to the same text, wherever it stands", arguments: hidden)
  func json(sign: String) {
    for before in ["", "a", "“图书”", "一二三，四五六"] {
      let text = JSONValue.text(before + sign + "，“尾”").text(indent: nil)
      #expect(!text.unicodeScalars.contains { "\($0)" == sign })
      #expect(text.contains("\\u") && text.contains("，“尾”"))
    }
    #expect(JSONValue.text("“图书”，…—①２％").text(indent: nil) == "\"“图书”，…—①２％\"")
  }
}
