/// Reads grades: a known ordered word (`优`, `达成年度指标`), such a word with 以上, or a list (`优/良/中/差`).
enum TargetValueGrades {
  /// - Parameter text: half width, without blanks.
  /// - Returns: the words in their printed order; `nil` when the text is no grade.
  static func grades(in text: String) -> [String]? {
    let words = TargetValueWords.grades
    if words.contains(text) { return [text] }
    if let ending = ["及以上", "以上"].first(where: text.hasSuffix) {
      return words.contains(String(text.dropLast(ending.count))) ? [text] : nil
    }
    if text == "优良中差" { return ["优", "良", "中", "差"] }
    return list(in: text)
  }

  private static func list(in text: String) -> [String]? {
    var text = text
    if text.last == ")", text.first == "(" { text = String(text.dropFirst().dropLast()) }
    // Most texts are sentences: look at the first part before taking the rest apart.
    guard let end = text.unicodeScalars.firstIndex(where: isSeparator), isKnown(String(text[..<end])) else {
      return nil
    }
    if let ending = TargetValueWords.gradeEndings.first(where: text.hasSuffix) {
      text.removeLast(ending.count)
    }
    let parts = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map {
      String($0)
    }
    let isStrict = parts.allSatisfy(TargetValueWords.grades.contains)
    guard isStrict ? parts.count >= 2 : parts.count >= 3 && parts.allSatisfy(isKnown) else { return nil }
    guard Set(parts).count == parts.count else { return nil }
    return parts
  }

  private static func isKnown(_ word: String) -> Bool {
    TargetValueWords.grades.contains(word) || TargetValueWords.gradesInLists.contains(word)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "、", ",", ";", "|", "\\": true
    default: false
    }
  }
}
