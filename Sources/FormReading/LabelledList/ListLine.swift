import ChineseText

/// One line of a list.
struct ListLine {
  let line: TextLine
  /// Blanks before its text.
  let indent: Int
  /// Its text with the blanks at its end, which belong to a text that goes on in the next line.
  let text: Range<Int>

  init(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.line = line
    var start = line.start
    // > quotes a line in a mail.
    while start < line.range.lowerBound, [0x20, 0x09, UInt8(ascii: ">")].contains(bytes[start]) { start += 1 }
    var end = line.range.upperBound
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    indent = start - line.start
    text = start..<end
  }

  var isBlank: Bool { line.range.isEmpty }

  /// Whether it begins the name of a block: `【项目资金(元)】`.
  func beginsTitle(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[text].starts(with: "【".utf8) && !isBlank
  }

  /// Whether there is a label before a colon.
  func hasLabel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A label is short.
    let head = bytes[line.range].prefix(96)
    return ListLabel.begin(of: String(decoding: head, as: UTF8.self)[...]) != nil
  }
}

/// Labels of list items: what stands before a colon.
enum ListLabel {
  /// The longest label of a list, in characters.
  private static let longest = 40

  /// A label that is one wherever it stands: of letters, digits and brackets.
  static func begin(of text: Substring) -> Substring? {
    let label = text.prefix(24).prefix { $0 != "：" }
    guard let first = label.first, first.isLetter, label.endIndex < text.endIndex,
      text[label.endIndex] == "：",
      label.allSatisfy({ $0.isLetter || $0.isNumber || "()（）- ".contains($0) })
    else { return nil }
    return label
  }

  /// The label of an item, whatever it is made of; `nil` for a heading.
  static func label(of text: Substring) -> Substring? {
    // 其中：财政资金：1,280.00
    if let label = begin(of: text), label.count <= 2,
      let second = begin(of: text[label.endIndex...].dropFirst())
    {
      return text[..<second.endIndex]
    }
    let label = text.prefix(longest + 1).prefix { $0 != "：" && !$0.isNewline }
    return !label.isEmpty && label.endIndex < text.endIndex && text[label.endIndex] == "：" ? label : nil
  }
}
