/// `text` broken into lines of at most `width` columns.
///
/// Line ends in the text stay. Words of Latin letters and digits stay whole where they fit; a line
/// does not begin with a closing sign (`，`, `）`) nor end with an opening one (`（`, `“`) where that
/// can be helped. Nothing is lost: within a paragraph the lines joined are the text. A single
/// character wider than `width` stands on a line of its own.
public func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    wrap(Array(paragraph), width: max(1, width), into: &lines)
  }
  return lines
}

private func wrap(_ characters: [Character], width: Int, into lines: inout [String]) {
  let widths = characters.map { displayWidth(of: String($0)) }
  var start = 0
  repeat {
    var end = start
    var columns = 0
    while end < characters.count, columns + widths[end] <= width || end == start {
      columns += widths[end]
      end += 1
    }
    if end < characters.count { end = lineEnd(in: characters, from: start, to: end) }
    lines.append(String(characters[start..<end]))
    start = end
  } while start < characters.count
}

/// The last good place to break in `start..<end`, or `end` when there is none.
private func lineEnd(in characters: [Character], from start: Int, to end: Int) -> Int {
  var place = end
  while place > start {
    if mayBreakLine(between: characters[place - 1], and: characters[place]) { return place }
    place -= 1
  }
  return end
}

/// Whether ``wrapped(_:width:)`` may end a line between two characters.
public func mayBreakLine(between left: Character, and right: Character) -> Bool {
  if closing.contains(right) || opening.contains(left) { return false }
  return !(isWordPart(left) && isWordPart(right)) && right != " "
}

private func isWordPart(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber || "._-/%+@:".contains(character))
}

private let closing: Set<Character> = Set("，。、；：）」』》】〕”’！？…％%,.;:)]}!?")
private let opening: Set<Character> = Set("（「『《【〔“‘([{")
