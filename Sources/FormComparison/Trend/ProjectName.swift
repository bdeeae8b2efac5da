import FormModel

extension Form {
  /// 项目名称 by which forms of several years are known to be of one project: in half width, without blanks and signs, and
  /// without the form's own year, which many names begin with. Empty where the form has none.
  public var projectOfAnyYear: String {
    let name = WholeFormComparison.letters(self[.project] ?? "")
    guard let year else { return name }
    let plain = Messages.yearWords(year).reduce(name) { name, word in
      name.split(separator: word, omittingEmptySubsequences: false).joined()
    }
    return plain.isEmpty ? name : plain
  }
}
