import FormModel

/// A column of the indicator table.
public struct TemplateColumn: Sendable, Hashable {
  /// Which cell of a row.
  public var column: IndicatorColumn
  /// The printed head, and the key in the native file.
  public var label: String
  /// Other heads in the wild.
  public var aliases: [String]
  /// What the column is, in one line.
  public var meaning: String
  /// A model answer.
  public var example: String?
  /// Whether the interview asks for it row by row.
  public var isAsked: Bool
  /// Whether the printed table has the column.
  public var isPrinted: Bool

  public init(
    column: IndicatorColumn, label: String, aliases: [String] = [], meaning: String, example: String? = nil,
    isAsked: Bool = false, isPrinted: Bool = true
  ) {
    self.column = column
    self.label = label
    self.aliases = aliases
    self.meaning = meaning
    self.example = example
    self.isAsked = isAsked
    self.isPrinted = isPrinted
  }
}
