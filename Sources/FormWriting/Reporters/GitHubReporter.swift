import FormModel

/// Commands of a GitHub workflow: each finding becomes a note at its line.
public struct GitHubReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "github", purpose: Messages.gitHubPurpose)

  public init(_ setting: ReportSetting) {}

  public func text(of form: CheckedForm) -> String {
    form.findings.reduce(into: "") { text, entry in text += line(for: entry.finding, in: form) + "\n" }
  }

  private func line(for finding: Finding, in form: CheckedForm) -> String {
    let path = form.path(of: finding)
    var values = [("file", form.file)]
    var place = path
    switch form.location(of: finding) {
    case .text(let line, let column): values += [("line", "\(line)"), ("col", "\(column)")]
    case .some(let location): place = "\(location) \(path)"
    case nil: break
    }
    values.append(("title", "\(finding.rule) \(place)"))
    let properties = values.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    let number = form.number.map { "#\($0) " } ?? ""
    let message = [
      number + finding.message, Messages.foundAndExpected(finding), Messages.help(finding),
      finding.suggestion.map(Messages.suggestedWording), Messages.basis(finding.basis),
    ].compactMap { $0 }.joined(separator: "\n")
    return "::\(Self.command(finding.severity)) \(properties)::\(Self.data(message))"
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// `%` and line ends would end the command.
  private static func data(_ text: String) -> String {
    visible(text).replacing("%", with: "%25").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
