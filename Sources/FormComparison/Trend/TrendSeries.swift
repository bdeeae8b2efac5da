import FormModel
import FormScoring
import FoundationEssentials

extension Trend {
  /// One indicator over the years.
  public struct Series: Sendable, Hashable {
    /// Its rows, in the order of the years.
    public let places: [Place]
    /// The first year it stands in, where an earlier one is known without it.
    public let came: Int?
    /// The last year it stands in, where a later one is known without it.
    public let went: Int?
    /// Years between that it is missing in.
    public let paused: [Int]
    /// The years of its results, where every one is far above its target; else none.
    public let overshot: [Int]
  }
}

/// What the rows of one indicator come to.
struct SeriesCourse {
  let years: [Trend.Year]
  /// Indices of the years that have rows at all.
  let told: [Int]
  let habits: TrendHabits
  /// Rows that nobody has decided about: nothing is said of where they came from or went to.
  private let open: (older: Set<Trend.Place>, newer: Set<Trend.Place>)

  init(_ years: [Trend.Year], _ doubts: [Trend.Doubt], _ habits: TrendHabits) {
    self.years = years
    self.habits = habits
    told = years.indices.filter { !years[$0].rows.isEmpty }
    open = (Set(doubts.flatMap(\.older)), Set(doubts.flatMap(\.newer)))
  }

  func series(_ places: [Trend.Place]) -> Trend.Series? {
    guard let first = places.first, let last = places.last else { return nil }
    let isNew = first.year != told.first && !open.newer.contains(first)
    let isGone = last.year != told.last && !open.older.contains(last)
    let present = Set(places.map(\.year))
    let paused = told.filter { $0 > first.year && $0 < last.year && !present.contains($0) }
    return Trend.Series(
      places: places, came: isNew ? years[first.year].year : nil, went: isGone ? years[last.year].year : nil,
      paused: paused.map { years[$0].year }, overshot: overshot(places))
  }

  /// Results that are no numbers say nothing; one within bounds says that it is not always so.
  private func overshot(_ places: [Trend.Place]) -> [Int] {
    guard let limit = habits.overshoot else { return [] }
    let results = places.compactMap { place -> (year: Int, isFar: Bool)? in
      let row = years[place.year].rows[place.row]
      guard case .measured(let measured)? = row.attainment else { return nil }
      let isFar = measured.direction == .atLeast && (measured.percent.map { $0 >= limit } ?? false)
      return (years[place.year].year, isFar)
    }
    guard results.count >= habits.fewestResults, results.allSatisfy(\.isFar) else { return [] }
    return results.map(\.year)
  }
}
