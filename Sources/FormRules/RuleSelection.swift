/// Some of the rules of an engine, to ask only these.
///
/// Rules that may silence one of them are asked too, but say nothing themselves.
public struct RuleSelection: Sendable {
  let plan: RulePlan.Selection
}

extension RuleEngine {
  /// The rules that are wanted, by their ids; made once for many forms.
  public func selection(where isWanted: (String) -> Bool) -> RuleSelection {
    RuleSelection(plan: plan.selection { isWanted($0.id) })
  }
}
