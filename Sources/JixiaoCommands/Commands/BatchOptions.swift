import ArgumentParser

/// What all commands take that judge many forms and report on them.
struct BatchOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Messages.Option.rules, valueName: "文件夹"))
  var rules: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.templates, valueName: "文件夹"))
  var templates: [String] = []

  @Option(help: ArgumentHelp(Messages.Option.failLevel, valueName: "级别"))
  var failLevel: FailLevel?

  @Flag(help: ArgumentHelp(Messages.Option.force))
  var force = false

  @Option(name: [.short, .long], help: ArgumentHelp(Messages.Option.jobs, valueName: "个数"))
  var jobs: Int?

  @Flag(name: [.short, .long], help: ArgumentHelp(Messages.Option.quiet))
  var quiet = false

  @Flag(name: [.short, .long], help: ArgumentHelp(Messages.Option.verbose))
  var verbose = false

  /// How many forms are worked on at a time.
  ///
  /// - Throws: `Complaint` for a number below 1.
  func workers() throws(Complaint) -> Int {
    guard let jobs else { return Surroundings.cores }
    guard jobs > 0 else { throw Complaint(Messages.jobsUsage, .usage) }
    return jobs
  }

  /// The program's rules and templates with those that are named.
  func library() throws -> Library {
    try Library(ruleFolders: rules, templateFolders: templates, needsRules: true)
  }
}
