import ChineseText

/// What stands between a piece of flowed text and the one before it.
enum FlowGap: Int, Sendable {
  case blank, line, paragraph, page

  static let count = 4
}

/// What a piece of text is by its looks.
enum FlowShape: UInt8, Sendable {
  /// Digits with separators and perhaps a percent sign.
  case number
  /// Signs that hold the place of a number: `-`, `—`.
  case dash
  case text
}

/// A piece of flowed text: what blanks and line breaks cut out of a line.
struct FlowPiece: Sendable {
  /// Of `FlowText.scalars`.
  var scalars: Range<Int>
  /// Where it stands in the file.
  var cell: GridCell
  var gap: FlowGap
  /// Whether it follows the piece before without any blank: pdftotext breaks lines before signs that are set narrow.
  var isGlued = false
  /// Whether blanks stand before it at the beginning of its line.
  var isIndented = false
  /// Whether it is the first of its line.
  var beginsLine: Bool { gap != .blank }
  /// In half-width columns.
  var width: Int32 = 0
  /// Width of its beginning up to the first place where a line may break.
  var headWidth: Int32 = 0
  /// Whether all its characters are as wide as Han characters.
  var isWide = false
  var shape = FlowShape.text
  /// Full stops in it.
  var sentences = 0
  var hasDigits = false
  /// Opening less closing brackets of each kind.
  var brackets: SIMD4<Int32> = .zero
}

/// The pieces of a stretch of text, and their scalars folded to half width.
struct FlowText: Sendable {
  var pieces: [FlowPiece] = []
  var scalars: [UInt32] = []
  var setting = FlowSetting()

  /// No line of a form is longer; what is cut off is printed but not looked at.
  private static let mostBytes = 4_096

  func first(_ piece: Int) -> UInt32 { scalars[pieces[piece].scalars.lowerBound] }
  func last(_ piece: Int) -> UInt32 { scalars[pieces[piece].scalars.upperBound - 1] }

  /// Whether a line break says nothing here: between quotes that are set narrow side by side.
  func mayEndLine(before piece: Int) -> Bool { last(piece - 1) == 0x201D && first(piece) == 0x201C }

  /// Whether a new piece that begins a line goes on with the last one's line: it begins with a sign that no line
  /// begins with behind a closing quote or bracket, or follows such a sign that stands alone.
  func isGlued(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard let first = scalars.first, let last = pieces.last else { return false }
    if FlowSigns.isListSign(first) { return FlowSigns.isClosingBracket(self.last(pieces.count - 1)) }
    return last.isGlued && last.scalars.count == 1 && FlowSigns.isOpening(first)
  }

  /// The folded text of pieces, without white space.
  func string(_ range: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    let all = pieces[range.lowerBound].scalars.lowerBound..<pieces[range.upperBound].scalars.upperBound
    for scalar in scalars[all] {
      if let scalar = Unicode.Scalar(scalar) { text.append(scalar) }
    }
    return String(text)
  }

  /// Adds a cell of a flowed grid.
  mutating func append(_ cell: GridCell, gap: FlowGap, isIndented: Bool, of file: GridFile) {
    let start = scalars.count
    var piece = FlowPiece(scalars: start..<start, cell: cell, gap: gap, isIndented: isIndented)
    for scalar in String(decoding: file.bytes(of: cell).prefix(Self.mostBytes), as: UTF8.self).unicodeScalars
    {
      guard !isBlank(scalar) else { continue }
      piece.width += Int32(displayWidth(of: scalar, ambiguousWide: true))
      scalars.append(folded(scalar).value)
    }
    guard scalars.count > start else { return }
    piece.scalars = start..<scalars.count
    if gap == .line, !isIndented, isGlued(scalars[piece.scalars]) {
      piece.isGlued = true
      piece.gap = .blank
    }
    measure(&piece)
    pieces.append(piece)
  }

  private func measure(_ piece: inout FlowPiece) {
    let all = scalars[piece.scalars]
    for scalar in all {
      if let (kind, step) = FlowSigns.bracket(scalar) { piece.brackets[kind] += step }
      if scalar == 0x3002 { piece.sentences += 1 }
      if FlowSigns.isDigit(scalar) { piece.hasDigits = true }
    }
    piece.isWide = Int(piece.width) == 2 * all.count && all.allSatisfy { $0 >= 0x80 }
    piece.shape = FlowSigns.shape(all)
    piece.headWidth = Int32(FlowSigns.unbreakable(all).reduce(0) { $0 + FlowSigns.width($1) })
  }
}
