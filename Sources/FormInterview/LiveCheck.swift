import FormModel

/// The rules as the interview sees them: findings of a whole form, and which rules speak while it is unfinished.
public struct LiveCheck: Sendable {
  /// All findings of a form, in form order.
  public var findings: @Sendable (Form) -> [Finding]
  /// Whether a rule is meaningful before the form is complete.
  public var isLive: @Sendable (_ rule: String) -> Bool

  public init(
    findings: @escaping @Sendable (Form) -> [Finding], isLive: @escaping @Sendable (String) -> Bool
  ) {
    self.findings = findings
    self.isLive = isLive
  }

  /// Those findings that an answer at `place` brings about: at the place, or new since `before`.
  func objections(at place: FormPath, in now: [Finding], before: [Finding]) -> [Finding] {
    let known = Set(before)
    return now.filter { finding in
      guard isLive(finding.rule) else { return false }
      if finding.path.isAbout(place) { return true }
      return finding.path.isWide && !known.contains(finding)
    }
  }
}

extension FormPath {
  /// Whether a finding here is about an answer at `place`: the place itself, its row, or a cell of its row
  /// when the place is a whole row.
  fileprivate func isAbout(_ place: FormPath) -> Bool {
    if self == place || place.contains(self) && place != .form { return true }
    if case .indicator(let row, nil) = self, case .indicator(row, _) = place { return true }
    return false
  }

  /// Whether the place is the form or a level rather than a field or a row.
  fileprivate var isWide: Bool {
    switch self {
    case .form, .level: true
    default: false
    }
  }
}
