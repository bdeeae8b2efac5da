/// What a reader has to say about a cell beside its value: it is listed, never dropped and never guessed.
public struct ReadingRemark: Sendable, Hashable {
  /// Why the cell is mentioned.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The cell has no place in a form.
    case unplaced
    /// The cell was placed, but another reading is possible.
    case doubtful
    /// A note of the form itself (说明, 注, 填表人): kept out of the values.
    case note
  }

  /// Why the cell is mentioned.
  public var kind: Kind
  /// The cell's text as printed.
  public var text: String
  /// Where it stands in the file.
  public var location: SourceLocation
  /// The place in the form it was put to, for a doubtful one.
  public var path: FormPath?
  /// Why, in Chinese; `nil` where the kind says it all.
  public var reason: String?

  public init(
    _ kind: Kind, text: String, location: SourceLocation, path: FormPath? = nil, reason: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.location = location
    self.path = path
    self.reason = reason
  }
}
