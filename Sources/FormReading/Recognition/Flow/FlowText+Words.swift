extension FlowText {
  /// A word found at a piece.
  struct Word {
    var pieces: Range<Int>
    var entry: FlowWords.Entry
    /// Whether a colon follows the word.
    var hasColon = false
  }

  /// The longest word that the pieces from `start` on spell, with what stands in brackets after it.
  func word(at start: Int, in words: FlowWords, _ role: FlowRole, before end: Int) -> Word? {
    var best: Word?
    var hash = FlowHash()
    for piece in start..<min(end, start + Self.mostPieces) {
      let range = pieces[piece].scalars
      for index in range {
        let scalar = scalars[index]
        if let entry = words.entry(hash), !entry.role.isDisjoint(with: role) {
          if scalar == colon, index == range.upperBound - 1 {
            return Word(pieces: start..<piece + 1, entry: entry, hasColon: true)
          }
          if scalar == openBracket, let word = bracketed(start, piece, index, entry, end) { return word }
        }
        hash.add(scalar)
        guard words.isBeginning(hash) else { return best }
      }
      if let entry = words.entry(hash), !entry.role.isDisjoint(with: role) {
        best = Word(pieces: start..<piece + 1, entry: entry)
      }
    }
    return best
  }

  /// Whether a piece begins with the label of a note and a colon: `填表人：某某`.
  func beginsWithNote(_ piece: Int, _ words: FlowWords) -> Bool {
    let all = scalars[pieces[piece].scalars]
    guard let end = all.prefix(12).firstIndex(of: colon) else { return false }
    var hash = FlowHash()
    hash.add(all[..<end])
    return words.entry(hash)?.role.contains(.note) ?? false
  }

  /// A word whose bracket opens at `index` and closes at the end of this piece or one of the next.
  private func bracketed(
    _ start: Int, _ piece: Int, _ index: Int, _ entry: FlowWords.Entry, _ end: Int
  ) -> Word? {
    // A value in brackets may follow a label; what follows a head or a level is its unit or weight.
    if index == pieces[piece].scalars.lowerBound, entry.role == .field { return nil }
    var depth = 0
    for next in piece..<min(end, piece + 3) {
      let range = pieces[next].scalars
      for position in max(index, range.lowerBound)..<range.upperBound {
        if scalars[position] == openBracket { depth += 1 }
        if scalars[position] == closeBracket { depth -= 1 }
        let rest = range.upperBound - position - 1
        if depth == 0 {
          let hasColon = rest == 1 && scalars[position + 1] == colon
          guard rest == 0 || hasColon, position - index < 24 else { return nil }
          return Word(pieces: start..<next + 1, entry: entry, hasColon: hasColon)
        }
      }
    }
    return nil
  }

  private static let mostPieces = 12
  private var colon: UInt32 { 0x3A }
  private var openBracket: UInt32 { 0x28 }
  private var closeBracket: UInt32 { 0x29 }
}
