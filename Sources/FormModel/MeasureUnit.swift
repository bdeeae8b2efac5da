import ChineseText
import FoundationEssentials

/// A 度量单位: as printed, and as a multiple of a base unit.
public struct MeasureUnit: Sendable, Hashable {
  /// Shared by all copies, which are made with every meaning that is handed on.
  private let shared: Shared

  private final class Shared: Sendable {
    let text: String
    let base: String
    let factor: Decimal
    let kind: Kind

    init(text: String, base: String, factor: Decimal) {
      (self.text, self.base, self.factor) = (text, base, factor)
      kind = MeasureUnitTable.kind(ofBase: base)
    }
  }

  /// As printed, without brackets, in half width: `万条`, `%`, `工作日`.
  public var text: String { shared.text }
  /// The unit it is counted in: `条` for `万条`, `%` for `‰` and `百分比`. Empty for 万 and 亿 alone.
  public var base: String { shared.base }
  /// How many of `base` one of this unit is: 10000 for `万条`.
  public var factor: Decimal { shared.factor }
  /// What the unit measures; `other` for units per something and those in no table.
  public var kind: Kind { shared.kind }

  public init(text: String, base: String, factor: Decimal) {
    shared = Shared(text: text, base: base, factor: factor)
  }

  public static func == (a: MeasureUnit, b: MeasureUnit) -> Bool {
    a.shared === b.shared || a.text == b.text && a.base == b.base && a.factor == b.factor
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(base)
  }

  /// Reads a unit, with or without brackets: `万条`, `（％）`, `分钟/次`.
  ///
  /// A short word that is in no table is a unit of its own, with itself as base.
  ///
  /// - Returns: `nil` for no unit (empty, `/`, `—`, `无`) and for what cannot be one.
  public init?(printed text: String) {
    var word = foldedWithoutSpace(text).unicodeScalars.map(\.value)[...]
    if word.first == 0x28, word.last == 0x29 { word = word.dropFirst().dropLast() }
    guard !word.isEmpty, !["/", "-", "—", "无"].contains(String(scalars: word)),
      let unit = MeasureUnitReader.unit(word, onlyKnown: false)
    else { return nil }
    self = unit
  }

  /// What a unit measures.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case money, time, length, area, mass, data, percent, count, person, other
  }

  /// `value`, counted in this unit, as a count of ``base``; exact.
  public func inBase(_ value: Decimal) -> Decimal { value * factor }

  /// `value`, counted in `from`, as a count of `to`: 1.5 小时 are 90 分钟.
  ///
  /// Exact wherever the result has an end; else (100 秒 in 小时) rounded at the 38th digit, so compare
  /// with ``inBase(_:)``.
  ///
  /// - Returns: `nil` when the two are not counted in the same base.
  public static func converted(_ value: Decimal, from: MeasureUnit, to: MeasureUnit) -> Decimal? {
    guard from.base == to.base else { return nil }
    return from.factor == to.factor ? value : value * from.factor / to.factor
  }

  /// This unit per `divisor`: 次 per 年 is 次/年. The divisor is not converted.
  func divided(by divisor: String) -> MeasureUnit {
    MeasureUnit(text: text + "/" + divisor, base: base + "/" + divisor, factor: factor)
  }
}
