import FormModel

/// A format whose files hold grids of cells: the recogniser makes forms of them.
public protocol GridFormat: FormFormat {
  /// The cells of the file with their places.
  func grids(_ input: FormInput) throws(ReadingError) -> GridFile
}

extension GridFormat {
  /// The forms that the recogniser finds in the cells.
  public func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    Recogniser(spellings: input.spellings).forms(in: try grids(input))
  }
}
