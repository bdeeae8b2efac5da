import FormRules
import FormWriting

/// `jixiao rules test`: the examples of a folder of rules, and what every rule must have.
struct RuleTestRun {
  private let library: Library
  private let folders: [String]
  private let tellsCoverage: Bool
  private let surroundings = Surroundings.current

  init(_ library: Library, folders: [String], _ tellsCoverage: Bool) {
    (self.library, self.folders, self.tellsCoverage) = (library, folders, tellsCoverage)
  }

  func run() throws -> ExitCode {
    var folder = RuleFolderReading(rules: try library.rules())
    for path in folders { try folder.add(folder: path) }
    for error in folder.errors {
      Console.out(visible(Messages.brokenRule(error.text)))
    }
    let tester = try library.tester(for: Set(library.templateIDs), rules: folder.rules)
    let ids = folders.isEmpty ? folder.rules.rules.map(\.id) : folder.added
    var sum = RuleTestSum(unreadable: folder.errors.count)
    for id in ids {
      if let rule = tester.rules[id] { tell(tester.report(on: rule, isStrict: folders.isEmpty), &sum) }
    }
    // Rules that were there before may change their minds when words or rules beside them are replaced.
    for rule in tester.rules.rules where !ids.contains(rule.id) && folder.mayChange(rule) {
      let report = tester.report(on: rule)
      if !report.problems.isEmpty { tell(report, &sum) }
    }
    if tellsCoverage {
      let coverage = RuleCoverage(tester, rules: ids)
      Console.out(
        visible(RuleCoverageText(coverage, width: surroundings.width, tellsUnused: folders.isEmpty).text))
    }
    Console.error(Messages.sum(sum))
    return sum.unreadable > 0 ? .unreadable : sum.failed > 0 ? .findings : .clean
  }

  private func tell(_ report: RuleTestReport, _ sum: inout RuleTestSum) {
    sum.add(report)
    Console.out(visible(Messages.line(of: report)))
    for problem in report.problems {
      let place = problem.line.map { "\(report.file):\($0)" } ?? report.file
      Console.out(visible(Messages.text(of: problem, at: place)))
    }
    if !report.others.isEmpty { Console.out(visible(Messages.others(report.others.sorted()))) }
  }
}

/// What the tests of rules add up to.
struct RuleTestSum {
  private(set) var rules = 0
  private(set) var failed = 0
  private(set) var examples = 0
  private(set) var runs = 0
  /// Files that could not be read.
  var unreadable: Int

  init(unreadable: Int) { self.unreadable = unreadable }

  mutating func add(_ report: RuleTestReport) {
    rules += 1
    failed += report.problems.isEmpty ? 0 : 1
    examples += report.examples
    runs += report.runs
  }
}

/// Folders of rules read file by file, so that every broken one is told.
struct RuleFolderReading {
  private(set) var rules: RuleSet
  /// The rules of the folders.
  private(set) var added: [String] = []
  private(set) var errors: [RuleError] = []
  /// Word lists that the folders hold, and rules of theirs that were there before.
  private(set) var changedLists: Set<String> = []
  /// See `changedLists`.
  private(set) var replaced: Set<String> = []

  init(rules: RuleSet) { self.rules = rules }

  /// Whether a rule of the program's may say something else beside the folders' rules and words.
  func mayChange(_ rule: Rule) -> Bool {
    !rule.vocabularyNames.isDisjoint(with: changedLists) || !replaced.isDisjoint(with: rule.unless)
  }

  /// - Throws: `Complaint` for a folder without rules; `FileError`.
  mutating func add(folder: String) throws {
    let files = try DataFolder.files(in: folder).map { RuleFile(path: $0.path, text: $0.text) }
    guard !files.isEmpty else { throw Complaint(Messages.noRules(folder), .usage) }
    let before = rules
    if let whole = try? rules.adding(files: files) {
      rules = whole
    } else {
      addOneByOne(files.filter { $0.wordList != nil } + files.filter { $0.wordList == nil })
    }
    let paths = Set(files.map(\.path))
    added += rules.rules.filter { paths.contains($0.file) }.map(\.id)
    changedLists.formUnion(files.compactMap(\.wordList))
    replaced.formUnion(added.filter { before[$0] != nil })
  }

  private mutating func addOneByOne(_ files: [RuleFile]) {
    var good: [RuleFile] = []
    let before = rules
    for file in files {
      do throws(RuleError) {
        rules = try before.adding(files: good + [file])
        good.append(file)
      } catch {
        errors.append(error)
      }
    }
  }
}
