import ArgumentParser
import FormModel
import FormRules
import FormTemplates
import FormWriting

/// `jixiao lint`: what a reviewer would object to.
struct LintCommand: ExecutableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: Messages.Abstract.lint, aliases: ["检查"])

  @Argument(help: ArgumentHelp(Messages.Option.sources, valueName: "表"))
  var forms: [String]

  @Option(help: ArgumentHelp(Messages.Option.template, valueName: "模板"))
  var template: String?

  @Option(help: ArgumentHelp(Messages.Option.rules, valueName: "文件夹"))
  var rules: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.failLevel, valueName: "error|warning|info"))
  var failLevel: Severity = .warning

  @Option(help: ArgumentHelp(Messages.Option.findingFormat, valueName: "human|ndjson"))
  var format: FindingFormat = .human

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  func execute() throws -> ExitCode {
    let library = try Library(ruleFolders: rules, templateFolders: templates, needsRules: true)
    let reader = SourceReader(library: library)
    var (worst, reading) = (ExitCode.clean, ReadingReport())
    for source in InputList.sources(forms) {
      worst = max(worst, try lint(reader.read(source), library, &reading))
    }
    if let news = reading.sources > 1 ? reading.summary : reading.passedOverLine { Console.error(news) }
    return reading.forms == 0 ? max(worst, .unreadable) : worst
  }

  /// One bad file does not stop the others, nor one bad form.
  private func lint(_ outcome: SourceReader.Outcome, _ library: Library, _ reading: inout ReadingReport)
    throws -> ExitCode
  {
    for line in reading.add(outcome) { Console.error(line) }
    var worst = outcome.problems.isEmpty ? ExitCode.clean : .unreadable
    for (index, form) in outcome.forms.enumerated() {
      let isOnlyOne = outcome.forms.count == 1
      let name = isOnlyOne ? outcome.source.name : "\(outcome.source.path)#\(index + 1)"
      do {
        worst = max(worst, try lint(form, at: name, library))
      } catch let complaint as Complaint where complaint.exitCode != .usage || template == nil {
        Console.error("\(name): \(complaint.text)")
        worst = max(worst, .unreadable)
      }
    }
    return worst
  }

  private func lint(_ read: LocatedForm, at path: String, _ library: Library) throws -> ExitCode {
    let profile = try template.map { try library.template($0) } ?? library.recognisedTemplate(of: read.form)
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
