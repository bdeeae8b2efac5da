import FormModel
import FormTemplates
import YAMLText

/// The keys of a native form file, or of a group in it, to be found by their bytes; other spellings count.
struct NativeKeys: Sendable {
  /// What a key stands for.
  enum Member: Sendable {
    case section(Section)
    case field(FieldKey)
    case group(label: String, NativeKeys)
  }

  /// The keys that are no fields and stand for themselves.
  enum Section: Sendable, CaseIterable {
    case template, kind, family, budget, indicators, emptyLevels, suppressions, others

    var label: String {
      switch self {
      case .template: NativeLabels.template
      case .kind: NativeLabels.kind
      case .family: NativeLabels.family
      case .budget: NativeLabels.budget
      case .indicators: NativeLabels.indicators
      case .emptyLevels: NativeLabels.emptyLevels
      case .suppressions: NativeLabels.suppressions
      case .others: NativeLabels.others
      }
    }
  }

  /// The lines of 预算执行情况, in the order of `NativeLabels.budgetLines`.
  static let budgetLines = KnownKeys(NativeLabels.budgetLines.map(\.label))
  /// The cells of a line, in the order of their columns.
  static let budgetCells = KnownKeys(BudgetLine.Column.allCases.map(NativeLabels.label))

  /// The keys as written, in written order.
  let labels: [String]
  /// These and their other spellings.
  let names: KnownKeys
  /// By index in `names`.
  let members: [Member]

  /// The keys of a file of this layout.
  init(_ layout: NativeLayout) {
    self.init(
      (layout.head + layout.tail).map(\.label),
      Self.spellings(layout.head) + Self.spellings(layout.tail)
        + Section.allCases.map { ($0.label, .section($0)) })
  }

  private init(_ labels: [String], _ spellings: [(String, Member)]) {
    self.labels = labels
    let known = unique(spellings)
    names = KnownKeys(known.map(\.0))
    members = known.map(\.1)
  }

  /// The labels before all other spellings.
  private static func spellings(_ nodes: [NativeLayout.Node]) -> [(String, Member)] {
    let members = nodes.map { node in
      node.key.map(Member.field)
        ?? .group(
          label: node.label, NativeKeys(node.children.map(\.label), spellings(node.children)))
    }
    return zip(nodes, members).map { ($0.label, $1) }
      + zip(nodes, members).flatMap { node, member in node.aliases.map { ($0, member) } }
  }
}

/// The keys of a row in a native form file.
struct NativeColumns: Sendable {
  let names: KnownKeys
  /// By index in `names`.
  let columns: [IndicatorColumn]

  init(_ layout: NativeLayout) {
    let labels = layout.columns.map { ($0.label, $0.column) }
    let others = layout.columns.flatMap { column in column.aliases.map { ($0, column.column) } }
    let known = unique(labels + others)
    names = KnownKeys(known.map(\.0))
    columns = known.map(\.1)
  }
}

/// The first of those that are spelled alike.
private func unique<Meaning>(_ spellings: [(String, Meaning)]) -> [(String, Meaning)] {
  var known: Set<String> = []
  return spellings.filter { known.insert($0.0).inserted }
}
