import FormModel

/// What a form has in common with forms that were read before it.
public struct Likeness: Sendable {
  /// A form read before.
  struct Other: Sendable, Hashable {
    /// Its file, as findings name it.
    var file: String
    /// 项目名称 as printed.
    var project: String
  }

  struct Goal: Sendable {
    var field: FieldKey
    var other: Other
    /// Characters of the sentences that stand in both, and of all sentences of this goal.
    var shared: Int
    var length: Int
  }

  struct Rows: Sendable {
    var other: Other
    /// Rows of the same name, those of them with the same target, and all rows.
    var names: Int
    var targets: Int
    var count: Int
  }

  struct Unit: Sendable {
    var row: Int
    var unit: String
    var otherUnit: String
    var other: Other
  }

  struct Note: Sendable {
    var row: Int
    var other: Other
  }

  /// The same project of the same unit and year, read before.
  var same: Other?
  var goals: [Goal] = []
  var rows: Rows?
  var units: [Unit] = []
  /// Notes that stand in the form of another project.
  var notes: [Note] = []

  /// Whether nothing is like anything before.
  public var isEmpty: Bool {
    same == nil && goals.isEmpty && rows == nil && units.isEmpty && notes.isEmpty
  }
}
