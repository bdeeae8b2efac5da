import ChineseText
import FormModel
import FoundationEssentials

/// What rules need to know about a row, worked out once.
final class RowFacts {
  /// Position of the template's first level; `nil` for a level it does not have.
  let level1: Int?
  /// Position among all second levels of the template.
  let level2: Int?
  /// The name in half width, without blanks.
  let name: String
  /// ``name`` without a bracket at its end: `巡检服务次数` for `巡检服务次数（每月）`.
  let stem: String
  /// The target in half width, without blanks.
  let target: String
  let meaning: MeaningKind
  /// The comparison sign of the target, when that is a quantity.
  let sign: ComparatorWord?
  /// The kind of unit of the target, when that is a quantity or range.
  let unit: UnitWord?

  init(_ row: Indicator, level1: Int?, level2: Int?) {
    self.level1 = level1
    self.level2 = level2
    name = plain(row.level3)
    stem = withoutClosingBracket(name)
    target = row.target.map { plain($0.text) } ?? ""
    meaning = MeaningKind(row.target?.meaning)
    sign = ComparatorWord(row.target?.meaning)
    unit = UnitWord(row.target?.meaning)
  }
}

/// The kinds of meaning by their names in rule files.
enum MeaningKind: String, CaseIterable, Sendable {
  case blank, placeholder, quantity, range, date, graded, qualitative

  init(_ meaning: TargetValue.Meaning?) {
    switch meaning {
    case nil, .blank: self = .blank
    case .placeholder: self = .placeholder
    case .quantity: self = .quantity
    case .range: self = .range
    case .date: self = .date
    case .graded: self = .graded
    case .qualitative: self = .qualitative
    }
  }
}

/// Half width, without blanks; most texts are so already.
func plain(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    byte > 0x20 && byte != 0x7F && byte != 0xEF && byte != 0xE3 && byte != 0xC2 && byte != 0xE1
  }
  return isPlain && !text.utf8.contains(0xE2) ? text : foldedWithoutSpace(text)
}

/// Whether a text shows nothing.
func isBlankText(_ text: String?) -> Bool {
  guard let text else { return true }
  return text.unicodeScalars.allSatisfy(isBlank)
}

private func withoutClosingBracket(_ text: String) -> String {
  guard text.utf8.last == 0x29, let open = text.lastIndex(of: "("), open > text.startIndex else {
    return text
  }
  return String(text[..<open])
}
