import FormModel

/// What a user can choose about an output; every writer has good defaults for all of it.
public struct WritingOptions: Sendable, Hashable {
  /// Columns of the terminal, for text.
  public var width: Int
  /// Whether the terminal shows `“`, `≥`, `│` in two columns.
  public var isAmbiguousWide: Bool
  /// Printed below the table in a reviewer's copy (HTML, Markdown).
  public var findings: [Finding]
  /// Whether texts that a spreadsheet would evaluate get an apostrophe in front (CSV).
  public var guardsFormulas: Bool
  /// Whether a target stands in one column as printed, not in sign, number and unit (CSV).
  public var joinsTargets: Bool
  /// Output layouts by their path in `Templates/layout/` or a user's folder: `form.html.mustache`.
  public var layouts: [String: String]
  /// Whether empty cells tell who fills them in what belongs there (xlsx, docx).
  public var showsHints = false
  /// What places print in a way of their own, by the id of their template.
  public var placeLayouts: [String: PlaceLayout]

  public init(
    width: Int = 80, isAmbiguousWide: Bool = false, findings: [Finding] = [], guardsFormulas: Bool = true,
    joinsTargets: Bool = false, layouts: [String: String] = [:], placeLayouts: [String: PlaceLayout] = [:]
  ) {
    self.width = width
    self.isAmbiguousWide = isAmbiguousWide
    self.findings = findings
    self.guardsFormulas = guardsFormulas
    self.joinsTargets = joinsTargets
    self.layouts = layouts
    self.placeLayouts = placeLayouts
  }
}
