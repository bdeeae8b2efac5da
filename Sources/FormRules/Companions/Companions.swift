import FormComparison
import FormModel

/// Documents beside a form that some rules hold it against. A rule whose document is not there does not apply.
public struct Companions: Sendable {
  /// The project's 项目经费情况说明.
  public var narrative: Narrative?
  /// The same project's form of the year before.
  public var lastYear: LastYear?
  /// What became of the form that was approved, where this one is its self-evaluation.
  public var comparison: Comparison?

  /// No documents.
  public static let none = Companions()

  public init(narrative: Narrative? = nil, lastYear: LastYear? = nil, comparison: Comparison? = nil) {
    self.narrative = narrative
    self.lastYear = lastYear
    self.comparison = comparison
  }
}

/// A 项目经费情况说明: running text about the project, its period and its money.
public struct Narrative: Sendable {
  /// One line or paragraph.
  public struct Line: Sendable, Hashable {
    /// As printed.
    public var text: String
    /// Where in its file.
    public var location: SourceLocation

    public init(_ text: String, at location: SourceLocation) {
      self.text = text
      self.location = location
    }
  }

  /// Its file, as people are told it.
  public let name: String
  /// In the order of the file; blank lines may be among them.
  public let lines: [Line]

  public init(name: String, lines: [Line]) {
    self.name = name
    self.lines = lines
  }
}

/// A form of the year before, target form or self-evaluation, and which of its rows are which of this year's.
public struct LastYear: Sendable {
  /// A row of each year that measure the same.
  public struct Pair: Sendable, Hashable {
    /// The row of last year's form, by index.
    public var old: Int
    /// The row of this year's form, by index.
    public var new: Int

    public init(old: Int, new: Int) {
      self.old = old
      self.new = new
    }
  }

  /// Last year's form.
  public let form: Form
  /// Its file, as people are told it.
  public let name: String
  /// In the order of this year's rows. Which rows belong together is decided outside (`IndicatorMatching`), so that
  /// rules and comparison need not know each other.
  public let pairs: [Pair]

  public init(form: Form, name: String, pairs: [Pair]) {
    self.form = form
    self.name = name
    self.pairs = pairs
  }
}
