import FormModel

/// A finding as an object with the same keys for every finding.
struct JSONFinding {
  let form: CheckedForm

  /// - Parameter isWhole: whether file and form are told as well, for an object that stands alone.
  func value(of entry: ReportedFinding, isWhole: Bool) -> JSONValue {
    let finding = entry.finding
    var members: [(key: String, value: JSONValue)] = isWhole ? [("file", .text(form.file))] : []
    members += place(of: finding)
    members += [
      ("rule", .text(finding.rule)), ("severity", .text(finding.severity.rawValue)),
      ("message", .text(finding.message)), ("found", JSONValue(finding.found)),
      ("expected", JSONValue(finding.expected)), ("help", .text(finding.help)),
      ("suggestion", JSONValue(finding.suggestion)), ("remedy", .text(finding.remedy.rawValue)),
      ("fix", JSONValue(finding.fix)), ("basis", Self.basis(finding.basis)),
    ]
    if isWhole {
      members += [("form", JSONValue(form.number)), ("project", JSONValue(form.project))]
    }
    return .object(
      members + [
        ("fingerprint", .text(Fingerprint(of: finding, in: form).text)),
        ("state", JSONValue(entry.state?.rawValue)),
      ])
  }

  /// A finding that somebody has answered for.
  func value(of entry: AnsweredFinding) -> JSONValue {
    .object(
      place(of: entry.finding) + [
        ("rule", .text(entry.finding.rule)), ("severity", .text(entry.finding.severity.rawValue)),
        ("message", .text(entry.finding.message)), ("reason", .text(entry.suppression.reason)),
        ("person", JSONValue(entry.suppression.person)), ("until", JSONValue(entry.suppression.until)),
      ])
  }

  private func place(of finding: Finding) -> [(key: String, value: JSONValue)] {
    [
      ("location", JSONValue(form.location(of: finding)?.description)),
      ("path", .text(form.path(of: finding))),
    ]
  }

  private static func basis(_ basis: Basis) -> JSONValue {
    .object([("document", .text(basis.document)), ("certainty", .text(basis.certainty.rawValue))])
  }
}

extension JSONValue {
  /// A number, or `null` for a missing one.
  init(_ number: Int?) { self = number.map { .number("\($0)") } ?? .null }
}
