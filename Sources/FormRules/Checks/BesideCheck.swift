import FormModel
import FormTemplates
import FoundationEssentials
import YAMLText

/// `beside`: a form agrees with the documents that lie beside it: the narrative, and last year's form.
///
/// Without its document it does not apply; where the document is there but does not say, it cannot tell.
struct BesideCheck: Check {
  static let kind = "beside"
  /// `{narrative}`: its file, `{place}`: where in it, `{amount}`: what stands there, `{known}`: the form's, `{period}`,
  /// `{habit}`: that one is ten thousand times the other, or nothing. `{last}`: last year's target or result, `{when}`:
  /// the year it is of, `{count}`: rows, `{share}`: by how much in per cent, with its sign.
  static let placeholders = [
    "narrative", "place", "amount", "known", "period", "habit", "last", "when", "count", "share",
  ]

  private let finds: Finds
  let limit: Decimal
  /// What the part of the narrative is called, and what other parts are.
  let headings: [String]
  let otherHeadings: [String]
  /// Words before the year's amount, what may stand between, and what says that an amount is another.
  let annual: WordList?
  let fillers: [String]
  let except: WordList?
  /// Words that give a reason.
  let reasons: WordList?

  /// `finds`: what is wrong.
  private enum Finds: String, CaseIterable {
    /// The narrative has another amount for the year.
    case amount
    /// The narrative has no amount for the year.
    case noAmount = "no-amount"
    /// The narrative has another period.
    case period
    /// A target is easier than last year's.
    case below
    /// A target is easier than last year's result, by `limit` per cent.
    case reached
    /// All targets are last year's.
    case unchanged
    /// The money changed by more than `limit` per cent, the targets not at all.
    case moneyOnly = "money-only"
  }

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    guard let finds = try parameters.choice("finds", of: Finds.self) else {
      throw YAMLError(.missingKey("finds"), at: parameters.mark)
    }
    self.finds = finds
    limit = try parameters.number("limit") ?? 0
    headings = try parameters.texts("headings")
    otherHeadings = try parameters.words("other-headings")?.words ?? []
    annual = try parameters.words("annual")
    fillers = try parameters.texts("fillers")
    except = try parameters.words("except")
    reasons = try parameters.words("reasons")
  }

  var isAboutRows: Bool { finds == .below || finds == .reached }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    switch finds {
    case .amount, .noAmount, .period:
      guard let narrative = scope.context.companions.narrative else { return .notApplicable }
      switch finds {
      case .amount: judgeAmount(narrative, scope.form, &verdict)
      case .noAmount: judgeMissingAmount(narrative, scope.form, &verdict)
      default: judgePeriod(narrative, scope.context, &verdict)
      }
    case .below, .reached, .unchanged, .moneyOnly:
      guard let last = scope.context.companions.lastYear else { return .notApplicable }
      if let reason = last.doubt(beside: scope.form) {
        verdict.cannotTell(reason)
        return verdict
      }
      switch finds {
      case .below, .reached: judgeRows(last, scope, isReached: finds == .reached, &verdict)
      case .unchanged: judgeAll(last, scope.form, &verdict)
      default: judgeMoney(last, scope.form, &verdict)
      }
    }
    return verdict
  }
}

extension LastYear {
  /// Why it cannot be held against a form; `nil` where it can.
  fileprivate func doubt(beside form: Form) -> String? {
    guard let own = self.form.year, let year = form.year, own >= year else { return nil }
    return Messages.notLastYear(name, own, year)
  }

  /// The year it is of, for people.
  var when: String { form.year.map(Messages.ofYear) ?? Messages.lastYear }
}
