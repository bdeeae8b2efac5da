/// The range without white space at both ends: blanks, TABs, line breaks, ideographic and no-break spaces.
@inline(__always)
func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end {
    let count = blankLength(bytes, at: start, before: end)
    if count == 0 { break }
    start += count
  }
  while start < end {
    if isBlank(bytes[end - 1]) {
      end -= 1
    } else if end - start >= 3, blankLength(bytes, at: end - 3, before: end) == 3 {
      end -= 3
    } else if end - start >= 2, blankLength(bytes, at: end - 2, before: end) == 2 {
      end -= 2
    } else {
      break
    }
  }
  return start..<end
}

/// The columns of places in lines, asked for from left to right, so that long lines cost no more than short ones.
struct TextColumn {
  private var index = 0
  private var column = 1
  private var line = -1

  /// The column of a place, from 1, in characters.
  ///
  /// - Parameter lineStart: the first byte of its line.
  mutating func column(of place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ lineStart: Int) -> Int {
    if lineStart != line || place < index { (index, column, line) = (lineStart, 1, lineStart) }
    while index < place {
      // A character begins with a byte that continues none.
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return column
  }
}

/// How many bytes the blank at a place has; 0 where there is none.
@inline(__always)
private func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
  switch bytes[index] {
  case 0x09...0x0D, 0x20: return 1
  case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: return 3
  case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: return 2
  default: return 0
  }
}
