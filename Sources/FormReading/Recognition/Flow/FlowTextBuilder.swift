/// Makes pieces of the cells of a flowed grid: sees the gaps between them, cuts values off labels, leaves page
/// numbers out.
struct FlowTextBuilder {
  private let file: GridFile
  private let words: FlowWords
  private(set) var text = FlowText()
  private var end: Int?
  private var followsPageNumber = false

  init(file: GridFile, words: FlowWords) {
    self.file = file
    self.words = words
  }

  /// Adds the cells of one line.
  mutating func append(line: ArraySlice<GridCell>) {
    if isPageNumber(line) {
      followsPageNumber = true
    } else {
      for cell in line { append(cell) }
    }
  }

  private mutating func append(_ cell: GridCell) {
    let gap = followsPageNumber ? .page : end.map { self.gap($0..<Int(cell.start)) } ?? .paragraph
    followsPageNumber = false
    if let end { text.setting.add(gap, blanks: Int(cell.start) - end) }
    let isIndented = gap != .blank && Int(cell.start) > Int(cell.place.minor) + 1
    end = Int(cell.end)
    if let colon = labelEnd(of: cell) {
      var label = cell
      label.end = Int32(clamping: colon)
      var value = cell
      value.start = label.end
      text.append(label, gap: gap, isIndented: isIndented, of: file)
      text.append(value, gap: .blank, isIndented: false, of: file)
    } else {
      text.append(cell, gap: gap, isIndented: isIndented, of: file)
    }
  }

  /// `- 3 -`, `3/12`; a number alone where a page begins or ends.
  private func isPageNumber(_ line: ArraySlice<GridCell>) -> Bool {
    guard let first = line.first, let last = line.last, last.end - first.start <= 24 else { return false }
    var number = FlowText()
    var whole = first
    whole.end = last.end
    number.append(whole, gap: .line, isIndented: false, of: file)
    guard let piece = number.pieces.first else { return false }
    let scalars = number.scalars[piece.scalars]
    if piece.shape == .number, scalars.count <= 4 { return isAtPageEdge(whole) }
    return isFramed(scalars)
  }

  /// Digits between dashes, or between words that stand around page numbers.
  private func isFramed(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard scalars.count >= 3, scalars.contains(where: FlowSigns.isDigit), let first = scalars.first else {
      return false
    }
    if FlowSigns.isDash(first), FlowSigns.isDash(scalars[scalars.endIndex - 1]) {
      return scalars.dropFirst().dropLast().allSatisfy(FlowSigns.isDigit)
    }
    return words.isPageMark(first)
      && scalars.allSatisfy { FlowSigns.isDigit($0) || words.isPageMark($0) || $0 == 0x2C || $0 == 0x2F }
  }

  private func isAtPageEdge(_ cell: GridCell) -> Bool {
    let before = file.text[..<Int(cell.start)].reversed().prefix { $0 <= 0x20 }
    let after = file.text[Int(cell.end)...].prefix { $0 <= 0x20 }
    return before.contains(0x0C) || after.contains(0x0C)
  }

  private func gap(_ range: Range<Int>) -> FlowGap {
    var breaks = 0
    for index in range {
      switch file.text[index] {
      case 0x0C: return .page
      case 0x0A: breaks += 1
      case 0x0D where index + 1 >= file.text.count || file.text[index + 1] != 0x0A: breaks += 1
      default: break
      }
    }
    return breaks == 0 ? .blank : breaks == 1 ? .line : .paragraph
  }

  /// Where the value begins in `标签：值`, also in `其中：标签：值`; `nil` where the cell is no such thing.
  private func labelEnd(of cell: GridCell) -> Int? {
    let bytes = file.bytes(of: cell)
    let colons = bytes.indices.prefix(60).filter { colonLength(at: $0, in: bytes) > 0 }
    return colons.prefix(2).lazy.map { $0 + colonLength(at: $0, in: bytes) }.first {
      $0 < bytes.endIndex && isLabel(cell, upTo: $0)
    }
  }

  private func isLabel(_ cell: GridCell, upTo end: Int) -> Bool {
    var label = FlowText()
    var cut = cell
    cut.end = Int32(clamping: end)
    label.append(cut, gap: .line, isIndented: false, of: file)
    guard label.pieces.count == 1 else { return false }
    return label.word(at: 0, in: words, [.label, .budgetLine], before: 1)?.hasColon == true
  }

  private func colonLength(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    if bytes[index] == 0x3A { return 1 }
    let isWide = index + 2 < bytes.endIndex && bytes[index] == 0xEF && bytes[index + 1] == 0xBC
    return isWide && bytes[index + 2] == 0x9A ? 3 : 0
  }
}
