import ArgumentParser
import FormModel
import FormRules
import FormTemplates
import FormWriting

/// `jixiao lint`: what a reviewer would object to.
struct LintCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: Messages.Abstract.lint, aliases: ["检查"])

  @Argument(help: ArgumentHelp(Messages.Option.anyForm, valueName: "表"))
  var forms: [String]

  @Option(help: ArgumentHelp(Messages.Option.template, valueName: "模板"))
  var template: String?

  @Option(help: ArgumentHelp(Messages.Option.rules, valueName: "文件夹"))
  var rules: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.failLevel, valueName: "error|warning|info"))
  var failLevel: Severity = .warning

  @Option(help: ArgumentHelp(Messages.Option.findingFormat, valueName: "human|ndjson"))
  var format: FindingFormat = .human

  func execute() throws -> ExitCode {
    let library = Library(ruleFolders: rules, needsRules: true)
    var worst = ExitCode.clean
    for path in forms {
      worst = max(worst, try lint(path, library))
    }
    return worst
  }

  /// One bad file does not stop the others.
  private func lint(_ path: String, _ library: Library) throws -> ExitCode {
    do {
      return try FormFiles.forms(at: path, library).map { try lint($0, at: path, library) }.max() ?? .clean
    } catch let error as FileError {
      Console.error(error.message)
    } catch let complaint as Complaint where complaint.exitCode == .unreadable {
      Console.error(complaint.text)
    }
    return .unreadable
  }

  private func lint(_ read: LocatedForm, at path: String, _ library: Library) throws -> ExitCode {
    let profile = try template.map { try library.template($0) } ?? library.template(of: read.form)
    let findings = try library.engine(for: profile).check(read).findings
    report(findings, of: read, at: path, PathLabels(profile))
    Console.error(Messages.lintSummary(path, project: read.form[.project], findings))
    return findings.contains { $0.severity >= failLevel } ? .findings : .clean
  }

  private func report(_ findings: [Finding], of read: LocatedForm, at path: String, _ labels: PathLabels) {
    if let reporter = format.reporter {
      let text = reporter.init().text(of: findings, file: path, form: read, labels: labels)
      if !text.isEmpty { Console.out(text.trimmingLastLineEnd) }
      return
    }
    let surroundings = Surroundings.current
    let view = FillView(style: surroundings.style, width: surroundings.width) { place in
      let location = read.location(of: place).map { ":\($0)" } ?? ""
      return "\(path)\(location) \(place.text(in: read.form, labels: labels))"
    }
    for finding in findings { Console.out(view.finding(finding, number: nil)) }
  }
}

/// What `--format` takes: words for people, or one of the reporters.
struct FindingFormat: ExpressibleByArgument {
  static let human = FindingFormat(reporter: nil)
  /// `nil` for people.
  let reporter: (any FindingReporter.Type)?

  private init(reporter: (any FindingReporter.Type)?) { self.reporter = reporter }

  init?(argument: String) {
    let reporter = FindingReporters.all.first { $0.name == argument }
    guard reporter != nil || argument == "human" else { return nil }
    self.reporter = reporter
  }

  var defaultValueDescription: String { reporter?.name ?? "human" }
  static var allValueStrings: [String] { ["human"] + FindingReporters.all.map { $0.name } }
}

extension Severity: ExpressibleByArgument {}

extension ExitCode: Comparable {
  public static func < (a: ExitCode, b: ExitCode) -> Bool { a.rawValue < b.rawValue }
}
