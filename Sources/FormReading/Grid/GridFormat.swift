import FormModel
import FormTemplates

/// A format whose files hold grids of cells: the recogniser makes forms of them.
public protocol GridFormat: FormFormat {
  /// The cells of the file with their places.
  func grids(_ input: FormInput) throws(ReadingError) -> GridFile
}

extension GridFormat {
  /// The forms that the recogniser finds in the cells.
  public func read(_ input: FormInput) throws(ReadingError) -> [LocatedForm] {
    try input.recogniser().forms(in: try grids(input))
  }
}

extension FormInput {
  /// The recogniser with the words at hand.
  ///
  /// - Throws: `ReadingError` with file and line of a broken file of spellings.
  func recogniser() throws(ReadingError) -> Recogniser {
    do throws(TemplateError) {
      return try Recogniser(spellings: spellings)
    } catch {
      guard case .invalid(let path, let source, let cause) = error else {
        throw ReadingError(.template(error), in: name)
      }
      throw ReadingError(cause, in: source, named: path)
    }
  }
}
