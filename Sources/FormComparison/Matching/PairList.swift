import ChineseText
import FormModel

/// What people decided about rows that the program was not sure of.
public struct PairList: Sendable, Hashable {
  /// A row as it is known again: by its texts, in half width without blanks.
  public struct Row: Sendable, Hashable {
    /// 二级指标, or 一级指标 where the form has no second level.
    public var level: String
    /// 三级指标.
    public var name: String
    /// 指标值.
    public var target: String

    public init(level: String, name: String, target: String) {
      self.level = foldedWithoutSpace(level)
      self.name = foldedWithoutSpace(name)
      self.target = foldedWithoutSpace(target)
    }

    public init(_ row: Indicator) {
      self.init(level: row.level2 ?? row.level1, name: row.level3, target: row.target?.text ?? "")
    }
  }

  /// What was decided.
  public enum Decision: Sendable, Hashable, CaseIterable {
    case same, different
    /// Nobody has decided yet.
    case open
  }

  /// One decision: about a row of each form, or about one row that became several, or several that became one.
  public struct Entry: Sendable, Hashable {
    /// The row of the approved form; several where they became one.
    public var approved: [Row]
    /// The row of the self-evaluation; several where one became them.
    public var evaluated: [Row]
    /// What was decided.
    public var decision: Decision

    public init(approved: Row, evaluated: Row, decision: Decision) {
      self.init(approved: [approved], evaluated: [evaluated], decision: decision)
    }

    /// - Parameters:
    ///   - approved: one row, or several where `evaluated` is one.
    ///   - evaluated: one row, or several where `approved` is one.
    public init(approved: [Row], evaluated: [Row], decision: Decision) {
      self.approved = approved
      self.evaluated = evaluated
      self.decision = decision
    }

    /// Whether one row is on each side.
    var isPair: Bool { approved.count == 1 && evaluated.count == 1 }

    /// Whether it is about the same rows as another one, in whatever order.
    fileprivate var rows: Rows { Rows(approved: approved.sorted(), evaluated: evaluated.sorted()) }
  }

  /// In the order in which they were made; of several about the same rows the last counts.
  public private(set) var entries: [Entry]
  private var pairs: [Pair: Decision] = [:]
  private var groups: [Rows: Decision] = [:]

  private struct Pair: Hashable, Sendable {
    var approved: Row
    var evaluated: Row
  }

  fileprivate struct Rows: Hashable, Sendable {
    var approved: [Row]
    var evaluated: [Row]
  }

  public init(_ entries: [Entry] = []) {
    self.entries = []
    for entry in entries { add(entry) }
  }

  /// Adds a decision, or changes the one there is about the same rows.
  public mutating func add(_ entry: Entry) {
    let rows = entry.rows
    if put(entry, rows) != nil { entries.removeAll { $0.rows == rows } }
    entries.append(entry)
  }

  /// - Returns: what was decided before.
  private mutating func put(_ entry: Entry, _ rows: Rows) -> Decision? {
    guard entry.isPair else { return groups.updateValue(entry.decision, forKey: rows) }
    let pair = Pair(approved: entry.approved[0], evaluated: entry.evaluated[0])
    return pairs.updateValue(entry.decision, forKey: pair)
  }

  /// What was decided about two rows; `nil` where they were never asked about.
  public func decision(approved: Row, evaluated: Row) -> Decision? {
    pairs[Pair(approved: approved, evaluated: evaluated)]
  }

  /// Whether anything was decided about one row and its parts.
  var hasGroups: Bool { !groups.isEmpty }

  /// What was decided about the rows of an entry; `nil` where they were never asked about.
  public func decision(of entry: Entry) -> Decision? {
    guard !entry.isPair else { return decision(approved: entry.approved[0], evaluated: entry.evaluated[0]) }
    return groups[entry.rows]
  }
}

extension PairList.Row: Comparable {
  public static func < (a: Self, b: Self) -> Bool {
    (a.level, a.name, a.target) < (b.level, b.name, b.target)
  }
}

/// A list of pairs as the search asks it, whichever side comes first.
struct Verdicts {
  private let list: PairList
  private let isTurned: Bool

  init(_ list: PairList, isTurned: Bool) {
    self.list = list
    self.isTurned = isTurned
  }

  var isEmpty: Bool { list.entries.isEmpty }

  func decision(_ a: RowProfile, _ b: RowProfile) -> PairList.Decision? {
    let (approved, evaluated) = isTurned ? (b, a) : (a, b)
    return list.decision(approved: approved.identity, evaluated: evaluated.identity)
  }

  /// Decisions about one row that became several, and the reverse, in the order in which they were made.
  var groups: [(left: [PairList.Row], right: [PairList.Row], decision: PairList.Decision)] {
    guard list.hasGroups else { return [] }
    return list.entries.filter { !$0.isPair }.map { entry in
      isTurned
        ? (entry.evaluated, entry.approved, entry.decision)
        : (entry.approved, entry.evaluated, entry.decision)
    }
  }

  /// Whether a person said that these rows are not one and its parts.
  func refuses(_ rows: [RowProfile], _ others: [RowProfile]) -> Bool {
    guard list.hasGroups else { return false }
    let (approved, evaluated) = isTurned ? (others, rows) : (rows, others)
    let entry = PairList.Entry(
      approved: approved.map(\.identity), evaluated: evaluated.map(\.identity), decision: .different)
    return list.decision(of: entry) == .different
  }
}
