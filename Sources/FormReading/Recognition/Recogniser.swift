import FormModel

/// Makes forms of grids, by the meaning of the cells: the one place that knows what a form looks like.
public struct Recogniser: Sendable {
  /// The words that forms are made of.
  public let spellings: Spellings

  public init(spellings: Spellings) { self.spellings = spellings }

  /// The forms of a file in its order; none where the file is no form at all.
  public func forms(in file: GridFile) -> [LocatedForm] { [] }
}
