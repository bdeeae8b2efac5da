import CEditline
import TestSupport

@testable import Terminal

/// What a line editor should do, told as simply as possible.
struct LineModel {
  var prompt: String
  var line: [Unicode.Scalar] = []
  var cursor = 0

  enum Edit: CustomStringConvertible {
    case insert(String)
    case left(Int)
    case right(Int)
    case home, end, backspace, delete

    var description: String {
      switch self {
      case .insert(let text): "insert \(text)"
      case .left(let count): "left \(count)"
      case .right(let count): "right \(count)"
      case .home: "home"
      case .end: "end"
      case .backspace: "backspace"
      case .delete: "delete"
      }
    }

    /// What a terminal sends for it.
    var bytes: String {
      switch self {
      case .insert(let text): text
      case .left(let count): String(repeating: "\u{1B}[D", count: count)
      case .right(let count): String(repeating: "\u{1B}[C", count: count)
      case .home: "\u{1B}[H"
      case .end: "\u{1B}[F"
      case .backspace: "\u{7F}"
      case .delete: "\u{1B}[3~"
      }
    }
  }

  private static let hasLocale = cel_use_utf8_locale()

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: line)
    return String(view)
  }

  mutating func apply(_ edit: Edit) {
    switch edit {
    case .insert(let text):
      line.insert(contentsOf: text.unicodeScalars, at: cursor)
      cursor += text.unicodeScalars.count
    case .left(let count): cursor = max(0, cursor - count)
    case .right(let count): cursor = min(line.count, cursor + count)
    case .home: cursor = 0
    case .end: cursor = line.count
    case .backspace:
      guard cursor > 0 else { return }
      cursor -= 1
      line.remove(at: cursor)
    case .delete: if cursor < line.count { line.remove(at: cursor) }
    }
  }

  /// The rows a terminal should show from the prompt on, and the cursor's place.
  func screen(columns: Int) -> (rows: [String], row: Int, column: Int) {
    _ = Self.hasLocale
    var rows = [""]
    var column = 0
    var place: (Int, Int)?
    let before = Array(prompt.unicodeScalars)
    for (index, scalar) in (before + line).enumerated() {
      let width = Int(cel_wcwidth(scalar.value))
      if column + width > columns {
        rows.append("")
        column = 0
      }
      if index == before.count + cursor { place = (rows.count - 1, column) }
      rows[rows.count - 1].unicodeScalars.append(scalar)
      column += width
      if column >= columns {
        rows.append("")
        column = 0
      }
    }
    let (row, end) = place ?? (rows.count - 1, column)
    let shown = rows.map { trimmedRight($0) }
    return (Array(shown.prefix((shown.lastIndex { !$0.isEmpty } ?? -1) + 1)), row, end)
  }

  /// An edit as people make them; long lines get shorter.
  func randomEdit(_ random: inout some RandomNumberGenerator) -> Edit {
    let words = [
      "服", "务", "可用性", "≥95%", "，", "a", "bc ", "（九）", "１２", "“数”", "设备完好率", "·", "×", "㎡", "￥", "—",
      "project", " ", "8", "绩效目标申报表",
    ]
    let most = line.count > 60 ? 1 : 8
    // Cutting goes by single characters, so long lines get a few more kinds of it.
    switch Int.random(in: 0..<(most + (line.count > 60 ? 30 : 10)), using: &random) {
    case 0..<most: return .insert(words.randomElement(using: &random) ?? "字")
    case most...(most + 2): return .left(Int.random(in: 1...6, using: &random))
    case most + 3: return .right(Int.random(in: 1...6, using: &random))
    case most + 4: return .home
    case most + 5: return .end
    case most + 6, most + 7: return .delete
    default: return .backspace
    }
  }
}
