import ChineseText

/// A text of a form as rules compare it: half width, without blanks; worked out once for all rules.
final class PlainText {
  let text: String
  /// The same without a bracket at its end, in the name of a row: `巡检服务次数` for `巡检服务次数（每月）`.
  let stem: String
  private let words: WordTable?
  /// The lists that have a word in the text; `nil` where each list has to be asked.
  let marks: ListSet?
  /// The numbers of the text.
  private(set) lazy var numbers = NumberInText.all(in: text)
  /// The same but for those that stand in quotation marks, which belong to names of programmes and documents.
  private(set) lazy var ownNumbers =
    Quotations.stand(in: text) ? NumberInText.all(in: Quotations.removed(from: text)) : numbers

  /// - Parameter words: finds the words of many lists at once; without it each list is asked.
  init(_ printed: String, isName: Bool = false, words: WordTable?) {
    text = plain(printed)
    stem = isName ? withoutClosingBracket(text) : text
    marks = words?.marks(of: text, stemCount: stem.utf8.count)
    self.words = words
  }

  /// Whether a word of a list stands in the text; `nil` where the list has to be asked.
  func has(_ list: WordList) -> Bool? {
    guard let words, let marks else { return nil }
    return words.has(list, in: marks)
  }
}

extension PlainText {
  /// Whether a part of the text may have a word of a list: not, where the whole text has none; only of words that are
  /// tied to no end.
  func mayHave(partWith list: WordList) -> Bool { has(list) != false || list.hasTies }
}

/// Half width, without blanks.
func plain(_ text: String) -> String { foldedWithoutSpace(text) }

/// Whether a text shows nothing.
func isBlankText(_ text: String?) -> Bool {
  guard let text, let first = text.utf8.first else { return true }
  // The first sign of nearly every text shows something, as its first byte tells.
  if first > 0x20 && first < 0x80 || first > 0xE3 && first < 0xEF { return false }
  return text.unicodeScalars.allSatisfy(isBlank)
}

private func withoutClosingBracket(_ text: String) -> String {
  guard text.utf8.last == 0x29, let open = text.lastIndex(of: "("), open > text.startIndex else {
    return text
  }
  return String(text[..<open])
}
