/// Text pasted from a mail: every line of what is quoted begins with `> `.
extension FormInput {
  /// The same file with blanks for the signs of quoting, so that all places stay what they are.
  ///
  /// Only where most lines are quoted: a line of a form may begin with `>95%` or `>=3`.
  func unquoted() -> FormInput {
    guard isQuoted else { return self }
    var plain = self
    var start = content.startIndex
    while start < bytes.count {
      for index in signs(at: start) { plain.bytes[index] = 0x20 }
      start = endOfLine(from: start)
    }
    return plain
  }

  /// How much of a text is looked at, in bytes.
  private static let searched = 64 << 10

  private var isQuoted: Bool {
    guard signs.contains(.quoting) else { return false }
    return content.prefix(Self.searched).withUnsafeBufferPointer { text in
      let lineEnd: UInt8 = text.holds(0x0A, in: text.indices) ? 0x0A : 0x0D
      var (quoted, lines) = (0, 0)
      var start = 0
      while start < text.count {
        let end = text.firstIndex(of: lineEnd, in: start..<text.count) ?? text.count
        // Blank lines end in nothing, or in the other half of a line end.
        if end > start + 1 || end > start && !isBlank(text[start]) { lines += 1 }
        if isQuoted(text, at: start) { quoted += 1 }
        start = end + 1
      }
      return quoted >= 3 && quoted * 2 > lines
    }
  }

  /// Whether a line begins with a sign of quoting and a blank or its end behind it.
  private func isQuoted(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard text[start] == UInt8(ascii: ">") else { return false }
    return !signs(at: content.startIndex + start).isEmpty
  }

  /// Where the next line begins.
  private func endOfLine(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// The signs of quoting that a line begins with, a blank or the end of the line behind them.
  private func signs(at start: Int) -> Range<Int> {
    var (index, end) = (start, start)
    while index < bytes.count, bytes[index] == UInt8(ascii: ">") || bytes[index] == 0x20 {
      index += 1
      if bytes[index - 1] == UInt8(ascii: ">") { end = index }
    }
    guard bytes[start] == UInt8(ascii: ">"), end == bytes.count || isBlank(bytes[end]) else {
      return start..<start
    }
    return start..<end
  }
}

extension FormInput {
  /// Whether the bytes are those of no text: control characters that no editor writes.
  var isBinary: Bool {
    content.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x1B).contains($0) || (0x1C..<0x20).contains($0) }
  }
}
