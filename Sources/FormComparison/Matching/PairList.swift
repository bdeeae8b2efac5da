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

  /// One decision.
  public struct Entry: Sendable, Hashable {
    /// The row of the approved form.
    public var approved: Row
    /// The row of the self-evaluation.
    public var evaluated: Row
    /// What was decided.
    public var decision: Decision

    public init(approved: Row, evaluated: Row, decision: Decision) {
      self.approved = approved
      self.evaluated = evaluated
      self.decision = decision
    }
  }

  /// In the order in which they were made; of several about the same rows the last counts.
  public private(set) var entries: [Entry]
  private var decisions: [Key: Decision] = [:]

  private struct Key: Hashable, Sendable {
    var approved: Row
    var evaluated: Row
  }

  public init(_ entries: [Entry] = []) {
    self.entries = []
    for entry in entries { add(entry) }
  }

  /// Adds a decision, or changes the one there is about the same two rows.
  public mutating func add(_ entry: Entry) {
    let key = Key(approved: entry.approved, evaluated: entry.evaluated)
    if decisions.updateValue(entry.decision, forKey: key) != nil {
      entries.removeAll { $0.approved == entry.approved && $0.evaluated == entry.evaluated }
    }
    entries.append(entry)
  }

  /// What was decided about two rows; `nil` where they were never asked about.
  public func decision(approved: Row, evaluated: Row) -> Decision? {
    decisions[Key(approved: approved, evaluated: evaluated)]
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
}
