import FormModel
import Glibc
import Synchronization
import YAMLText

/// What `jixiao.yaml` says: the folder's own severities and choice of rules.
struct LintConfiguration: Sendable {
  static let fileName = "jixiao.yaml"

  var select: Set<String> = []
  var ignore: Set<String> = []
  var levels: [String: RuleControl.Level] = [:]
  var failLevel: FailLevel?

  /// Nothing is said.
  static let none = LintConfiguration()

  private init() {}

  /// - Throws: `Complaint` with line and column of what cannot be used.
  init(at path: String, _ names: RuleNames) throws {
    let text = try FormFiles.text(at: path)
    do throws(YAMLError) {
      guard let root = try parseYAML(text) else { return }
      try read(root, names)
    } catch {
      throw Complaint(error.text(in: text, named: Self.shown(path)), .unreadable)
    }
  }

  /// The path from here on, where the file lies below; else the whole of it.
  private static func shown(_ path: String) -> String {
    guard let here = realpath(".", nil) else { return path }
    defer { free(here) }
    let prefix = String(cString: here) + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  private mutating func read(_ root: YAMLNode, _ names: RuleNames) throws(YAMLError) {
    var fields = try YAMLFields(root, of: Self.fileName)
    select = try rules("select", &fields, names)
    ignore = try rules("ignore", &fields, names)
    if let node = fields.take("fail-level") {
      let word = try node.text(of: "fail-level")
      guard let level = FailLevel(rawValue: word) else {
        let allowed = FailLevel.allCases.map(\.rawValue)
        throw YAMLError(.unknownValue(word, key: "fail-level", allowed: allowed), at: node.mark)
      }
      failLevel = level
    }
    if let node = fields.take("severity") { try readLevels(node, names) }
    try fields.finish()
  }

  /// A rule's own level stands over that of its group, wherever it is written.
  private mutating func readLevels(_ node: YAMLNode, _ names: RuleNames) throws(YAMLError) {
    var own: [String: RuleControl.Level] = [:]
    for entry in try node.entries(of: "severity") {
      let word = try entry.value.text(of: entry.key)
      guard let level = RuleControl.Level(word) else {
        let allowed = RuleControl.Level.words
        throw YAMLError(.unknownValue(word, key: entry.key, allowed: allowed), at: entry.value.mark)
      }
      guard let rules = names.rules(named: entry.key) else { throw unknown(entry.key, entry.keyMark, names) }
      if names.holds(entry.key) {
        own[entry.key] = level
      } else {
        for rule in rules { levels[rule] = level }
      }
    }
    levels.merge(own) { $1 }
  }

  private func rules(_ key: String, _ fields: inout YAMLFields, _ names: RuleNames) throws(YAMLError) -> Set<
    String
  > {
    guard let node = fields.take(key) else { return [] }
    var found: Set<String> = []
    for word in try node.texts(of: key) {
      guard let rules = names.rules(named: word) else { throw unknown(word, node.mark, names) }
      found.formUnion(rules)
    }
    return found
  }

  private func unknown(_ word: String, _ mark: YAMLMark, _ names: RuleNames) -> YAMLError {
    YAMLError(.other(Messages.unknownRule(word, didYouMean: names.nearest(word))), at: mark)
  }
}

/// Which findings of a file are wanted, and from which severity on they count; one for all files of a folder.
final class LintControl: Sendable {
  let rules: RuleControl
  let failLevel: FailLevel

  init(rules: RuleControl, failLevel: FailLevel) { (self.rules, self.failLevel) = (rules, failLevel) }
}

/// What holds for each file: the command line over the nearest `jixiao.yaml` upward from it, each read once.
final class Configurations: Sendable {
  let names: RuleNames
  private let select: Set<String>
  private let ignore: Set<String>
  private let failLevel: FailLevel?
  /// The one that was named on the command line, for all files.
  private let given: LintConfiguration?
  private let known = Mutex<[String: LintControl]>([:])

  /// - Throws: `Complaint` for an unknown rule, and where the `jixiao.yaml` that is named cannot be used.
  init(_ names: RuleNames, _ options: LintCommand) throws {
    self.names = names
    select = try names.rules(named: options.select, option: "--select")
    ignore = try names.rules(named: options.ignore, option: "--ignore")
    failLevel = options.batch.failLevel
    given = try options.config.map { try LintConfiguration(at: $0, names) }
  }

  /// What holds for a file.
  ///
  /// - Throws: `Complaint` where it cannot be used.
  func control(for file: String) throws -> LintControl {
    let folder = AtomicFile.folder(of: file == "-" ? "./-" : file)
    return try known.withLock { known in
      if let found = known[folder] { return found }
      let control = control(try given ?? nearest(to: folder))
      known[folder] = control
      return control
    }
  }

  private func control(_ file: LintConfiguration) -> LintControl {
    // A rule that is asked for by name is wanted, whatever the file says.
    let levels = file.levels.filter { !select.contains($0.key) || $0.value != .off }
    let rules = RuleControl(
      select: select.isEmpty ? file.select : select, ignore: ignore.union(file.ignore.subtracting(select)),
      levels: levels)
    return LintControl(rules: rules, failLevel: failLevel ?? file.failLevel ?? .warning)
  }

  private func nearest(to folder: String) throws -> LintConfiguration {
    guard let real = realpath(folder, nil) else { return .none }
    defer { free(real) }
    var folder = String(cString: real)
    while true {
      let path = (folder == "/" ? "" : folder) + "/" + LintConfiguration.fileName
      if AtomicFile.isRegular(path) { return try LintConfiguration(at: path, names) }
      if folder == "/" { return .none }
      folder = AtomicFile.folder(of: folder)
    }
  }
}
