import FormComparison
import FormModel
import FoundationEssentials

/// What the index of comparisons says of one pair.
public struct ComparisonEntry: Sendable, Hashable {
  /// The page's file name.
  public var page: String
  /// 项目名称, or the names of the files.
  public var project: String
  /// 实施单位; empty where the form has none.
  public var unit: String
  /// 年度 as printed.
  public var year: String
  /// 总分 as printed; `nil` when it is no number.
  public var printed: Decimal?
  /// Out of 100, on the self-evaluation's own targets.
  public var own: Decimal?
  /// Out of 100, on the approved targets; `nil` for a self-evaluation alone.
  public var approved: Decimal?
  /// The grade of ``own``.
  public var grade: String?
  /// How many things changed.
  public var changes: Int
  /// How many of them make a target easier.
  public var loosened: Int
  /// Rows that somebody has to decide about.
  public var open: Int
  /// Errors and warnings of the self-evaluation.
  public var findings: Int

  init(_ pair: ComparedForms, page: String) {
    let form = pair.evaluated.read.form
    self.page = page
    project = form[.project] ?? pair.name
    unit = form[.implementingUnit] ?? ""
    year = form[.year] ?? ""
    printed = pair.points?.printed
    own = pair.points?.own.outOfHundred
    approved = pair.isAlone ? nil : pair.points?.approved.outOfHundred
    grade = pair.points?.own.grade
    changes = pair.comparison.changes.count
    loosened = pair.comparison.changes.count { $0.direction == .loosened }
    let matching = pair.comparison.matching
    open =
      matching.proposals.count + matching.splits.count { !$0.isTaken }
      + matching.merges.count { !$0.isTaken }
    findings = pair.evaluated.count(of: .error) + pair.evaluated.count(of: .warning)
  }

  /// What the changes are worth: own points less those on the approved targets.
  var worth: Decimal? {
    guard let own, let approved else { return nil }
    return own - approved
  }

  /// The printed total less the one worked out.
  var deviation: Decimal? {
    guard let printed, let own else { return nil }
    return printed - own
  }
}
