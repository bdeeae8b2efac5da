import ChineseText
import FormModel
import FoundationEssentials
import Synchronization

/// Finds the figures that a running text promises: a number with a unit that is counted or measured.
///
/// Years, dates, document numbers (`〔2021〕15号`), list numbers (`1、`), versions and `7*24小时` promise nothing.
enum GoalFigures {
  /// A number with its unit.
  struct Figure {
    /// As it stands in the text: `6台`.
    var text: String
    var value: Decimal
    /// In the unit's base: 50000 for `5万册`.
    var counted: Decimal
    /// What it comes to in a year: 24 for `每月2次`.
    var yearly: Decimal
    /// Base of its unit, and how many of the base one is: 册 and 10000 for `5万册`.
    var unit: String
    var factor: Decimal
    /// What stands before it in its clause, and the next signs behind it.
    var clause = ""
    var rest = ""
  }

  /// The figures that promise something.
  ///
  /// - Parameter text: half width, without blanks.
  static func figures(in text: String, promised by: GoalPromise) -> [Figure] {
    var found: [Figure] = []
    guard hasDigit(text) else { return [] }
    scan(withoutQuotations(text)) { number, before, after in
      guard !isPartOfAnother(before, after), let (figure, unit, rest) = measured(number, after),
        let promise = by.promised(figure, unit: unit, before: before, rest: rest)
      else { return }
      found.append(promise)
    }
    return found
  }

  /// The text without what stands in quotation marks: names of programmes and documents (`“15分钟生活圈”`).
  private static func withoutQuotations(_ text: String) -> String {
    guard hasQuotation(text) else { return text }
    var kept = String.UnicodeScalarView()
    var closing: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let end = closing {
        if scalar == end { closing = nil }
      } else if let end = quotationMarks[scalar] {
        closing = end
        kept.append("…")
      } else {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Looks for the bytes of the opening marks.
  private static func hasQuotation(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.dropLast(2).contains { place in
        switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x8C),
          (0xE3, 0x80, 0x8E):
          true
        default: false
        }
      }
    }
  }

  private static let quotationMarks: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "《": "》", "「": "」", "『": "』",
  ]

  /// Most texts have none, and none of what is looked for without one.
  private static func hasDigit(_ text: String) -> Bool {
    text.utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// Every number in a text, whatever it counts.
  static func numbers(in text: String) -> [Decimal] {
    var found: [Decimal] = []
    scan(text) { number, _, _ in
      if let value = decimal(printed: number) { found.append(value) }
    }
    return found
  }

  /// The years of a text: 2027 of `2027年9月底前`.
  static func years(in text: String) -> [Int] {
    var found: [Int] = []
    scan(text) { number, _, after in
      if number.utf8.count == 4, after.first == "年", let year = Int(number) { found.append(year) }
    }
    return found
  }

  /// Whether a text says how much or when.
  static func hasFigureOrDate(_ text: String) -> Bool {
    var found = false
    let text = withoutQuotations(text)
    scan(text) { number, before, after in
      if !isPartOfAnother(before, after), measured(number, after) != nil { found = true }
      if let sign = after.first, "年月日季".unicodeScalars.contains(sign), before.last != "〔" { found = true }
      if let sign = after.first, "%‰GTMKP*×".unicodeScalars.contains(sign), before.last.map(isLatin) != true {
        found = true
      }
    }
    return found || hasCountInWords(planPeriods.masked(in: text)) || dateWords.match(in: text) != nil
  }

  /// Whether a text counts in words: `六个社区`, `十二场`. 一 and 两 do so only before the plainest units, as
  /// 一网通办, 一件事 and 两级平台 count nothing.
  private static func hasCountInWords(_ text: String) -> Bool { countWords.match(in: text) != nil }

  private static let countWords: WordList = {
    let plainUnits = ["个", "套", "座", "项", "场", "期", "次", "台", "份", "部", "家", "处", "所", "条", "万", "年内"]
    let units = plainUnits + ["名", "人", "户", "辆", "亩", "公里", "平方米", "件", "册", "批", "类", "张", "年"]
    let numerals = ["三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万"]
    return WordList(
      numerals.flatMap { numeral in units.map { numeral + $0 } }
        + plainUnits.flatMap { ["一" + $0, "两" + $0] })
  }()

  /// 十四五期间 is no fifth of anything.
  private static let planPeriods = WordList(["十二五", "十三五", "十四五", "十五五", "十六五"])

  private static let dateWords = WordList(["年底", "年末", "季度末", "月底", "百分之", "全覆盖", "零事故"])

  typealias Scalars = String.UnicodeScalarView.SubSequence

  /// Walks the numbers of a text with what stands before and behind each.
  static func scan(_ text: String, _ visit: (String, Scalars, Scalars) -> Void) {
    guard hasDigit(text) else { return }
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard isDigit(scalars[index]) else {
        index = scalars.index(after: index)
        continue
      }
      let start = index
      while index < scalars.endIndex, isDigit(scalars[index]) || isInner(scalars, index) {
        index = scalars.index(after: index)
      }
      visit(String(scalars[start..<index]), scalars[..<start], scalars[index...])
    }
  }

  /// Whether a point or comma stands between two digits.
  private static func isInner(_ scalars: String.UnicodeScalarView, _ index: String.Index) -> Bool {
    guard scalars[index] == "." || scalars[index] == "," else { return false }
    let next = scalars.index(after: index)
    return next < scalars.endIndex && isDigit(scalars[next])
  }

  static func isPartOfAnother(_ before: Scalars, _ after: Scalars) -> Bool {
    if let sign = before.last, "第〔[*×xX.-/~".unicodeScalars.contains(sign) || isLatin(sign) { return true }
    if let sign = after.first, "*×〕]年月日号期届.-/~".unicodeScalars.contains(sign) { return true }
    return false
  }

  /// A number with its unit, `1300余家` and `3万余人次` too, and what stands behind.
  static func measured(
    _ number: String, _ after: Scalars
  ) -> (figure: Figure, unit: MeasureUnit, rest: Scalars)? {
    guard let value = decimal(printed: number) else { return nil }
    for length in [4, 3, 2, 1] {
      let printed = String(after.prefix(length))
      let unitText = String(
        String.UnicodeScalarView(printed.unicodeScalars.filter { !approximate.contains($0) }))
      guard printed.unicodeScalars.count == length, let unit = UnitMemory.shared.unit(unitText),
        unit.kind != .other
      else { continue }
      let figure = Figure(
        text: number + printed, value: value, counted: unit.inBase(value), yearly: value,
        unit: unit.base, factor: unit.factor)
      return (figure, unit, after.dropFirst(length))
    }
    return nil
  }

  private static let approximate = Set("余多".unicodeScalars)

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}

/// What short texts are as units; the same few stand behind the figures of all forms.
private final class UnitMemory: Sendable {
  static let shared = UnitMemory()

  /// What a hostile file invents is not kept.
  private static let most = 4096

  private let known = Mutex<[TextBytes: MeasureUnit?]>([:])

  func unit(_ text: String) -> MeasureUnit? {
    let key = TextBytes(text)
    if let known = known.withLock({ $0[key] }) { return known }
    let unit = MeasureUnit(printed: text)
    known.withLock { if $0.count < Self.most { $0[key] = unit } }
    return unit
  }
}
