import FormModel

extension Trend {
  /// A row of a year.
  public struct Place: Sendable, Hashable {
    /// By its index in ``Trend/years``.
    public var year: Int
    /// By its index in ``Year/rows``.
    public var row: Int
  }

  /// How a row was found to go on from an earlier year.
  public struct Link: Sendable, Hashable {
    /// How it was found.
    public var rung: IndicatorMatching.Rung
    /// How sure it is, in per cent.
    public var confidence: Int
    /// What speaks for it.
    public var reasons: [IndicatorMatching.Reason]
  }

  /// Rows of two years that may belong together, and were not joined.
  public struct Doubt: Sendable, Hashable {
    /// What it may be.
    public var kind: Kind
    /// Rows of the earlier year.
    public var older: [Place]
    /// Rows of the later year.
    public var newer: [Place]
    /// How sure it is, in per cent.
    public var confidence: Int
    /// What speaks for it; none for rows that became several.
    public var reasons: [IndicatorMatching.Reason]
    /// Whether it is sure: one row did become several.
    public var isTaken: Bool

    /// What became of the rows.
    public enum Kind: String, Sendable, Hashable {
      /// One indicator under two names.
      case same
      /// One row became several.
      case split
      /// Several rows became one.
      case merged
    }
  }
}

/// Which rows of the years are one indicator: each year is matched with the one before, then what is left with those
/// that paused.
struct TrendJoining {
  let years: [Trend.Year]
  let words: MatchingWords
  let decisions: PairList
  /// The rows of each indicator, in the order of the years.
  private(set) var chains: [[Trend.Place]] = []
  private(set) var links: [Trend.Place: Trend.Link] = [:]
  private(set) var doubts: [Trend.Doubt] = []

  init(_ years: [Trend.Year], words: MatchingWords, decisions: PairList) {
    (self.years, self.words, self.decisions) = (years, words, decisions)
    var previous: Int?
    for year in years.indices where !years[year].rows.isEmpty {
      add(year, after: previous)
      previous = year
    }
  }

  private mutating func add(_ year: Int, after previous: Int?) {
    let recent = chains.indices.filter { chains[$0].last?.year == previous }
    let paused = chains.indices.filter { chains[$0].last?.year != previous }
    var free = Array(years[year].rows.indices)
    var begun: [Int] = []
    for candidates in [recent, paused] where !candidates.isEmpty && !free.isEmpty {
      join(candidates, year, &free, &begun)
    }
    for row in (free + begun).sorted() { chains.append([Trend.Place(year: year, row: row)]) }
  }

  /// - Parameters:
  ///   - free: rows of the year that nothing was found for; what is found leaves it.
  ///   - begun: rows that are doubtful and begin an indicator of their own.
  private mutating func join(_ candidates: [Int], _ year: Int, _ free: inout [Int], _ begun: inout [Int]) {
    let rows = years[year].rows
    let older = candidates.compactMap { chains[$0].last }
    let found = IndicatorMatching(
      old: older.compactMap { last(of: $0) }, new: free.compactMap { rows[$0].before ?? rows[$0].after },
      words: words, decisions: decisions)
    let places = free.map { Trend.Place(year: year, row: $0) }
    for pair in found.pairs {
      chains[candidates[pair.old]].append(places[pair.new])
      links[places[pair.new]] = Trend.Link(
        rung: pair.rung, confidence: pair.confidence, reasons: pair.reasons)
    }
    let new = Self.doubts(found, older, places)
    doubts += new
    let doubtful = Set(new.flatMap { $0.newer.map(\.row) })
    let joined = Set(found.pairs.map { places[$0.new].row })
    begun += free.filter { doubtful.contains($0) && !joined.contains($0) }
    free.removeAll { joined.contains($0) || doubtful.contains($0) }
  }

  /// As it was last called: the self-evaluation comes after the target form.
  private func last(of place: Trend.Place) -> Indicator? {
    let row = years[place.year].rows[place.row]
    return row.after ?? row.before
  }

  private static func doubts(
    _ found: IndicatorMatching, _ older: [Trend.Place], _ newer: [Trend.Place]
  ) -> [Trend.Doubt] {
    let same = found.proposals.map { pair in
      Trend.Doubt(
        kind: .same, older: [older[pair.old]], newer: [newer[pair.new]], confidence: pair.confidence,
        reasons: pair.reasons, isTaken: false)
    }
    let splits = found.splits.map { parts in
      Trend.Doubt(
        kind: .split, older: [older[parts.whole]], newer: parts.parts.map { newer[$0] },
        confidence: parts.confidence, reasons: [], isTaken: parts.isTaken)
    }
    let merges = found.merges.map { parts in
      Trend.Doubt(
        kind: .merged, older: parts.parts.map { older[$0] }, newer: [newer[parts.whole]],
        confidence: parts.confidence, reasons: [], isTaken: parts.isTaken)
    }
    return same + splits + merges
  }
}
