import FormModel

/// What the shell is to do after an action, in order.
public enum Effect: Sendable, Hashable {
  /// Make a step durable before anything else is shown.
  case persist(JournalEntry)
  /// Show a sentence.
  case say(String)
  /// Show what a reviewer would object to in the answer just given.
  case objections([Finding])
  /// Show all findings of the form.
  case review([Finding])
  case table
  case progress
  case help(String)
  case weights(WeightSpread)
  /// Show what a rule checks, why, and how to mend it.
  case explain(rule: String)
  /// Let the person edit the text in `$EDITOR`; the result comes back as an answer.
  case editor(String)
  case export(path: String)
  /// Hold the form against the one in a file.
  case compare(path: String)
  case save
  /// A command that the interview does not know.
  case shell(word: String, argument: String)
  /// Leave the interview; `finished` when the last question was answered.
  case quit(finished: Bool)
}
