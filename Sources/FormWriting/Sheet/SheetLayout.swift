import ChineseText
import FormModel
import FormTemplates
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
  /// How the paper lies; `auto` for across where the table has many columns.
  var orientation: Orientation
  /// A table of more columns is printed across, where the layout leaves it open.
  var portraitColumns: Int
  /// Weights of columns of indicators, where they are not the usual ones.
  var widths: [IndicatorColumn: Int]
  /// In Excel's codes.
  var footer: String
  /// A line below the table; empty for none.
  var signature: String

  enum Orientation: String, CaseIterable, Sendable { case auto, portrait, landscape }

  /// - Parameter layers: each laid over those before it.
  /// - Throws: `WritingError.faultyLayout` with the place in the file.
  init(_ layers: [PlaceLayout.Sheet]) throws(WritingError) {
    do throws(YAMLError) {
      var merged: YAMLNode?
      for (source, layer) in layers.enumerated() {
        guard let node = try parseYAML(layer.text, source: source) else { continue }
        merged = try merged.map { (base) throws(YAMLError) in try overlay(node, on: base) } ?? node
      }
      guard let merged else { throw YAMLError(.missingKey("fonts"), at: YAMLMark(line: 1, column: 1)) }
      try self.init(merged)
    } catch {
      let layer = layers.indices.contains(error.mark.source) ? layers[error.mark.source] : layers[0]
      throw .faultyLayout(layer.path, reason: error.text(in: layer.text, named: layer.path))
    }
  }

  /// Whether the paper lies across for a table of so many columns.
  func isLandscape(columns: Int) -> Bool {
    switch orientation {
    case .auto: columns > portraitColumns
    case .portrait: false
    case .landscape: true
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
    orientation = try keys.optionalWord("orientation") ?? .auto
    portraitColumns = try keys.measure("portrait-columns", 1...100, times: 1)
    footer = try keys.optionalText("footer") ?? ""
    signature = try keys.optionalText("signature") ?? ""
    widths = try Self.widths(keys.take("widths"))
    try keys.finish()
  }

  private static func widths(_ node: YAMLNode?) throws(YAMLError) -> [IndicatorColumn: Int] {
    guard let node else { return [:] }
    let known = IndicatorColumn.allCases.filter { $0 != .level1Weight }
    var keys = try YAMLFields(node, of: "widths")
    var widths: [IndicatorColumn: Int] = [:]
    for column in known where node.holds(column.rawValue) {
      widths[column] = try keys.measure(column.rawValue, 1...200, times: 1)
    }
    for column in known { _ = keys.take(column.rawValue) }
    try keys.finish()
    return widths
  }
}

extension YAMLNode {
  /// Whether this is a mapping with a value of that key.
  fileprivate func holds(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key == key && !$0.value.isNull }
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
