import FormComparison
import FormModel
import Foundation
import Testing

/// Identity, goals and money.
@Suite struct WholeFormChangeTests {
  private static let fields: [FieldKey: String] = [
    .project: "社区图书自助借还服务", .implementingUnit: "某区图书馆", .year: "2027", .moneyUnit: "元",
    .projectTotal: "3,840,000.00", .annualTotal: "1,280,000.00", .annualFiscal: "1,280,000.00",
    .annualGoal: "布设设备 6 台，9 月底前开通。",
  ]

  private static func evaluated(_ change: (inout Form) -> Void) -> Form {
    var form = Form(kind: .selfEvaluation, fields: fields)
    for key in [FieldKey.projectTotal, .annualTotal, .annualFiscal] { form[key] = nil }
    form[.moneyUnit] = "万元"
    form.budget = [
      BudgetLine(line: "total", cells: [.initial: "128.00", .adjusted: "120.00"]),
      BudgetLine(line: "currentYear", cells: [.initial: "128.00"]),
    ]
    change(&form)
    return form
  }

  private static func found(_ change: (inout Form) -> Void) -> String {
    let comparison = Comparison(
      approved: Form(kind: .target, fields: fields), evaluated: evaluated(change), words: MatchingData.words)
    let changes = comparison.changes.map { change in
      let extent = change.extent.map { " \($0.difference)\($0.unit)" } ?? ""
      return change.kind.rawValue + extent
    }
    return (changes + comparison.unclear.map { "?" + $0.reason.rawValue }).joined(separator: ", ")
  }

  @Test func theSameInOtherUnitsAndSpellingsIsNoChange() {
    #expect(Self.found { _ in } == "")
    #expect(Self.found { $0[.project] = "社区图书 自助借还服务" } == "")
    #expect(Self.found { $0[.annualGoal] = "布设设备６台、９月底前开通" } == "")
    #expect(Self.found { $0.budget[0][.initial] = "128" } == "")
  }

  @Test func whatIsPrintedRoundedIsNoChange() {
    var approved = Form(kind: .target, fields: Self.fields)
    approved[.annualTotal] = "1,280,049.55"
    let comparison = Comparison(
      approved: approved, evaluated: Self.evaluated { $0.budget[0][.initial] = "128.00" },
      words: MatchingData.words)
    #expect(comparison.changes.isEmpty)
    approved[.annualTotal] = "1,280,051.00"
    let other = Comparison(
      approved: approved, evaluated: Self.evaluated { _ in }, words: MatchingData.words)
    #expect(other.changes.map(\.kind) == [.funds])
  }

  @Test func identityGoalAndMoney() {
    #expect(Self.found { $0[.project] = "公园绿地养护" } == "identity")
    #expect(Self.found { $0[.implementingUnit] = "某区绿化所" } == "identity")
    #expect(Self.found { $0[.year] = "2028" } == "identity")
    #expect(Self.found { $0[.annualGoal] = "布设设备 5 台，9 月底前开通。" } == "goal")
    #expect(Self.found { $0.budget[0][.initial] = "130.00" } == "funds 2万元")
    #expect(Self.found { $0.budget[1][.initial] = "120.00" } == "funds -8万元")
  }

  @Test func whatIsNotDeclaredCannotBeTold() {
    #expect(Self.found { $0[.moneyUnit] = nil } == "?moneyUnitMissing, ?moneyUnitMissing")
    #expect(Self.found { $0.budget[0][.initial] = "约 128" } == "?notANumber")
    #expect(Self.found { $0.budget[0][.initial] = nil } == "")
    #expect(Self.found { $0[.annualGoal] = nil } == "")
  }

  /// The same figure in 元 and in 万元 is a slip of the unit, another figure another amount.
  @Test func aMistakenUnitOfMoneyIsOne() {
    var approved = Form(kind: .target, fields: Self.fields)
    (approved[.annualTotal], approved[.annualFiscal]) = ("128.00", "128.00")
    let slip = Comparison(approved: approved, evaluated: Self.evaluated { _ in }, words: MatchingData.words)
    #expect(slip.changes.map(\.kind) == [.scale, .scale])
    #expect(Self.found { $0[.moneyUnit] = "元" } == "funds -1279872元, funds -1279872元")
  }
}
