/// What can be undone and redone.
public struct EditHistory: Sendable, Hashable {
  /// Edits that can be undone, oldest first.
  public private(set) var done: [Edit] = []
  /// Edits that can be done again, in the order in which they were undone: the next to redo is the last.
  public private(set) var undone: [Edit] = []

  public init() {}

  /// Notes a change just made; what was undone before cannot be redone any more.
  public mutating func note(_ edit: Edit) {
    done.append(edit)
    undone = []
  }

  /// Takes the last change for undoing; the caller applies its inverse.
  public mutating func undo() -> Edit? {
    guard let edit = done.popLast() else { return nil }
    undone.append(edit)
    return edit
  }

  /// Takes the last undone change for doing again.
  public mutating func redo() -> Edit? {
    guard let edit = undone.popLast() else { return nil }
    done.append(edit)
    return edit
  }
}
