/// Totals of a published self-evaluation in ten-thousandths of a point, straight from the printed texts in whole
/// numbers: none of the program's reading, units or decimals.
struct WholeNumberTotals {
  /// `nil` where some row has neither a rule nor points.
  let total: Int?

  /// - Parameter cutsExecution: the publisher cuts the points of execution to one decimal.
  init(_ json: [String: Any], cutsExecution: Bool) {
    let rows = json["indicators"] as? [[String: Any]] ?? []
    var sum: Int? = 0
    for row in rows {
      let text = { (key: String) in row[key] as? String }
      guard let weight = Self.scaled(text("weight")) else {
        // A row without a weight has points of nought that count for nothing.
        sum = sum.flatMap { sum in Self.scaled(text("score")).map { sum + $0 } }
        continue
      }
      let points =
        Self.worth(text("target"), text("actual"), weight)
        ?? Self.scaled(text("score")).map { Self.withinBand($0, weight, text("actual")) }
      sum = sum.flatMap { sum in points.map { sum + $0 } }
    }
    let lines = json["budget"] as? [[String: Any]] ?? []
    if let line = lines.first(where: { $0["line"] as? String == "total" }),
      let weight = Self.scaled(line["weight"] as? String),
      let executed = Self.scaled(line["executed"] as? String),
      let budget = Self.scaled(line["adjusted"] as? String) ?? Self.scaled(line["initial"] as? String)
    {
      if budget > 0 {
        let exact = min(weight, weight * executed / budget)
        let rounded = (min(weight * budget, weight * executed) * 2 + budget * 100) / (budget * 200) * 100
        sum = sum.map { $0 + (cutsExecution ? exact / 1000 * 1000 : rounded) }
      } else {
        sum = sum.flatMap { sum in Self.scaled(line["score"] as? String).map { sum + $0 } }
      }
    }
    total = sum
  }

  /// The number at the beginning of a text behind its sign, in ten-thousandths.
  private static func scaled(_ text: String?) -> Int? { number(text)?.value }

  private static func number(_ text: String?) -> (sign: String, value: Int, unit: String)? {
    guard let text else { return nil }
    let plain = text.filter { !" (),\n".contains($0) }
    let sign = String(plain.prefix { "≥≤<>=".contains($0) })
    let digits = plain.dropFirst(sign.count).prefix { "0123456789.".contains($0) }
    let unit = String(plain.dropFirst(sign.count + digits.count))
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int(first), parts.count <= 2, !unit.contains("*") else {
      return nil
    }
    let decimals = (parts.count == 2 ? String(parts[1]) : "") + "0000"
    guard let fraction = Int(decimals.prefix(4)) else { return nil }
    return (sign, whole * 10_000 + fraction, unit)
  }

  private static func worth(_ target: String?, _ actual: String?, _ weight: Int) -> Int? {
    guard let target = number(target), let actual = number(actual), target.unit == actual.unit else {
      return nil
    }
    let (wanted, reached) = (target.value, actual.value)
    let isMet: Bool
    switch target.sign {
    case "≥", "=": isMet = reached >= wanted
    case ">": isMet = reached > wanted
    case "≤": isMet = reached <= wanted
    case "<": isMet = reached < wanted
    default: isMet = reached == wanted
    }
    if isMet { return weight }
    guard wanted > 0, !target.sign.isEmpty else { return nil }
    let part = "≤<".contains(target.sign) ? max(0, 2 * wanted - reached) : min(wanted, reached)
    // To hundredths of a point, half up.
    return (weight * part * 2 + wanted * 100) / (wanted * 200) * 100
  }

  private static func withinBand(_ score: Int, _ weight: Int, _ actual: String?) -> Int {
    let word = (actual ?? "").filter { !$0.isWhitespace }
    let bands: [(String, Int, Int)] = [("达成", 80, 100), ("部分达成", 60, 80), ("未达成", 0, 60)]
    let isBand = word.contains("达成") && word.contains("指标")
    guard isBand, let band = bands.last(where: { word.hasPrefix($0.0) }) else { return score }
    return min(weight * band.2 / 100, max(weight * band.1 / 100, score))
  }
}
