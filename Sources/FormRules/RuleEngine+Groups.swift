import ChineseText
import FormModel

extension RuleEngine {
  /// Checks a form by the rules of some groups alone.
  ///
  /// - Parameters:
  ///   - groups: folders of `Rules/`.
  ///   - companions: the documents that some rules hold the form against.
  ///   - today: the day for which 免检 with a last day are judged.
  public func check(
    _ located: LocatedForm, by groups: Set<String>, beside companions: Companions = .none,
    today: CalendarDate? = nil
  ) -> Report {
    report(
      on: located, by: rules.rules.filter { groups.contains($0.group) }, beside: companions, today: today)
  }
}
