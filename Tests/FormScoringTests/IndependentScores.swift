import Foundation

/// The same arithmetic once more, on whole numbers and straight from the printed texts: no Decimal, no reading of
/// values by the program.
struct IndependentScores {
  /// A printed number in millionths, and the letters behind it.
  struct Printed {
    var millionths: Int
    var sign: String
    var unit: String
  }

  /// `≥12000.00(GB)`, `<5 秒`, `97.00(%)`; `nil` for words.
  static func number(_ text: String?) -> Printed? {
    guard let text else { return nil }
    let plain = text.filter { !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "," }
    // Not `\d`: 万 and 亿 are digits to it.
    guard let match = plain.wholeMatch(of: /([≥≤<>=]?)([0-9]+)(?:\.([0-9]{1,6}))?([^0-9*]*)/) else {
      return nil
    }
    let fraction = String((match.3 ?? "").prefix(6))
    let padded = fraction + String(repeating: "0", count: 6 - fraction.count)
    guard let whole = Int(match.2), let part = Int(padded) else { return nil }
    return Printed(millionths: whole * 1_000_000 + part, sign: String(match.1), unit: String(match.4))
  }

  /// Hundredths of a point, rounded half up, of a weight in hundredths; `nil` where a number cannot say it.
  static func hundredths(target: String?, actual: String?, weight: Int) -> Int? {
    guard let target = number(target), let actual = number(actual),
      target.unit == actual.unit || actual.unit.isEmpty
    else { return nil }
    let (t, a) = (target.millionths, actual.millionths)
    switch target.sign {
    case "≥", "=":
      return t == 0 ? (a == 0 || target.sign == "≥" ? weight : nil) : a >= t ? weight : rounded(weight * a, t)
    case ">": return a > t ? weight : a == t ? weight : rounded(weight * a, t)
    case "≤", "<":
      let isMet = target.sign == "<" ? a < t : a <= t
      return isMet ? weight : t == 0 ? nil : rounded(weight * max(0, 2 * t - a), t)
    default: return a == t ? weight : nil
    }
  }

  /// 执行率 in hundredths of a per cent, cut.
  static func rate(executed: String, budget: String) -> Int? {
    guard let part = number(executed), let whole = number(budget), whole.millionths > 0 else { return nil }
    return part.millionths * 10_000 / whole.millionths
  }

  private static func rounded(_ product: Int, _ divisor: Int) -> Int {
    (2 * product + divisor) / (2 * divisor)
  }
}
