import FormModel

/// What came of a file: the forms that could be read, and what could not.
public struct FormsRead: Sendable {
  /// In written order.
  public var forms: [LocatedForm]
  /// Why the file, or parts of it, could not be read; empty where all of it was.
  public var problems: [ReadingError]

  public init(forms: [LocatedForm] = [], problems: [ReadingError] = []) {
    self.forms = forms
    self.problems = problems
  }
}

extension FormFormat {
  /// The forms of the file, or why there are none.
  public func readAll(_ input: FormInput) -> FormsRead {
    do throws(ReadingError) {
      return FormsRead(forms: try read(input))
    } catch {
      return FormsRead(problems: [error])
    }
  }
}
