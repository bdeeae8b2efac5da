import OfficeFiles

/// A cell while it is scanned; its buffers are used again for the next one.
struct SheetCell {
  var style = 0
  var type = ValueType.number
  /// Inside `<v>`.
  var value: [UInt8] = []
  /// Inside `<is>`, without reading aids.
  var inline: [UInt8] = []
  /// Inside `<f>`.
  var formula: [UInt8] = []
  /// Whether there was a `<v>`: a formula may have given an empty text.
  var hasValue = false
  /// Whether there was an `<f>`, be it an empty one that shares another cell's formula.
  var hasFormula = false
  /// Whether the formula itself is the text.
  var isFormulaShown = false
  /// Whether the cell's format shows nothing of it.
  var isHidden = false

  /// What the value of a cell is (ECMA-376, ST_CellType).
  enum ValueType {
    /// Also one that is not named.
    case number
    /// An index of the shared texts.
    case shared
    case inline
    /// The text that a formula gave.
    case formulaText
    case truth
    /// An error like `#REF!`, or a date in words of ISO 8601: shown as it stands.
    case plain

    init(_ name: XMLBytes) {
      switch XMLName(name) {
      case "s": self = .shared
      case "inlineStr": self = .inline
      case "str": self = .formulaText
      case "b": self = .truth
      case "e", "d": self = .plain
      default: self = .number
      }
    }
  }

  mutating func clear() {
    style = 0
    type = .number
    hasValue = false
    hasFormula = false
    isFormulaShown = false
    isHidden = false
    value.removeAll(keepingCapacity: true)
    inline.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
  }

  /// Whether the formula is one that readers must be told of.
  var formulaKind: GridCell.Formula {
    if !hasFormula { return .none }
    // What stands there instead of the result of =100% is what people meant.
    if isFormulaShown { return isNumber ? .none : .uncounted }
    return isNumber ? .number : .none
  }

  /// Whether the formula is a single number, per cent or not.
  private var isNumber: Bool {
    let digits = formula.last == UInt8(ascii: "%") ? formula.dropLast() : formula[...]
    guard let last = digits.last, (0x30...0x39).contains(last) else { return false }
    return digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// The value as an index of the shared texts.
  var sharedIndex: Int? {
    value.withUnsafeBufferPointer { bytes in
      var bytes = bytes[...]
      while let first = bytes.first, isBlank(first) { bytes = bytes.dropFirst() }
      while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
      return XMLBytes(rebasing: bytes).number
    }
  }
}
