/// Lists that look for a word anywhere, at the beginning, at the end, or as the whole text.
struct WordMeaning: Sendable {
  private(set) var anywhere = WordTable.Marks.zero
  private var atStart = WordTable.Marks.zero
  private var atEnd = WordTable.Marks.zero
  private var whole = WordTable.Marks.zero

  var isTied: Bool { atStart != .zero || atEnd != .zero || whole != .zero }

  mutating func add(_ list: Int, _ word: Tied) {
    var mark = WordTable.Marks.zero
    mark[list >> 6] = 1 << UInt64(list & 63)
    switch (word.atStart, word.atEnd) {
    case (true, true): whole |= mark
    case (true, false): atStart |= mark
    case (false, true): atEnd |= mark
    case (false, false): anywhere |= mark
    }
  }

  func tiedLists(isStart: Bool, isEnd: Bool) -> WordTable.Marks {
    switch (isStart, isEnd) {
    case (true, true): atStart | atEnd | whole
    case (true, false): atStart
    case (false, true): atEnd
    case (false, false): .zero
    }
  }
}
