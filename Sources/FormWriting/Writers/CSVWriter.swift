import ChineseText
import FormModel
import FormTemplates
import FoundationEssentials

/// One line an indicator with project and year in front, so that the lines of many forms can be stacked.
///
/// RFC 4180 with CRLF and a byte-order mark (Excel reads UTF-8 by it). A target is split into sign, number
/// and unit where it means a quantity; as printed it stands in the last column.
public struct CSVWriter: FormWriter {
  public static let format = OutputFormat(name: "csv", extensions: ["csv"], purpose: Messages.csvPurpose)

  private let guardsFormulas: Bool
  private let joinsTargets: Bool

  public init(options: WritingOptions = WritingOptions()) {
    guardsFormulas = options.guardsFormulas
    joinsTargets = options.joinsTargets
  }

  public func text(of form: Form, template: Template) -> String { text(of: [form], template: template) }

  public func text(of forms: [(form: Form, template: Template)]) -> String? {
    forms.first.map { text(of: forms.map(\.form), template: $0.template) }
  }

  /// The indicators of several forms below one head.
  public func text(of forms: [Form], template: Template) -> String {
    let details = detailColumns(forms, template)
    let levels: [IndicatorColumn] = [.level1, .level2, .level3]
    let points: [IndicatorColumn] = [.weight]
    let head =
      [template.label(of: FieldKey.project), template.label(of: FieldKey.year)]
      + levels.map(Messages.head(of:)) + targetHeads + (points + details).map(Messages.head(of:))
      + (joinsTargets ? [] : [Messages.targetAsPrinted])
    let lines = forms.flatMap { form in form.indicators.map { cells(of: $0, in: form, details) } }
    return "\u{FEFF}" + ([head] + lines).map(line).joined()
  }

  private var targetHeads: [String] {
    let value = Messages.head(of: .target)
    return joinsTargets ? [value] : [Messages.comparator, value, Messages.measureUnit]
  }

  /// Further columns that the template has or a form fills.
  private func detailColumns(_ forms: [Form], _ template: Template) -> [IndicatorColumn] {
    let named: Set<IndicatorColumn> = [.level1, .level2, .level3, .target, .weight]
    let known = Set(template.columns.filter(\.isPrinted).map(\.column))
    return IndicatorColumn.allCases.filter { column in
      !named.contains(column)
        && (known.contains(column) || forms.contains { $0.indicators.contains { $0[column] != nil } })
    }
  }

  private func cells(of indicator: Indicator, in form: Form, _ details: [IndicatorColumn]) -> [String] {
    let target = indicator.target?.text ?? ""
    let parts = TargetParts(indicator.target)
    return [form[.project] ?? "", form[.year] ?? ""]
      + [indicator.level1, indicator.level2 ?? "", indicator.level3]
      + (joinsTargets ? [target] : [parts.comparator, parts.value, parts.unit])
      + [indicator.weight?.text ?? ""] + details.map { indicator[$0] ?? "" } + (joinsTargets ? [] : [target])
  }

  private func line(_ cells: [String]) -> String {
    cells.map { quoted(guarded($0)) }.joined(separator: ",") + "\r\n"
  }

  /// An apostrophe before what a spreadsheet would take for a formula; plain numbers and lone signs stay.
  private func guarded(_ text: String) -> String {
    guard guardsFormulas, let first = text.unicodeScalars.first(where: { !isBlank($0) }) else { return text }
    let isRisky = "=+-@".unicodeScalars.contains(folded(first)) || "\t\r".unicodeScalars.contains(first)
    let isHarmless = text.unicodeScalars.count == 1 || decimal(printed: text) != nil
    return isRisky && !isHarmless ? "'" + text : text
  }

  private func quoted(_ text: String) -> String {
    let special = "\",\r\n".unicodeScalars
    let isSpaced = text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
    guard isSpaced || text.unicodeScalars.contains(where: special.contains) else { return text }
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append("\"") }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
