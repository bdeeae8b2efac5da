/// The sign that begins an entry of a list, or a heading: `1.`, `(2)`, `三、`, `四是`, `⑤`.
enum ListMarker: Int, CaseIterable {
  case chinese, chineseInBrackets, ordinal, digits, digitsInBrackets, circled

  /// The marker at a place of a text in half width, and where it ends.
  static func read(at start: Int, in text: [Unicode.Scalar]) -> (style: ListMarker, end: Int)? {
    guard start < text.count else { return nil }
    if ("①"..."⑳").contains(text[start]) { return (.circled, start + 1) }
    let isInBrackets = text[start] == "("
    let first = start + (isInBrackets ? 1 : 0)
    guard first < text.count else { return nil }
    let isChinese = numerals.contains(text[first])
    var end = first
    while end < text.count, end - first < 3, isChinese ? numerals.contains(text[end]) : isDigit(text[end]) {
      end += 1
    }
    guard end > first, end + 1 < text.count else { return nil }
    let style: ListMarker? =
      switch text[end] {
      case ")": isChinese ? .chineseInBrackets : .digitsInBrackets
      case "、" where !isInBrackets: isChinese ? .chinese : .digits
      case "." where !isInBrackets && !isDigit(text[end + 1]): isChinese ? .chinese : .digits
      case "是" where !isInBrackets && isChinese: .ordinal
      default: nil
      }
    return style.map { ($0, end + 1) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)
}
