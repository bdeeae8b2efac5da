/// Labels, level names and column heads of forms in all their spellings, decoded from `Templates/`.
public struct Spellings: Sendable {
  /// No words at all: nothing is recognised.
  public static let none = Spellings()
}
