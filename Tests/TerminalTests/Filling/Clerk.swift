import Foundation
import TestSupport
import Testing

/// Somebody who fills a form at a terminal and looks at the screen after every line.
struct Clerk {
  let screen: TmuxScreen

  /// Types a line at the question `label`, sees it stand there, presses Enter.
  func answer(_ label: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try see("an empty line at \(label)", sourceLocation) { $0.line == label + ">" }
    try screen.type(text)
    try see("“\(text)” at \(label)", sourceLocation) { $0.unwrapped.hasSuffix("\(label)> \(text)".trimmed) }
    try screen.press("Enter")
    try see("the line is taken", sourceLocation) {
      !$0.unwrapped.hasSuffix("\(label)> \(text)".trimmed) || text.isEmpty
    }
  }

  /// Types at any question, without looking for which.
  func command(_ text: String, until seen: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try screen.type(text)
    try see("“\(text)”", sourceLocation) { $0.line.hasSuffix(text) }
    try screen.press("Enter")
    try see(seen, sourceLocation) { $0.text.contains(seen) }
  }

  /// Waits for what must be seen; the screen is printed when it is not.
  func see(
    _ what: String, _ sourceLocation: SourceLocation, _ condition: (TmuxScreen.Capture) -> Bool
  ) throws {
    let (last, holds) = try screen.wait(seconds: 10, until: condition)
    try #require(holds, "not seen: \(what)\n\(last)", sourceLocation: sourceLocation)
  }
}

extension TmuxScreen.Capture {
  /// The row the cursor stands in.
  var line: String { rows.indices.contains(cursor.row) ? rows[cursor.row].trimmed : "" }

  /// The rows up to the cursor as one text: a wrapped line is whole again.
  var unwrapped: String { rows.prefix(cursor.row + 1).joined().trimmed }
}

extension String {
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
