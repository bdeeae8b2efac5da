import ChineseText

/// `标签：值` in one or more lines, or a line without a label.
struct ListItem {
  /// Blanks before it.
  var indent: Int
  /// The text before the colon; `nil` for a heading.
  var label: String?
  var line: TextLine
  private var text: BoxText

  /// - Parameter width: terminal columns of the longest line.
  init(_ line: ListLine, width: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    indent = line.indent
    label = line.label
    self.line = line.line
    text = BoxText(room: max(1, width - line.indent))
    text.add(line.line.range, bytes)
  }

  mutating func add(_ line: ListLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    text.add(line.line.range, bytes)
  }

  /// The whole text, label included.
  func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> String { text.joined(bytes) }

  /// What stands behind the label, or the whole text of a heading.
  func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let whole = text.joined(bytes)
    guard let label else { return whole }
    return String(whole.dropFirst(label.count + 1).drop(while: \.isWhitespace))
  }
}

/// One line of a list.
struct ListLine {
  let line: TextLine
  /// Blanks before its text.
  let indent: Int
  /// Terminal columns, the blanks before it included.
  let width: Int
  /// The text before its colon, where that can be a label.
  let label: String?
  /// The name of a block: `【项目资金(元)】`.
  let title: String?

  init(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.line = line
    let text = String(decoding: bytes[line.range], as: UTF8.self)
    indent = line.range.lowerBound - line.start
    width = indent + displayWidth(of: text)
    label = Self.label(in: text)
    title = text.hasPrefix("【") && text.hasSuffix("】") ? String(text.dropFirst().dropLast()) : nil
  }

  private static func label(in text: String) -> String? {
    guard let label = labelBegin(of: text[...]) else { return nil }
    // 其中：财政资金：1,280.00
    let rest = text[label.endIndex...].dropFirst()
    guard label.count <= 2, let second = labelBegin(of: rest) else { return String(label) }
    return String(text[..<second.endIndex])
  }

  private static func labelBegin(of text: Substring) -> Substring? {
    let label = text.prefix(24).prefix { $0 != "：" }
    guard let first = label.first, first.isLetter, label.endIndex < text.endIndex,
      text[label.endIndex] == "：",
      label.allSatisfy({ $0.isLetter || $0.isNumber || "()（）- ".contains($0) })
    else { return nil }
    return label
  }
}
