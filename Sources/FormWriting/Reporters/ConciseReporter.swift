import FormModel

/// One line a finding, the place first: for editors, `grep` and `sort`.
public struct ConciseReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "concise", purpose: Messages.concisePurpose)

  public init(_ setting: ReportSetting) {}

  public func text(of form: CheckedForm) -> String {
    var text = ""
    text.reserveCapacity(form.findings.count * Self.usualLine)
    for entry in form.findings {
      let finding = entry.finding
      text += oneLine(form.place(of: finding))
      text += ": "
      text += Messages.name(of: finding.severity)
      text += " ["
      text += oneLine(finding.rule)
      text += "] "
      text += oneLine(form.path(of: finding))
      text += "："
      text += oneLine(finding.message)
      text += "\n"
    }
    return text
  }

  /// In bytes.
  private static let usualLine = 300
}

/// `text` safe to print on one line.
func oneLine(_ text: String) -> String {
  let text = visible(text)
  let isOneLine = text.utf8.withContiguousStorageIfAvailable { !$0.contains(0x0A) }
  return isOneLine ?? false ? text : text.split(separator: "\n").joined(separator: " ")
}
