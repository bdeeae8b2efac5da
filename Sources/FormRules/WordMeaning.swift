/// Lists that look for a word anywhere, at the beginning, at the end, or as the whole text.
struct WordMeaning: Sendable {
  private(set) var anywhere = ListSet.empty
  private var atStart = ListSet.empty
  private var atEnd = ListSet.empty
  private var whole = ListSet.empty

  var isTied: Bool { atStart != .empty || atEnd != .empty || whole != .empty }

  mutating func add(_ list: Int, _ word: Tied) {
    let list = ListSet(list)
    switch (word.atStart, word.atEnd) {
    case (true, true): whole.formUnion(list)
    case (true, false): atStart.formUnion(list)
    case (false, true): atEnd.formUnion(list)
    case (false, false): anywhere.formUnion(list)
    }
  }

  func tiedLists(isStart: Bool, isEnd: Bool) -> ListSet {
    switch (isStart, isEnd) {
    case (true, true): atStart.union(atEnd).union(whole)
    case (true, false): atStart
    case (false, true): atEnd
    case (false, false): .empty
    }
  }
}
