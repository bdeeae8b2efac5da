/// A page of a report in a folder, and its line in the index.
public struct ReportPage: Sendable {
  /// The whole page.
  public var text: String
  /// What the index says of it.
  public var entry: ReportEntry

  public init(text: String, entry: ReportEntry) {
    self.text = text
    self.entry = entry
  }
}

/// What the index of a report says of one page.
public struct ReportEntry: Sendable, Hashable {
  /// The page's file name.
  public var page: String
  /// The form as the command line names it.
  public var name: String
  /// 项目名称, or what is wrong with the file.
  public var title: String
  /// How many findings are errors.
  public var errors: Int
  /// How many findings are warnings.
  public var warnings: Int
  /// How many findings are notes.
  public var infos: Int
  /// The rules that found something, each once, in the order of the findings.
  public var rules: [String]

  init(_ form: CheckedForm, page: String) {
    self.page = page
    name = form.name
    title = form.isReadable ? form.project ?? "" : form.findings.first?.finding.message ?? ""
    (errors, warnings, infos) = (form.count(of: .error), form.count(of: .warning), form.count(of: .info))
    var seen: Set<String> = []
    rules = form.findings.map(\.finding.rule).filter { seen.insert($0).inserted }
  }
}
