import FormModel
import TestSupport
import Testing

@testable import FormReading

/// Forms printed as flowed text in many widths and styles, and read back.
@Suite("Flowed text: generated forms")
struct FlowLawTests {
  /// How many cells came back right.
  struct Score: CustomStringConvertible {
    var cells = 0
    var right = 0
    var rows = 0
    var rightRows = 0
    var wrong: [String] = []

    mutating func count(_ wanted: String?, _ read: String?) -> Bool {
      guard let wanted, !wanted.isEmpty else { return true }
      cells += 1
      let isRight = FlowedGrids.bare(wanted) == FlowedGrids.bare(read ?? "")
      if isRight { right += 1 } else { wrong.append("want \(wanted), got \(read ?? "nothing")") }
      return isRight
    }

    var share: Double { cells == 0 ? 0 : Double(right) / Double(cells) }
    var description: String {
      "\(right) of \(cells) cells, \(rightRows) of \(rows) rows\n" + wrong.prefix(12).joined(separator: "\n")
    }
  }

  @Test("come back", arguments: [FormKind.selfEvaluation, .target])
  func comeBack(_ kind: FormKind) throws {
    var score = Score()
    for seed in 0..<UInt64(60) {
      var forms = FlowedForms(seed: seed)
      var printer = FlowedPrinter(style: forms.style())
      let widths = forms.widths()
      let printed = (0..<4).map { _ in forms.form(kind) }
      for form in printed { FlowedForms.print(form, widths, to: &printer) }
      try compare(printed, FlowedGrids.forms(in: printer.text), &score)
    }
    print("flowed law, \(kind): \(score)")
    #expect(score.share > 0.97, "\(score)")
  }

  private func compare(_ printed: [Form], _ read: [Form], _ score: inout Score) throws {
    for (index, form) in printed.enumerated() {
      let other = index < read.count ? read[index] : Form()
      for key in [FieldKey.title, .project, .department, .implementingUnit, .goalsAnnual, .goalsActual] {
        _ = score.count(form[key], other[key])
      }
      for (number, row) in form.indicators.enumerated() {
        let got =
          number < other.indicators.count ? other.indicators[number] : Indicator(level1: "", level3: "")
        score.rows += 1
        let right = IndicatorColumn.allCases.map { score.count(row[$0], got[$0]) }
        if right.allSatisfy({ $0 }) { score.rightRows += 1 }
      }
    }
  }
}
