import ChineseText
import FormModel

/// The part of a narrative below one of its headings: 年度预算安排, 实施周期.
struct NarrativeSection {
  /// In half width, without blanks; the first is what stands behind the heading on its line.
  var lines: [(text: String, location: SourceLocation)]

  /// All of it, line below line.
  var text: String { lines.map(\.text).joined(separator: "\n") }
}

extension Narrative {
  /// The part below the first line that begins with one of some words; where no line does, what stands behind the words
  /// on their line.
  ///
  /// - Parameters:
  ///   - names: words of the heading.
  ///   - others: words that begin other parts.
  func section(_ names: [String], before others: [String]) -> NarrativeSection? {
    let plainLines = lines.map { plain($0.text) }
    for (index, line) in plainLines.enumerated() {
      let (marker, text) = Self.parted(line)
      guard let name = names.first(where: text.hasPrefix) else { continue }
      let end =
        plainLines[(index + 1)...].firstIndex { ends($0, marker, others) } ?? plainLines.endIndex
      let rest = String(text.dropFirst(name.count))
      return section(rest, at: index, plainLines[(index + 1)..<end])
    }
    for (index, line) in plainLines.enumerated() {
      guard let range = names.lazy.compactMap({ line.range(ofWord: $0) }).first else { continue }
      return section(String(line[range.upperBound...]), at: index, [])
    }
    return nil
  }

  private func section(_ first: String, at index: Int, _ more: ArraySlice<String>) -> NarrativeSection {
    var section = NarrativeSection(lines: [])
    if !first.isEmpty { section.lines.append((first, lines[index].location)) }
    section.lines += more.indices.filter { !more[$0].isEmpty }.map { (more[$0], lines[$0].location) }
    if section.lines.isEmpty { section.lines = [("", lines[index].location)] }
    return section
  }

  /// Whether a line begins the next part: it is counted as the heading was, or begins with the words of another.
  private func ends(_ line: String, _ marker: ListMarker?, _ others: [String]) -> Bool {
    let (own, text) = Self.parted(line)
    if let marker, own == marker { return true }
    return (own != nil || line.count <= Self.longestHeading) && others.contains(where: text.hasPrefix)
  }

  private static let longestHeading = 14

  private static func parted(_ line: String) -> (marker: ListMarker?, text: String) {
    let scalars = Array(line.unicodeScalars.prefix(8))
    guard let marker = ListMarker.read(at: 0, in: scalars) else { return (nil, line) }
    return (marker.style, String(line.unicodeScalars.dropFirst(marker.end)))
  }
}

extension String {
  /// The first place of a word.
  fileprivate func range(ofWord word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
