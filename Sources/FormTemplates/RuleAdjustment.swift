import FormModel
import YAMLText

/// What a template changes about one rule.
public struct RuleAdjustment: Sendable, Hashable {
  /// Another severity.
  public var severity: Severity?
  /// Why the rule is switched off here; `nil` leaves it on.
  public var offReason: String?
  /// Parameters of the rule's check that are different here.
  public var parameters: [YAMLEntry]

  public init(severity: Severity? = nil, offReason: String? = nil, parameters: [YAMLEntry] = []) {
    self.severity = severity
    self.offReason = offReason
    self.parameters = parameters
  }
}
