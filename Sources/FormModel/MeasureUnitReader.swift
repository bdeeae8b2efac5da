import FoundationEssentials

/// Finds and reads the unit that stands after a number.
struct MeasureUnitReader {
  var scanner: TargetValueScanner

  /// A unit that was looked for; `unit` is `nil` where the text says there is none: `1.30(/)`, `=119`.
  struct Found {
    var unit: MeasureUnit?
  }

  /// - Returns: `nil` when what stands there is no unit.
  mutating func read(onlyKnown: Bool) -> Found? {
    if scanner.isAtEnd { return Found(unit: nil) }
    if scanner.next == 0x25, endsWord(at: scanner.index + 1) {
      scanner.index += 1
      return Found(unit: MeasureUnitTable.percent)
    }
    return scanner.next == 0x28 ? readBracket(onlyKnown: onlyKnown) : readWord(onlyKnown: onlyKnown)
  }

  /// `(万条)`; `(/)` is no unit, and `(含)` is not about one.
  private mutating func readBracket(onlyKnown: Bool) -> Found? {
    if TargetValueWords.plainAfter.match(in: scanner.scalars, at: scanner.index) != nil {
      return Found(unit: nil)
    }
    guard let end = scanner.scalars[scanner.index...].firstIndex(of: 0x29) else { return nil }
    let word = scanner.scalars[(scanner.index + 1)..<end]
    scanner.index = end + 1
    if word.isEmpty || (word.count == 1 && [0x2F, 0x2D, 0x2014, 0x65E0].contains(word.first)) {
      return Found(unit: nil)
    }
    return Self.unit(word, onlyKnown: onlyKnown, inBrackets: true).map { Found(unit: $0) }
  }

  private mutating func readWord(onlyKnown: Bool) -> Found? {
    var end = scanner.index
    while end < scanner.scalars.count, !endsWord(at: end) { end += 1 }
    let word = scanner.scalars[scanner.index..<end]
    scanner.index = end
    if word.isEmpty { return Found(unit: nil) }
    return Self.unit(word, onlyKnown: onlyKnown).map { Found(unit: withAlternative($0)) }
  }

  /// Units of things: 个(次) may be either.
  private static let things: Set = ["个", "台", "套", "件", "组", "只", "辆"]

  /// 台(套): one or the other, counted as the first.
  private mutating func withAlternative(_ unit: MeasureUnit) -> MeasureUnit {
    guard unit.kind == .count, scanner.next == 0x28,
      let end = scanner.scalars[scanner.index...].firstIndex(of: 0x29)
    else { return unit }
    let other = scanner.scalars[(scanner.index + 1)..<end]
    guard let known = Self.known(other), Self.things.contains(known.base) else { return unit }
    scanner.index = end + 1
    return MeasureUnit(text: "\(unit.text)(\(String(scalars: other)))", base: unit.base, factor: unit.factor)
  }

  /// Whether the word is over: at the end, a bracket, a word of comparison or the sign of a range.
  private func endsWord(at place: Int) -> Bool {
    guard place < scanner.scalars.count, scanner.scalars[place] != 0x28 else { return true }
    if TargetValueWords.comparatorsAfter.match(in: scanner.scalars, at: place) != nil { return true }
    if TargetValueWords.plainAfter.match(in: scanner.scalars, at: place) != nil { return true }
    guard let sign = TargetValueWords.rangeSigns.match(in: scanner.scalars, at: place) else { return false }
    return place + sign.length < scanner.scalars.count && startsNumber(scanner.scalars[place + sign.length])
  }

  private func startsNumber(_ value: UInt32) -> Bool {
    TargetValueScanner.isDigit(value) || Self.numerals.contains(value)
  }

  private static let numerals = Set("零一二两三四五六七八九十百千".unicodeScalars.map(\.value))

  /// Whether the number before is the first of a range: `三至五次`.
  var isAtRangeSign: Bool {
    TargetValueWords.rangeSigns.match(in: scanner.scalars, at: scanner.index) != nil
  }

  // MARK: Words

  /// A unit of the table, alone, in thousands or millions, or per something; `nil` when unknown.
  static func known(_ word: ArraySlice<UInt32>) -> MeasureUnit? {
    if let unit = MeasureUnitTable.unit(named: word) { return unit }
    guard let slash = word.firstIndex(of: 0x2F) else { return MeasureUnitTable.scaledUnit(named: word) }
    let divisor = word[(slash + 1)...]
    guard slash > word.startIndex,
      divisor.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy({ isWord($0) }),
      let unit = known(word[..<slash])
    else { return nil }
    return unit.divided(by: String(scalars: divisor))
  }

  /// `90(优秀)` names a grade, not a unit.
  private static func isGrade(_ text: String) -> Bool {
    TargetValueWords.grades.contains(text) || TargetValueWords.gradesInLists.contains(text)
  }

  static func unit(_ word: ArraySlice<UInt32>, onlyKnown: Bool, inBrackets: Bool = false) -> MeasureUnit? {
    guard word.count <= 12 else { return nil }
    if let unit = known(word) { return unit }
    let text = String(scalars: word)
    guard !onlyKnown, !isGrade(text) else { return nil }
    if let scale = MeasureUnitTable.scale(of: word) {
      let rest = word.dropFirst(scale.length)
      return isWord(rest, anyWord: inBrackets)
        ? MeasureUnit(text: text, base: String(scalars: rest), factor: scale.factor) : nil
    }
    return isWord(word, anyWord: inBrackets) ? MeasureUnit(text: text, base: text, factor: 1) : nil
  }

  /// A short word that may be a unit nobody has listed: up to four Chinese characters that are not
  /// words of grammar, or up to six Latin letters. In brackets words of grammar may be part of it.
  private static func isWord(_ word: ArraySlice<UInt32>, anyWord: Bool = false) -> Bool {
    let isChinese = word.allSatisfy {
      (0x4E00...0x9FFF).contains($0) && (anyWord || !grammar.contains($0))
    }
    if isChinese { return (1...(anyWord ? 8 : 4)).contains(word.count) }
    return word.count <= 6 && word.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  private static let grammar = Set(
    "余多约左右前后的等不无未或及且和与以之为是第每各全均已将并而含至到底末初内外超达级成率".unicodeScalars.map(\.value))
}
