/// Something wrong with a place's layout, as its author reads it.
public struct LayoutProblem: Sendable, Hashable {
  /// Where: `表格 1 第 2 行第 3 格`; empty for the file as a whole.
  public var place: String
  /// What is wrong.
  public var what: String
  /// What to do.
  public var remedy: String

  public init(place: String = "", what: String, remedy: String) {
    self.place = place
    self.what = what
    self.remedy = remedy
  }

  /// Place, what, what to do.
  public var text: String {
    (place.isEmpty ? "" : Messages.labelled(place, "")) + what + Messages.sentenceEnd + remedy
  }
}
