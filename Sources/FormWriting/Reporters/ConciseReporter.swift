import ChineseText
import FormModel

/// One line a finding, the place first: for editors, `grep` and `sort`.
public struct ConciseReporter: TextReporter {
  /// The name and the purpose of the format.
  public static let format = ReportFormat(name: "concise", purpose: Messages.concisePurpose)

  public init(_ setting: ReportSetting) {}

  public func text(of form: CheckedForm) -> String { String(decoding: bytes(of: form), as: UTF8.self) }

  public func bytes(of form: CheckedForm) -> [UInt8] {
    var text = GrowingText(capacity: form.findings.count * Self.usualLine)
    for index in form.findings.indices { write(index, of: form, to: &text) }
    return text.bytes
  }

  private func write(_ index: Int, of form: CheckedForm, to text: inout GrowingText) {
    var start = text.bytes.count
    form.writePlace(ofFinding: index, to: &text)
    text.keepToOneLine(from: start)
    text.add(": ")
    text.add(Messages.name(of: form.findings[index].finding.severity))
    text.add(" [")
    start = text.bytes.count
    text.add(form.findings[index].finding.rule)
    text.keepToOneLine(from: start)
    text.add("] ")
    start = text.bytes.count
    form.writePath(ofFinding: index, to: &text)
    text.keepToOneLine(from: start)
    text.add("：")
    start = text.bytes.count
    text.add(form.findings[index].finding.message)
    text.keepToOneLine(from: start)
    text.add("\n")
  }

  /// In bytes.
  private static let usualLine = 400
}
