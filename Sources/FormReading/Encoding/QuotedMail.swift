/// Text pasted from a mail: every line of what is quoted begins with `> `.
extension FormInput {
  /// The same file with blanks for the signs of quoting, so that all places stay what they are.
  ///
  /// Only where most lines are quoted: a line of a form may begin with `>95%` or `>=3`.
  func unquoted() -> FormInput {
    guard content.first(where: { !isBlank($0) }) != nil, content.contains(UInt8(ascii: ">")) else {
      return self
    }
    var quoted = 0
    var lines = 0
    forEachLine { line in
      lines += 1
      if !signs(line).isEmpty { quoted += 1 }
    }
    guard quoted >= 3, quoted * 2 > lines else { return self }
    var plain = self
    forEachLine { line in
      for index in signs(line) { plain.bytes[index] = 0x20 }
    }
    return plain
  }

  /// Every line that is not blank.
  private func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) {
    for line in content.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where !line.allSatisfy(isBlank) {
      body(line)
    }
  }

  /// The signs of quoting that a line begins with, a blank or the end of the line behind them.
  private func signs(_ line: ArraySlice<UInt8>) -> Range<Int> {
    var index = line.startIndex
    var end = index
    while index < line.endIndex, line[index] == UInt8(ascii: ">") || line[index] == 0x20 {
      index += 1
      if line[index - 1] == UInt8(ascii: ">") { end = index }
    }
    guard end > line.startIndex, line.first == UInt8(ascii: ">"), end == line.endIndex || isBlank(line[end])
    else { return line.startIndex..<line.startIndex }
    return line.startIndex..<end
  }
}

extension FormInput {
  /// Whether the bytes are those of no text: control characters that no editor writes.
  var isBinary: Bool {
    content.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x1B).contains($0) || (0x1C..<0x20).contains($0) }
  }
}
