import ChineseText
import FoundationEssentials
import OfficeFiles
import YAMLText

/// How the official table looks as a workbook: decoded from `form.sheet.yaml` of `Templates/layout/` or of a template's
/// folder, never written in code.
struct SheetLayout: Sendable, Hashable {
  /// The file name of the layout.
  static let name = "form.sheet.yaml"

  /// Names of fonts.
  var titleFont: String
  var bodyFont: String
  /// Of letters.
  var titleSize: Length
  var yearSize: Length
  var bodySize: Length
  var margins: Workbook.Page.Margins
  /// A table of more columns is printed across.
  var portraitColumns: Int
  /// In Excel's codes.
  var footer: String
  /// A line below the table; empty for none.
  var signature: String

  /// - Throws: `WritingError.faultyLayout` with the place in the file.
  init(_ text: String) throws(WritingError) {
    do throws(YAMLError) {
      guard let node = try parseYAML(text) else {
        throw YAMLError(.missingKey("fonts"), at: YAMLMark(line: 1, column: 1))
      }
      try self.init(node)
    } catch {
      throw .faultyLayout(Self.name, reason: error.text(in: text, named: Self.name))
    }
  }

  private init(_ node: YAMLNode) throws(YAMLError) {
    var keys = try YAMLFields(node, of: Self.name)
    var fonts = try YAMLFields(try keys.needed("fonts"), of: "fonts")
    titleFont = try fonts.text("title")
    bodyFont = try fonts.text("body")
    try fonts.finish()
    var sizes = try YAMLFields(try keys.needed("sizes"), of: "sizes")
    titleSize = try sizes.letters("title")
    yearSize = try sizes.letters("year")
    bodySize = try sizes.letters("body")
    try sizes.finish()
    var sides = try YAMLFields(try keys.needed("margins"), of: "margins")
    margins = Workbook.Page.Margins(
      left: try sides.millimetres("left"), right: try sides.millimetres("right"),
      top: try sides.millimetres("top"), bottom: try sides.millimetres("bottom"))
    try sides.finish()
    portraitColumns = try keys.measure("portrait-columns", 1...100, times: 1)
    footer = try keys.optionalText("footer") ?? ""
    signature = try keys.optionalText("signature") ?? ""
    try keys.finish()
  }
}

extension YAMLFields {
  /// The value of a key that must be there.
  fileprivate mutating func needed(_ key: String) throws(YAMLError) -> YAMLNode {
    guard let node = take(key) else { throw YAMLError(.missingKey(key), at: mark) }
    return node
  }

  /// The size of letters, in points.
  fileprivate mutating func letters(_ key: String) throws(YAMLError) -> Length {
    Length(twips: try measure(key, 4...72, times: 20))
  }

  fileprivate mutating func millimetres(_ key: String) throws(YAMLError) -> Length {
    Length(millimetres: try measure(key, 0...80, times: 1))
  }

  /// A number within bounds, in parts of its unit.
  fileprivate mutating func measure(
    _ key: String, _ range: ClosedRange<Int>, times parts: Decimal
  ) throws(YAMLError) -> Int {
    let node = try needed(key)
    let bounds = Decimal(range.lowerBound)...Decimal(range.upperBound)
    guard let value = Decimal(string: try node.text(of: key)), bounds.contains(value),
      let whole = Int("\(value * parts)")
    else {
      throw YAMLError(
        .other(Messages.measure(key, from: range.lowerBound, to: range.upperBound)), at: node.mark)
    }
    return whole
  }
}
