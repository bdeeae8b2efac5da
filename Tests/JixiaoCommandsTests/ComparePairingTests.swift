import FormModel
import Testing

@testable import JixiaoCommands

/// Which approved form goes with which self-evaluation.
@Suite struct ComparePairingTests {
  /// `项目/单位/年度`.
  private static func sources(_ texts: [String]) -> [ComparedSource] {
    texts.map { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let fields: [FieldKey: String] = [.project: parts[0], .implementingUnit: parts[1], .year: parts[2]]
      return ComparedSource(file: text, number: nil, read: LocatedForm(form: Form(fields: fields)))
    }
  }

  private static func pairs(_ approved: [String], _ evaluated: [String]) -> String {
    let pairing = ComparePairing(sources(approved), sources(evaluated))
    let left = (pairing.approvedLeft.map { "\($0)-" } + pairing.evaluatedLeft.map { "-\($0)" })
    return (pairing.pairs.map { "\($0.approved)=\($0.evaluated)" } + left).joined(separator: " ")
  }

  @Test func oneAndOneAreAPairWhateverTheySay() {
    #expect(Self.pairs(["甲/某馆/2027"], ["乙/某所/2028"]) == "0=0")
  }

  @Test func projectUnitAndYearDecide() {
    let approved = ["甲/某馆/2027", "甲/某所/2027", "甲/某馆/2026", "乙/某馆/2027"]
    #expect(
      Self.pairs(approved, ["甲/某馆/2026", "乙 /某馆/2027", "甲/某所/2027", "丙/某馆/2027"]) == "2=0 3=1 1=2 0- -3")
  }

  @Test func whatAgreesInLessMustBeTheOnlyOne() {
    #expect(Self.pairs(["甲/某馆/2026", "乙/某馆/2027"], ["甲/某馆/2027", "乙//2027"]) == "0=0 1=1")
    #expect(Self.pairs(["甲/某馆/2025", "甲/某馆/2026"], ["甲/某馆/2027", "丙/某馆/2027"]) == "0- 1- -0 -1")
  }

  @Test func nothingIsPairedTwice() {
    #expect(Self.pairs(["甲/某馆/2027", "乙/某馆/2027"], ["甲/某馆/2027", "甲/某馆/2027"]) == "0- 1- -0 -1")
  }
}
