/// One durable step of filling a form, in the order in which it happened.
///
/// A journal replayed from the start gives the undo stack of the last session, whatever ended it.
public enum JournalEntry: Sendable, Hashable, Codable {
  case edit(Edit)
  case undo
  case redo
  /// A question left blank on purpose, so that the next session does not ask it again.
  case pass(Question)
}
