import FormModel

extension RuleEngine {
  /// The live findings that an answer at `place` brings about: those at the place or inside it, those of
  /// the row it stands in, and those of a level or the whole form that were not there before.
  ///
  /// - Parameter before: the report before the answer; without it, wide findings all count as new.
  public func findings(touching place: FormPath, in report: Report, before: Report? = nil) -> [Finding] {
    let known = Set(before?.findings ?? [])
    return report.findings.filter { finding in
      guard isLive(finding.rule) else { return false }
      if place == .form || place.contains(finding.path) { return true }
      switch finding.path {
      case .indicator(let row, nil): return place.row == row
      case .form, .level: return !known.contains(finding)
      default: return false
      }
    }
  }
}
