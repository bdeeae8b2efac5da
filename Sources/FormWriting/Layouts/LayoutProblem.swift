/// Something wrong with a place's layout, as its author reads it.
public struct LayoutProblem: Sendable, Hashable {
  /// Where: `表格 1 第 2 行第 3 格`; empty for the file as a whole.
  public var place: String
  /// What is wrong.
  public var what: String
  /// What to do.
  public var remedy: String
  /// The names to choose from, where one is unknown.
  public var known: [String]
  /// Where it stands among the paragraphs of its part.
  var order = 0

  public init(place: String = "", what: String, remedy: String, known: [String] = []) {
    self.place = place
    self.what = what
    self.remedy = remedy
    self.known = known
  }

  /// Place, what, what to do.
  public var text: String {
    (place.isEmpty ? "" : Messages.labelled(place, "")) + what + Messages.sentenceEnd + remedy
  }
}
