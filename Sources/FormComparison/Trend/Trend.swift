import FormModel

/// One project's forms of several years: what each indicator was to be, was, and was worth, from year to year.
///
/// A pure value. In which order the forms are given does not matter. Rows of two years are one indicator when the
/// matching of ``IndicatorMatching`` is sure; what it only proposes is a ``Doubt``, never joined.
public struct Trend: Sendable {
  /// The years, earliest first.
  public let years: [Year]
  /// The indicators: those of the latest year in its order, then those that are gone, latest first.
  public let series: [Series]
  /// Rows that may be one indicator, for a person to decide.
  public let doubts: [Doubt]
  /// How each row was found to go on from an earlier year.
  public let links: [Place: Link]
  /// Years that are there more than once.
  public let repeated: [Repetition]
  /// Forms without a year, by index: they are left out.
  public let undated: [Int]

  /// Several forms of one year and kind.
  public struct Repetition: Sendable, Hashable {
    /// The year.
    public var year: Int
    /// Of which kind.
    public var kind: FormKind
    /// By index; the first one counts.
    public var forms: [Int]
    /// Whether they say the same.
    public var isSame: Bool
  }

  /// - Parameters:
  ///   - forms: target forms and self-evaluations of one project, in any order.
  ///   - words: what names of one indicator may differ in.
  ///   - habits: from when on a target is always overshot.
  ///   - decisions: what people said about rows before; the earlier year is the approved side.
  public init(
    _ forms: [TrendForm], words: MatchingWords, habits: TrendHabits, decisions: PairList = PairList()
  ) {
    let calendar = TrendCalendar(forms)
    let years = calendar.years.map { year, chosen in
      Year(
        year, target: chosen[.target].map { ($0, forms[$0]) },
        evaluation: chosen[.selfEvaluation].map { ($0, forms[$0]) }, words: words, decisions: decisions)
    }
    let joining = TrendJoining(years, words: words, decisions: decisions)
    let course = SeriesCourse(years, joining.doubts, habits)
    self.years = years
    series = joining.chains.compactMap(course.series).sorted(by: Self.comesFirst)
    doubts = joining.doubts
    links = joining.links
    repeated = calendar.repeated
    undated = calendar.undated
  }

  private static func comesFirst(_ a: Series, _ b: Series) -> Bool {
    guard let one = a.places.last, let other = b.places.last else { return !a.places.isEmpty }
    return (-one.year, one.row) < (-other.year, other.row)
  }

  /// A row by its place.
  public func row(_ place: Place) -> Row { years[place.year].rows[place.row] }

  /// The year before a year, if it is known: its form that knows most, and which of its rows are which of the year's.
  ///
  /// Rows that are only alike are left out: they may measure something else.
  ///
  /// - Parameter year: by index.
  /// - Returns: the earlier form, the form of the year, and pairs of their rows.
  public func step(to year: Int) -> Step? {
    guard year > 0, let old = years[year - 1].evaluation ?? years[year - 1].target,
      let new = years[year].target ?? years[year].evaluation
    else { return nil }
    let isResult = years[year - 1].evaluation != nil
    let isTarget = years[year].target != nil
    let pairs = series.flatMap { series in
      zip(series.places, series.places.dropFirst()).compactMap { before, after -> Step.Pair? in
        guard before.year == year - 1, after.year == year, links[after]?.rung != .similar else { return nil }
        let (old, new) = (row(before), row(after))
        guard let oldRow = isResult ? old.evaluated : old.approved,
          let newRow = isTarget ? new.approved : new.evaluated
        else { return nil }
        return Step.Pair(old: oldRow, new: newRow)
      }
    }
    return Step(before: old, after: new, pairs: pairs.sorted { $0.new < $1.new })
  }

  /// From one year to the next.
  public struct Step: Sendable, Hashable {
    /// The form of the earlier year, by index: its self-evaluation, where there is one.
    public var before: Int
    /// The form of the later year, by index: its target form, where there is one.
    public var after: Int
    /// Rows that are one indicator, in the order of the later form.
    public var pairs: [Pair]

    /// Rows of the two forms.
    public struct Pair: Sendable, Hashable {
      /// Of the earlier form.
      public var old: Int
      /// Of the later form.
      public var new: Int
    }
  }
}

/// Which form is of which year, whatever the order in which they were given.
private struct TrendCalendar {
  private(set) var years: [(year: Int, chosen: [FormKind: Int])] = []
  private(set) var repeated: [Trend.Repetition] = []
  private(set) var undated: [Int] = []

  init(_ forms: [TrendForm]) {
    let ordered = forms.indices.sorted { forms[$0].name < forms[$1].name }
    undated = ordered.filter { forms[$0].form.year == nil }
    let byYear = Dictionary(grouping: ordered) { forms[$0].form.year }
    for (year, found) in byYear.compactMap({ year, found in year.map { ($0, found) } }).sorted(by: {
      $0.0 < $1.0
    }) {
      var chosen: [FormKind: Int] = [:]
      for kind in [FormKind.target, .selfEvaluation] {
        let own = found.filter { forms[$0].form.kind == kind }
        chosen[kind] = own.first
        guard let first = own.first, own.count > 1 else { continue }
        repeated.append(
          Trend.Repetition(
            year: year, kind: kind, forms: own, isSame: own.allSatisfy { forms[$0].form == forms[first].form }
          ))
      }
      years.append((year, chosen))
    }
  }
}
