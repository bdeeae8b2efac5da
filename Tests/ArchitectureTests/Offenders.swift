import Testing

/// Fails with one line for each offender.
func expectNone(_ offenders: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  guard !offenders.isEmpty else { return }
  Issue.record("\(offenders.count):\n\(offenders.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
