import ChineseText

/// Prints tables as text cut out of a PDF gives them: cells in the order of their rows, every cell line by line,
/// one blank between what stands on one line, a line break where the text goes up or down, an empty line where it
/// goes down far.
struct FlowedPrinter {
  /// How the cells of a table are set.
  struct Style: Sendable, Hashable {
    /// Cells stand in the middle of their rows, or at the top.
    var isCentred = true
    /// An empty line after every broken line, or only between rows.
    var isLoose = false
    /// Blanks between Chinese and Latin text.
    var hasScriptBlanks = false
    /// No line begins with a closing sign.
    var keepsSigns = false
  }

  /// A cell: its text and the width of its column in half-width columns.
  struct Cell {
    var text: String
    var width: Int
    /// Rows that a merged cell covers.
    var rowSpan = 1
  }

  var style = Style()
  private(set) var text = ""
  private var last: Double?
  private var top = 0.0

  init(style: Style) { self.style = style }

  /// A line outside of tables.
  mutating func line(_ line: String) {
    put(line, at: top)
    top += 1.8
  }

  mutating func row(_ cells: [Cell]) {
    let lines = cells.map { wrapped($0.text, $0.width) }
    let height = zip(cells, lines).map { $0.rowSpan == 1 ? $1.count : 1 }.max() ?? 1
    for (cell, lines) in zip(cells, lines) {
      let room = Double(cell.rowSpan == 1 ? height : max(height, cell.rowSpan))
      let free = max(0, room - Double(lines.count))
      var y = top + (style.isCentred ? free / 2 : 0)
      for line in lines {
        put(line, at: y)
        y += 1
      }
    }
    top += Double(height) + 0.6
  }

  /// A page ends here.
  mutating func pageBreak(number: Int?) {
    if let number { put("— \(number) —", at: top + 3) }
    text += "\n\u{0C}"
    last = nil
  }

  private mutating func put(_ line: String, at y: Double) {
    guard !line.isEmpty else { return }
    if let last {
      let step = y - last
      if abs(step) < 0.25 {
        text += " "
      } else {
        text += step > (style.isLoose ? 0.9 : 1.2) ? "\n\n" : "\n"
      }
    }
    text += line
    last = y
  }

  // MARK: Breaking lines

  private func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in spaced(text).split(separator: "\n") {
      var line = ""
      var used = 0
      for unit in units(String(paragraph)) {
        let size = displayWidth(of: unit, ambiguousWide: true)
        if used > 0, used + size > width {
          lines.append(line)
          line = ""
          used = 0
        }
        // A word wider than its column is broken anywhere.
        for character in size > width ? unit.map(String.init) : [unit] {
          let size = displayWidth(of: character, ambiguousWide: true)
          if used > 0, used + size > width {
            lines.append(line)
            line = ""
            used = 0
          }
          if character == " ", line.isEmpty { continue }
          line += character
          used += size
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private func spaced(_ text: String) -> String {
    guard style.hasScriptBlanks else { return text }
    var result = ""
    for character in text {
      if let before = result.last, isWord(before) != isWord(character), isScript(before), isScript(character)
      {
        result.append(" ")
      }
      result.append(character)
    }
    return result
  }

  private func isWord(_ character: Character) -> Bool { character.isASCII }
  private func isScript(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// What a line is not broken in: Latin words and numbers, and signs that no line begins with.
  private func units(_ text: String) -> [String] {
    var units: [String] = []
    for character in text {
      let isJoined = units.last?.last.map { joins($0, character) } ?? false
      if isJoined { units[units.count - 1].append(character) } else { units.append(String(character)) }
    }
    return units
  }

  private func joins(_ a: Character, _ b: Character) -> Bool {
    if a.isASCII, b.isASCII { return a != " " && b != " " }
    return style.keepsSigns && "，。；：、）”".contains(b)
  }
}
