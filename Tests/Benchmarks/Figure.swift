/// One measured figure and what it may be.
struct Figure {
  var name: String
  var unit: String
  /// `nil` for a figure that is only told.
  var limit: Double?
  /// All measurements; the statistic below is held against the limit.
  var samples: [Double]
  var statistic: Statistic = .median
  /// Whether the figure may not be under its limit.
  var isFloor = false

  /// `best` of rounds between which the other figures are measured: what else the machine does can only add to a time.
  enum Statistic: String { case median, p99, max, best }

  var value: Double {
    switch statistic {
    case .median: quantile(0.5)
    case .p99: quantile(0.99)
    case .max: quantile(1)
    case .best: quantile(isFloor ? 1 : 0)
    }
  }

  /// Whether the limit is broken.
  var isOver: Bool { limit.map { isFloor ? !(value >= $0) : !(value <= $0) } ?? false }

  /// Name, figure, limit, verdict; then the spread, which tells how noisy the machine was.
  var line: String {
    let allowed = limit.map { "limit \(text($0))" } ?? "no limit"
    let head = "\(padded(name, 34))\(padded(text(value), 12))\(padded(allowed, 18))"
    let spread = "min \(text(quantile(0))), median \(text(quantile(0.5))), p99 \(text(quantile(0.99)))"
    return head + padded(isOver ? (isFloor ? "under" : "over") : "ok", 6)
      + "\(statistic.rawValue) of \(samples.count): \(spread)"
  }

  private func quantile(_ share: Double) -> Double {
    let sorted = samples.sorted()
    return sorted.isEmpty ? .nan : sorted[Int((Double(sorted.count - 1) * share).rounded())]
  }

  private func text(_ value: Double) -> String { "\((value * 100).rounded() / 100) \(unit)" }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

/// How long something took, in milliseconds.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let time = try ContinuousClock().measure(work).components
  return Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
}
