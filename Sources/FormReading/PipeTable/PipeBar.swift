/// The sign between two cells of a line.
enum PipeBar: Sendable, Hashable, CaseIterable {
  /// `|`: a backslash before it makes it text.
  case ascii
  /// `｜`
  case fullWidth
  /// `│`
  case light
  /// `┃`
  case heavy

  var bytes: (UInt8, UInt8, UInt8) {
    switch self {
    case .ascii: (UInt8(ascii: "|"), 0, 0)
    case .fullWidth: (0xEF, 0xBD, 0x9C)
    case .light: (0xE2, 0x94, 0x82)
    case .heavy: (0xE2, 0x94, 0x83)
    }
  }

  var count: Int { self == .ascii ? 1 : 3 }

  /// Whether the bar stands at a place.
  @inline(__always)
  func stands(at index: Int, before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (a, b, c) = bytes
    guard text[index] == a else { return false }
    return self == .ascii || index + 2 < end && text[index + 1] == b && text[index + 2] == c
  }

  /// The bar that a line begins with.
  static func first(of line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> PipeBar? {
    guard !line.isEmpty else { return nil }
    return allCases.first { $0.stands(at: line.lowerBound, before: line.upperBound, in: text) }
  }

  /// The bar that stands in a line, not escaped.
  static func any(in line: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> PipeBar? {
    var index = line.lowerBound
    while index < line.upperBound {
      switch text[index] {
      case UInt8(ascii: "|"): return .ascii
      case UInt8(ascii: "\\"): index += 1
      case 0xE2, 0xEF:
        if let bar = allCases.first(where: { $0.stands(at: index, before: line.upperBound, in: text) }) {
          return bar
        }
      default: break
      }
      index += 1
    }
    return nil
  }
}

/// Lines of a text that follow each other without a blank one between.
struct PipeBlock {
  var lines: [TextLine] = []
  /// The bar between the cells; `nil` for a block of plain lines.
  var bar: PipeBar?
  /// Whether every row begins with a bar.
  var isClosed = false
  /// Rows with a bar, and whether a line drawn of `-` stands between them.
  private var barred = 0
  private var begun = 0
  private var hasRule = false

  /// Whether its lines with bars are rows of a table.
  var isTable: Bool { bar != nil }

  mutating func add(_ line: TextLine, _ text: UnsafeBufferPointer<UInt8>) {
    lines.append(line)
    if PipeBar.any(in: line.range, of: text) != nil { barred += 1 }
    if PipeBar.first(of: line.range, in: text) != nil { begun += 1 }
    if isPipeRule(line.range, in: text) { hasRule = true }
  }

  /// Decides what the block is, when all its lines are known.
  mutating func finish(_ text: UnsafeBufferPointer<UInt8>) {
    isClosed = begun > 0 && begun * 2 >= barred
    let isTable = isClosed ? barred > 1 || hasRule : barred > 1 && (hasRule || barred == lines.count)
    guard isTable else { return }
    bar = lines.lazy.compactMap { PipeBar.any(in: $0.range, of: text) }.first
  }
}

/// The blocks of a text.
struct PipeBlocks: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  private var lines: TextLines

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    lines = TextLines(text)
  }

  mutating func next() -> PipeBlock? {
    var block = PipeBlock()
    while let line = lines.next() {
      if line.range.isEmpty {
        if block.lines.isEmpty { continue }
        break
      }
      block.add(line, text)
    }
    if block.lines.isEmpty { return nil }
    block.finish(text)
    return block
  }
}

/// Whether a line only separates rows: `|---|:--:|`, `|---+---|`, `--- | ---`.
func isPipeRule(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
  var dashes = 0
  var bars = 0
  for index in line {
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
    case UInt8(ascii: "|"): bars += 1
    case UInt8(ascii: ":"), UInt8(ascii: "+"), 0x20, 0x09: break
    default: return false
    }
  }
  return dashes > 0 && bars > 0
}
