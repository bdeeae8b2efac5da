import FormModel

/// One JSON object a finding, one line each; the keys are the same for every finding.
public struct NDJSONReporter: FindingReporter {
  public static let name = "ndjson"

  public init() {}

  public func text(of findings: [Finding], file: String, form: LocatedForm, labels: PathLabels) -> String {
    var text = ""
    for finding in findings {
      text += value(of: finding, file, form, labels).text(indent: nil) + "\n"
    }
    return text
  }

  private func value(of finding: Finding, _ file: String, _ form: LocatedForm, _ labels: PathLabels)
    -> JSONValue
  {
    let location = finding.location ?? form.location(of: finding.path)
    return .object([
      ("file", .text(file)),
      ("location", JSONValue(location?.description)),
      ("path", .text(finding.path.text(in: form.form, labels: labels))),
      ("rule", .text(finding.rule)),
      ("severity", .text(finding.severity.rawValue)),
      ("message", .text(finding.message)),
      ("found", JSONValue(finding.found)),
      ("expected", JSONValue(finding.expected)),
      ("help", .text(finding.help)),
      ("suggestion", JSONValue(finding.suggestion)),
      ("basis", basis(finding.basis)),
    ])
  }

  private func basis(_ basis: Basis) -> JSONValue {
    .object([("document", .text(basis.document)), ("certainty", .text(basis.certainty.rawValue))])
  }
}
