import FormModel
import FormScoring
import FormTemplates
import FoundationEssentials
import YAMLText

/// `amounts`: the money of a form agrees with itself, wherever it stands.
struct AmountsCheck: Check {
  static let kind = "amounts"
  /// `{sum}`, `{difference}`, `{parts}`; `{amount}`: in a text; `{known}`: the form's;
  /// `{habit}`: the rounding that explains a difference, or nothing.
  static let placeholders = ["sum", "difference", "parts", "amount", "known", "habit"]

  private let subject: Subject
  let places: [Place]
  let annual: WordList?
  let project: WordList?
  let except: WordList?
  let fillers: [String]
  /// What the part of the narrative is called that lists the year's tasks, and what other parts are.
  let headings: [String]
  let otherHeadings: [String]

  /// `of`: what is compared.
  private enum Subject: String, CaseIterable {
    /// The lines of 预算执行情况 with their total.
    case lines
    /// A cost that is a result with the money spent.
    case costSpent = "cost-spent"
    /// Whether the unit of the amounts is declared.
    case unit
    /// Amounts in a text, behind words for the year's or the project's money, with the form's.
    case text
    /// The amount of the whole project in a text about the year.
    case wholeProject = "whole-project"
    /// Shares behind `annual` words, which add to 100 %.
    case shares
    /// The money of the tasks that a text lists, with the year's or the project's.
    case tasks
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let subject = try parameters.choice("of", of: Subject.self) else {
      throw YAMLError(.missingKey("of"), at: parameters.mark)
    }
    self.subject = subject
    places = try parameters.places("at", else: [])
    annual = try parameters.words("annual")
    project = try parameters.words("project")
    except = try parameters.words("except")
    fillers = try parameters.texts("fillers")
    headings = try parameters.texts("headings")
    otherHeadings = try parameters.words("other-headings")?.words ?? []
  }

  var isAboutRows: Bool { subject == .costSpent }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    switch subject {
    case .lines: judgeLines(scope.context, &verdict)
    case .costSpent: judgeCosts(scope, &verdict)
    case .unit: judgeUnit(scope.context, &verdict)
    case .text: judgeTexts(scope, &verdict)
    case .wholeProject: judgeWholeProject(scope, &verdict)
    case .shares: judgeShares(scope, &verdict)
    case .tasks: judgeTasks(scope, &verdict)
    }
    return verdict
  }
}

// MARK: Cells

extension AmountsCheck {
  private func judgeLines(_ context: FormContext, _ verdict: inout Verdict) {
    guard let total = context.total, context.form.budget.count > 1 else { return }
    let lines = context.form.budget.filter { $0.line != total.line.line }
    for column in [BudgetLine.Column.initial, .adjusted, .executed] {
      guard let whole = context.amount(total.line, column), let value = whole.value else { continue }
      let amounts = lines.compactMap { context.amount($0, column) }
      guard amounts.allSatisfy({ $0.unit == whole.unit }) else {
        verdict.cannotTell(Messages.otherUnits)
        continue
      }
      let parts = amounts.compactMap(\.value)
      guard !parts.isEmpty, parts.count == amounts.count else { continue }
      let sum = parts.reduce(0, +)
      // 其中： lists only some lines where not all are printed.
      guard sum > value || lines.count >= 3 else { continue }
      verdict.look()
      guard sum != value else { continue }
      verdict.hit(hit(.budget(total.index, column), whole.text, value, parts))
    }
  }

  private func hit(_ path: FormPath, _ printed: String, _ whole: Decimal, _ parts: [Decimal]) -> Hit {
    let sum = parts.reduce(0, +)
    let step = Decimal(sign: .plus, exponent: -2, significand: 1)
    let isRounding = abs(sum - whole) <= step * Decimal(parts.count)
    var hit = Hit(
      path, found: printed, expected: "\(sum)",
      values: [
        "sum": "\(sum)", "difference": "\(whole - sum)",
        "parts": parts.map { "\($0)" }.joined(separator: " + "),
        "habit": isRounding ? Messages.roundedAmounts : "",
      ])
    if isRounding { hit.severity = .info }
    return hit
  }

  private func judgeCosts(_ scope: Scope, _ verdict: inout Verdict) {
    guard !scope.rows.isEmpty, let text = scope.context.total?.line[.executed] else { return }
    guard let spent = Amount(text, unit: scope.context.moneyUnit).yuan else {
      return verdict.cannotTell(Messages.noMoneyUnit)
    }
    for row in scope.rows {
      guard let actual = scope.form.indicators[row].actual, case .quantity(let quantity) = actual.meaning,
        let unit = quantity.unit, unit.kind == .money
      else { continue }
      verdict.look()
      // 125.44 万元 may stand as 126 万元.
      guard unit.inBase(quantity.value) - spent >= unit.factor else { continue }
      verdict.hit(Hit(.indicator(row, .actual), found: actual.text, expected: text))
    }
  }

  private func judgeUnit(_ context: FormContext, _ verdict: inout Verdict) {
    guard
      Self.fields.contains(where: { context.amount($0)?.value != nil })
        || cells(of: context).contains(where: { $0.value != nil })
    else { return }
    verdict.look()
    guard context.moneyUnit == nil,
      cells(of: context).contains(where: { amount in
        amount.unit == nil && amount.value.map { $0 != 0 } ?? false
      })
    else { return }
    verdict.hit(Hit(.field(.moneyUnit), found: context.form[.moneyUnit]))
  }

  func cells(of context: FormContext) -> [Amount] {
    let line = context.total?.line
    return Self.fields.compactMap(context.amount)
      + [BudgetLine.Column.initial, .adjusted, .executed].compactMap { column in
        line.flatMap { context.amount($0, column) }
      }
  }

  private static let fields: [FieldKey] = [.projectTotal, .annualTotal, .annualFiscal, .projectFiscal]
}
