import ChineseText
import FormModel
import FormTemplates

/// Generated forms: every field, column and kind of row may be there, blank, long or hostile.
struct FormGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func number(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let pieces = [
    "完成率", "≥95%", "读者", "，", "。", "(", "“", "ABC-12.5", " ", "\n", "|", "<b>", "&amp;", "\"", "'", "\\", "*",
    "=1+1",
    "\u{1B}[31m", "\t", "é", "e\u{301}", "\u{202E}", "\u{200B}", "𠀀", "👨‍👩‍👧‍👦", "─", "``", "_", "\r\n", "$",
    "[x](y)", "#",
  ]

  mutating func text(_ length: Int) -> String {
    (0..<(1 + number(length))).map { _ in Self.pieces[number(Self.pieces.count)] }.joined()
  }

  private mutating func word(_ words: [String]) -> String { words[number(words.count)] }

  mutating func form(_ template: Template) -> Form {
    var form = Form(template: template.id)
    let keys = Array(template.fields.keys) + [.grade, .totalWeight, "narrative.problems"]
    for key in keys where number(4) > 0 { form[key] = text(key.group == "goals" ? 60 : 4) }
    let levels = template.levels.map(\.name) + ["自定指标"]
    for _ in 0..<number(9) {
      let level1 = word(levels)
      let level2 = number(6) == 0 ? nil : word((template.level(level1)?.levels.map(\.name) ?? []) + ["其他指标"])
      var indicator = Indicator(level1: level1, level2: level2, level3: text(6))
      for column in IndicatorColumn.allCases.dropFirst(4) where number(5) == 0 { indicator[column] = text(5) }
      indicator.weight = number(3) == 0 ? nil : Score("\(number(20))")
      form.indicators.append(indicator)
    }
    if number(3) == 0 { form.emptyLevels = ["生态效益指标", "没有的指标"] }
    return form
  }
}

extension Form {
  /// Every text that a table of the form must show.
  func shownTexts(_ template: Template) -> [String] {
    let hidden = Set(template.columns.filter { !$0.isPrinted }.map(\.column))
    return fields.values
      + indicators.flatMap { row in
        IndicatorColumn.allCases.filter { !hidden.contains($0) }.compactMap { row[$0] }
      }
      + emptyLevels
  }
}

/// Without blanks and line ends: what wrapping and drawing may add or move.
func bare(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}
