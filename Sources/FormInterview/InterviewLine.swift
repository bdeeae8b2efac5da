import FormModel

/// What the shell needs to know about the line being typed.
extension Interview {
  /// What stands before the line.
  public var promptLabel: String { label(of: question) }

  /// The list of former answers that fits the question.
  public var historyName: String {
    switch question {
    case .field(let key): key.rawValue
    case .newRow, .cell(_, .level3): "indicator"
    case .cell(_, let column): column.rawValue
    case .review, .output: "command"
    }
  }

  /// Puts a text into the line for editing without taking it as an answer; `nil` leaves the line empty.
  public mutating func keep(_ text: String?) { pendingText = text }

  /// The line that has the same effect without last year's form at hand: a blank line that takes a default is
  /// that default.
  public func effectiveLine(for line: String) -> String {
    guard line.trimmingBlanks().isEmpty, objections.isEmpty, let suggestion = suggestion(for: question),
      (currentText(of: question) ?? "").isEmpty
    else { return line }
    let isCommandLike = suggestion.text.hasPrefix(":") || suggestion.text.hasPrefix("：")
    return isCommandLike ? "\\" + suggestion.text : suggestion.text
  }
}
