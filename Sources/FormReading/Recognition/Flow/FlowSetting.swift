/// How the lines of a text were set: whether blanks hold its columns apart, and blank lines its blocks.
struct FlowSetting: Sendable {
  /// Blanks that hold columns apart (`pdftotext -layout`).
  private static let columnGap = 3

  private var lines = 0
  private var alignedLines = 0
  private var paragraphs = 0
  private var isCounted = (several: false, aligned: false)

  /// Adds a gap before a piece.
  ///
  /// - Parameter blanks: bytes between it and the piece before.
  mutating func add(_ gap: FlowGap, blanks: Int) {
    switch gap {
    case .blank:
      if !isCounted.several { lines += 1 }
      if blanks >= Self.columnGap, !isCounted.aligned { alignedLines += 1 }
      isCounted = (true, isCounted.aligned || blanks >= Self.columnGap)
      return
    case .paragraph: paragraphs += 1
    case .line, .page: break
    }
    isCounted = (false, false)
  }

  /// Whether columns stand side by side, each line across all of them.
  var isAligned: Bool { lines >= 6 && alignedLines * 10 >= lines * 4 }
  /// Whether blank lines part it: blocks, in whatever order (`pdftotext -raw` has none).
  var isInBlocks: Bool { paragraphs > 0 }
}
