import FormComparison

extension RuleSet {
  /// The word lists `matching-…` for telling which row of one form is which row of another; a user's own list of the
  /// same name takes the place of the bundled one.
  public var matchingWords: MatchingWords {
    MatchingWords(
      fillers: groups(of: "matching-fillers").flatMap { $0 },
      synonyms: groups(of: "matching-synonyms"),
      distinctions: groups(of: "matching-distinctions").flatMap { $0 },
      levels: groups(of: "matching-levels"))
  }

  private func groups(of vocabulary: String) -> [[String]] {
    vocabularies[vocabulary]?.groups.map(\.words) ?? []
  }
}
