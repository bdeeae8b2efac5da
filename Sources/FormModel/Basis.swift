/// The rule of the field behind a rule of the program, and how surely it is known.
public struct Basis: Sendable, Hashable {
  /// Number and title of the document, or what practice it is.
  public var document: String
  /// How surely the document says so.
  public var certainty: Certainty

  /// How the fact was learned.
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// Read in the document or in a filled form.
    case read
    /// Enforced by a system in use, or printed in published forms.
    case practice
    /// Well known, but the text was not at hand.
    case memory
    /// Reported by others.
    case secondHand = "second-hand"
    /// Our own: arithmetic or common sense.
    case own
  }

  public init(document: String, certainty: Certainty) {
    self.document = document
    self.certainty = certainty
  }
}
