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
      "\(right) of \(cells) cells, \(rightRows) of \(rows) rows\n" + wrong.prefix(80).joined(separator: "\n")
    }
  }

  @Test("come back", arguments: [FormKind.selfEvaluation, .target])
  func comeBack(_ kind: FormKind) throws {
    var score = Score()
    for seed in 0..<UInt64(6) {
      var forms = FlowedForms(seed: seed)
      var printer = FlowedPrinter(style: forms.style())
      let widths = forms.widths()
      let printed = (0..<4).map { _ in forms.form(kind) }
      for form in printed { FlowedForms.print(form, widths, to: &printer) }
      let wrong = score.wrong.count
      compare(printed, try FlowedGrids.forms(in: printer.text), &score)
      if score.wrong.count > wrong {
        score.wrong.insert("seed \(seed) \(printer.style) \(widths)", at: wrong)
      }
    }
    print("flowed law, \(kind): \(score)")
    #expect(score.share > 0.99, "\(score)")
  }

  private func compare(_ printed: [Form], _ read: [Form], _ score: inout Score) {
    for (index, form) in printed.enumerated() {
      let other = index < read.count ? read[index] : Form()
      for key in [FieldKey.title, .year, .project, .department, .implementingUnit, .annualGoal, .actualGoal] {
        _ = score.count(form[key], other[key])
      }
      let pairs = Self.pairs(
        form.indicators.map(\.level3), other.indicators.map { FlowedGrids.bare($0.level3) })
      for (number, row) in form.indicators.enumerated() {
        let got = pairs[number].map { other.indicators[$0] } ?? Indicator(level1: "", level3: "")
        score.rows += 1
        let right = IndicatorColumn.allCases.map { score.count(row[$0], got[$0]) }
        if right.allSatisfy({ $0 }) { score.rightRows += 1 }
      }
    }
  }

  /// Which row read is which row printed: by their names in order, and by their number between those.
  private static func pairs(_ wanted: [String], _ read: [String]) -> [Int?] {
    let common = read.difference(from: wanted).inferringMoves()
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in common {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let kept = read.indices.filter { !inserted.contains($0) }
    var pairs: [Int?] = []
    var next = 0
    for index in wanted.indices {
      guard removed.contains(index) else {
        pairs.append(kept[next])
        next += 1
        continue
      }
      let last = pairs.last.flatMap { $0 } ?? -1
      pairs.append(inserted.contains(last + 1) ? last + 1 : nil)
    }
    return pairs
  }
}
