import ChineseText
import FormComparison
import FormModel
import FormWriting

/// Holds the form that is being filled against one in a file: `:compare 批复的表.docx`.
struct FillComparison {
  let library: Library
  /// The file of the form that is open.
  let draft: String
  /// Asks which of several forms is meant; throws where nobody can be asked.
  let choose: ([LocatedForm], String) throws -> LocatedForm

  /// What changed between the two, and what it is worth; which of them was approved is told by kind and year.
  ///
  /// - Throws: `Complaint` where the file cannot be read or holds no form.
  func report(on form: Form, against path: String) throws -> String {
    let source = FormSource(argument: path)
    let forms = try FormFiles.forms(at: source, library)
    guard let first = forms.first else { throw Complaint(Messages.noForm(path), .unreadable) }
    let read = try forms.count == 1 ? first : sameProject(forms, form) ?? choose(forms, path)
    let open = ComparedSource(file: draft, number: nil, read: LocatedForm(form: form))
    let place = forms.count == 1 ? nil : forms.firstIndex { $0.form == read.form }.map { $0 + 1 }
    let other = ComparedSource(file: source.shownPath, number: source.number ?? place, read: read)
    let isApproved = isApproved(form, before: read.form)
    let surroundings = Surroundings.current
    let work = try CompareWork(library: library, template: nil, today: surroundings.today)
    let pair = try work.compare(
      isApproved ? open : other, isApproved ? other : open, decisions: PairList())
    return HumanComparison(try LintSetting.setting(for: library, surroundings)).brief(of: pair)
  }

  /// A target form comes before a self-evaluation, an earlier year before a later one; else the file does.
  private func isApproved(_ form: Form, before other: Form) -> Bool {
    if form.kind != other.kind { return form.kind == .target }
    guard let own = form.year, let theirs = other.year else { return false }
    return own < theirs
  }

  /// The only form of the project.
  private func sameProject(_ forms: [LocatedForm], _ form: Form) -> LocatedForm? {
    let name = foldedWithoutSpace(form[.project] ?? "")
    let same = forms.filter { foldedWithoutSpace($0.form[.project] ?? "") == name }
    return same.count == 1 && !name.isEmpty ? same[0] : nil
  }
}
