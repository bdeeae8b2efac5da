import FormModel
import FormWriting
import Testing

/// A fingerprint is the same wherever the row has moved, and another for another place.
struct FingerprintTests {
  private func print(
    _ path: FormPath, rule: String = "vague-target", form: Form = Samples.library, file: String = "甲.yaml"
  ) throws -> Fingerprint {
    let finding = ReportSamples.finding(rule, at: path, .text(line: Int.random(in: 1...99), column: 1))
    return Fingerprint(of: finding, in: try ReportSamples.checked([finding], form: form, file: file))
  }

  @Test func survivesMovedRowsAndFiles() throws {
    var moved = Samples.library
    moved.indicators.insert(Indicator(level1: "产出指标", level2: "数量指标", level3: "新的一行"), at: 0)
    moved.indicators.reverse()
    for row in Samples.library.indicators.indices {
      let place = moved.indicators.count - 2 - row
      let before = try print(.indicator(row, .target))
      #expect(try print(.indicator(place, .target), form: moved, file: "别处/乙.xlsx") == before)
    }
  }

  @Test func differsByRulePlaceAndProject() throws {
    var other = Samples.library
    other[.project] = "另一个项目"
    let prints = [
      try print(.form), try print(.form, rule: "weight-sum"), try print(.form, form: other),
      try print(.field(.year)), try print(.level("产出指标", nil)), try print(.level("产出指标", "数量指标")),
      try print(.indicator(0, nil)), try print(.indicator(0, .target)), try print(.indicator(1, .target)),
    ]
    #expect(Set(prints).count == prints.count)
  }

  @Test func isReadBack() throws {
    let fingerprint = try print(.form)
    #expect(Fingerprint(fingerprint.text) == fingerprint)
    #expect(Fingerprint("") == nil)
    #expect(Fingerprint("xyz0123456789abc") == nil)
  }
}
