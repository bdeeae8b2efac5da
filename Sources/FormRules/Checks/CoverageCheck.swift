import ChineseText
import FormModel
import YAMLText

/// `coverage`: levels that must have rows, or must not stand together, or are printed without a row.
struct CoverageCheck: Check {
  static let kind = "coverage"
  /// `{level}`: the level spoken about; `{other}`: the one it does not go with.
  static let placeholders = ["level", "other"]

  private let level1: [String]
  private let level2: [String]
  private let apart: [[LevelPlace]]
  private let emptyHeadings: Bool
  /// `level1` and `level2` in a template, once they are looked up.
  private var numbers: (firsts: [Int], seconds: [Int])?

  init(_ parameters: inout CheckParameters) throws(YAMLError) {
    level1 = try parameters.texts("level1")
    level2 = try parameters.texts("level2")
    apart = try Self.pair(try parameters.take("apart"))
    emptyHeadings = try parameters.flag("empty-headings")
    guard !level1.isEmpty || !level2.isEmpty || !apart.isEmpty || emptyHeadings else {
      throw YAMLError(.other(Messages.needsRule), at: parameters.mark)
    }
  }

  /// `[[a, b], [c]]`: rows of `a` or `b` and rows of `c` do not stand in one form. A level may be written
  /// with its first level: `产出指标/成本指标`.
  private static func pair(_ node: YAMLNode?) throws(YAMLError) -> [[LevelPlace]] {
    guard let node else { return [] }
    var groups: [[LevelPlace]] = []
    for item in try node.items(of: "apart") {
      groups.append(try item.texts(of: "apart").map { LevelPlace($0) })
    }
    return groups
  }

  var isAboutRows: Bool { false }

  func resolved(_ levels: LevelNames) -> Self {
    var new = self
    new.numbers = numbers(in: levels)
    return new
  }

  private func numbers(in levels: LevelNames) -> (firsts: [Int], seconds: [Int]) {
    (level1.compactMap(levels.first), level2.flatMap(levels.seconds(named:)))
  }

  func evaluate(_ scope: Scope) -> Verdict {
    var verdict = Verdict()
    let (firsts, seconds) = numbers ?? numbers(in: scope.context.levels)
    requireFirsts(firsts, scope, &verdict)
    requireSeconds(seconds, scope, &verdict)
    keepApart(scope, &verdict)
    if emptyHeadings { listEmptyHeadings(scope, &verdict) }
    return verdict
  }

  private func requireFirsts(_ firsts: [Int], _ scope: Scope, _ verdict: inout Verdict) {
    for first in firsts {
      verdict.look()
      if scope.rows.intersection(scope.table.rows(ofFirst: first)).isEmpty {
        let printed = scope.context.levels.firstNames[first]
        verdict.hit(Hit(.level(printed, nil), expected: printed, values: ["level": printed]))
      }
    }
  }

  /// Any one of the second levels of a name will do: 101号 knows three kinds of 成本指标.
  private func requireSeconds(_ wanted: [Int], _ scope: Scope, _ verdict: inout Verdict) {
    let levels = scope.context.levels
    guard let first = wanted.first else { return }
    verdict.look()
    let has = wanted.contains { !scope.rows.intersection(scope.table.rows(ofSecond: $0)).isEmpty }
    if !has {
      let home = levels.secondNames[first]
      let path = FormPath.level(levels.firstNames[home.first], home.name)
      verdict.hit(Hit(path, expected: home.name, values: ["level": home.name]))
    }
  }

  private func keepApart(_ scope: Scope, _ verdict: inout Verdict) {
    guard apart.count == 2 else { return }
    verdict.look()
    if let a = row(under: apart[0], scope), let b = row(under: apart[1], scope) {
      let rows = scope.form.indicators
      verdict.hit(Hit(.form, values: ["level": rows[a].levelText, "other": rows[b].levelText]))
    }
  }

  private func row(under places: [LevelPlace], _ scope: Scope) -> Int? {
    scope.table.levelStarts.first { row in
      places.contains { $0.holds(scope.form.indicators[row].level1, scope.form.indicators[row].level2) }
    }
  }

  private func listEmptyHeadings(_ scope: Scope, _ verdict: inout Verdict) {
    if !scope.form.indicators.isEmpty { verdict.look() }
    let levels = scope.context.levels
    for heading in scope.form.emptyLevels {
      verdict.look()
      let home = levels.seconds(named: heading).first.map { levels.firstNames[levels.secondNames[$0].first] }
      let path = home.map { FormPath.level($0, heading) } ?? .level(heading, nil)
      verdict.hit(Hit(path, found: heading, values: ["level": heading]))
    }
  }
}

extension Indicator {
  fileprivate var levelText: String { level2.map { level1 + "/" + $0 } ?? level1 }
}

/// `成本指标` or `产出指标/成本指标`: a level, with or without the one above it.
private struct LevelPlace {
  private let first: Name
  private let second: Name?

  init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map {
      Name(String($0))
    }
    first = parts.first ?? Name(text)
    second = parts.count > 1 ? parts[1] : nil
  }

  func holds(_ level1: String, _ level2: String?) -> Bool {
    guard first.isSame(as: level1) else { return false }
    return second.map { $0.isSame(as: level2 ?? "") } ?? true
  }

  /// A level's name as printed, with or without 指标.
  private struct Name {
    private let long: String
    private let short: String

    init(_ name: String) {
      long = name
      short = name.hasSuffix("指标") ? String(name.dropLast(2)) : name
    }

    func isSame(as printed: String) -> Bool {
      if isSameBytes(printed, long) { return true }
      let printed = plain(printed)
      return isSameBytes(printed, long) || isSameBytes(printed, short)
    }
  }
}
