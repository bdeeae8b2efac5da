/// The unified diff of a draft and the same draft with other texts on some of its lines, as `patch -p0` takes it.
///
/// ``DraftPatch`` neither adds nor removes lines, so line by line is all that has to be compared.
public struct DraftDiff: Sendable {
  /// Lines around a change that are shown.
  private static let context = 3

  private let name: String
  private let before: [Substring.UTF8View]
  private let after: [Substring.UTF8View]
  /// Whether the last line ends as lines do.
  private let endsLine: Bool

  /// - Parameter name: the file as the command line names it.
  public init(name: String, before: String, after: String) {
    self.name = name
    endsLine = before.utf8.last == 0x0A
    self.before = Self.lines(before)
    self.after = Self.lines(after)
  }

  /// Empty where nothing differs.
  public var text: String {
    let changed = before.indices.filter { index in
      !after.indices.contains(index) || !before[index].elementsEqual(after[index])
    }
    guard !changed.isEmpty else { return "" }
    return "--- \(shownName)\n+++ \(shownName)\n" + hunks(changed).map(hunk).joined()
  }

  private static func lines(_ text: String) -> [Substring.UTF8View] {
    let lines = text[...].utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return text.utf8.last == 0x0A ? lines.dropLast() : lines
  }

  /// A tab ends a name that holds blanks.
  private var shownName: String {
    let name = visible(name).replacing("\n", with: "␊")
    return name.utf8.contains(0x20) ? name + "\t" : name
  }

  /// The changed lines in groups with the lines around them.
  private func hunks(_ changed: [Int]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in changed {
      let around = max(0, index - Self.context)..<min(before.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private func hunk(_ range: Range<Int>) -> String {
    var text = "@@ -\(range.lowerBound + 1),\(range.count) +\(range.lowerBound + 1),\(range.count) @@\n"
    var index = range.lowerBound
    while index < range.upperBound {
      if before[index].elementsEqual(after[index]) {
        text += line(" ", before, index)
        index += 1
        continue
      }
      let first = index
      while index < range.upperBound, !before[index].elementsEqual(after[index]) { index += 1 }
      for line in first..<index { text += self.line("-", before, line) }
      for line in first..<index { text += self.line("+", after, line) }
    }
    return text
  }

  private func line(_ sign: String, _ lines: [Substring.UTF8View], _ index: Int) -> String {
    let isOpen = index == lines.count - 1 && !endsLine
    return sign + String(Substring(lines[index])) + (isOpen ? "\n\\ No newline at end of file\n" : "\n")
  }
}
