import FormModel

/// One line a finding, the place first: for editors, `grep` and `sort`.
public struct ConciseReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "concise", purpose: Messages.concisePurpose)

  public init(_ setting: ReportSetting) {}

  public func text(of form: CheckedForm) -> String {
    form.findings.reduce(into: "") { text, entry in
      let finding = entry.finding
      text += oneLine("\(form.place(of: finding)): \(Messages.name(of: finding.severity)) ")
      text += oneLine("[\(finding.rule)] \(form.path(of: finding))：\(finding.message)") + "\n"
    }
  }
}

/// `text` safe to print on one line.
func oneLine(_ text: String) -> String {
  let text = visible(text)
  guard text.utf8.contains(0x0A) else { return text }
  return text.split(separator: "\n").joined(separator: " ")
}
