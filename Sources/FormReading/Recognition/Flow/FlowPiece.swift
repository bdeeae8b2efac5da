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
  /// Whether blanks stand before it at the beginning of its line.
  var isIndented = false
  /// Whether it is the first of its line.
  var beginsLine: Bool { gap != .blank }
  /// In half-width columns.
  var width: Int32 = 0
  /// Width of its beginning up to the first place where a line may break.
  var headWidth: Int32 = 0
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

  func first(_ piece: Int) -> UInt32 { scalars[pieces[piece].scalars.lowerBound] }
  func last(_ piece: Int) -> UInt32 { scalars[pieces[piece].scalars.upperBound - 1] }

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
    for scalar in String(decoding: file.bytes(of: cell), as: UTF8.self).unicodeScalars {
      guard !isBlank(scalar) else { continue }
      piece.width += Int32(displayWidth(of: scalar, ambiguousWide: true))
      scalars.append(folded(scalar).value)
    }
    guard scalars.count > start else { return }
    piece.scalars = start..<scalars.count
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
    piece.shape = FlowSigns.shape(all)
    piece.headWidth = Int32(FlowSigns.unbreakable(all).reduce(0) { $0 + FlowSigns.width($1) })
  }
}
