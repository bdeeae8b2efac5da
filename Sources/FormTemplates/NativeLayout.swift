import ChineseText
import FormModel

/// How a native form file of one template is laid out: which keys stand for which fields and columns.
///
/// Reading and writing share it, so that what is written is what is read. Standard fields and columns that
/// the template does not name have standard labels, so every form can be written with every template.
public struct NativeLayout: Sendable, Hashable {
  /// The template's id; `nil` for the standard labels alone.
  public var template: String?
  /// The kind of form that the file need not state.
  public var kind: FormKind
  /// Keys before 绩效指标, in written order.
  public var head: [Node]
  /// Keys after 绩效指标: 总分, 评分等级, 自评说明.
  public var tail: [Node]
  /// Columns of a row, in written order.
  public var columns: [Column]

  /// A key of the file: a field, or a group of keys.
  public struct Node: Sendable, Hashable {
    /// The key as written.
    public var label: String
    /// Other spellings of the key, understood when read.
    public var aliases: [String]
    /// `nil` for a group.
    public var key: FieldKey?
    /// Whether the text is written as a block.
    public var isLong: Bool
    /// The keys of a group, in written order.
    public var children: [Node]
  }

  /// A field and the path of keys that leads to it.
  public struct Field: Sendable, Hashable {
    /// The field.
    public var key: FieldKey
    /// The keys from the outermost to its own.
    public var path: [String]
    /// Other spellings of the last key.
    public var aliases: [String]
    /// Whether the text is written as a block.
    public var isLong: Bool

    public init(_ key: FieldKey, _ path: [String], aliases: [String] = [], isLong: Bool = false) {
      self.key = key
      self.path = path
      self.aliases = aliases
      self.isLong = isLong
    }
  }

  /// A cell of a row and its key.
  public struct Column: Sendable, Hashable {
    /// The cell of a row.
    public var column: IndicatorColumn
    /// Its key as written.
    public var label: String
    /// Other spellings of the key, understood when read.
    public var aliases: [String]

    public init(_ column: IndicatorColumn, _ label: String, _ aliases: [String] = []) {
      self.column = column
      self.label = label
      self.aliases = aliases
    }
  }

  /// - Parameters:
  ///   - fields: in written order; a field whose path collides with an earlier one is left out, and its value
  ///     is then written under 其他栏目.
  ///   - columns: those whose label or order differs from the standard.
  public init(template: String?, kind: FormKind, fields: [Field], columns: [Column]) {
    self.template = template
    self.kind = kind
    let known = Set(fields.map(\.key))
    head = []
    tail = []
    self.columns = Self.complete(columns)
    for field in fields + NativeLabels.fields.filter({ !known.contains($0.key) }) {
      guard let first = field.path.first, !NativeLabels.sections.contains(first) else { continue }
      if Self.isTail(field.key) {
        if !head.contains(where: { $0.label == first }) { insert(field, field.path[...], into: &tail) }
      } else if !tail.contains(where: { $0.label == first }) {
        insert(field, field.path[...], into: &head)
      }
    }
  }

  /// The standard labels, for a form without a template.
  public static let standard = NativeLayout(template: nil, kind: .target, fields: [], columns: [])

  private static func isTail(_ key: FieldKey) -> Bool {
    key == .grade || key.group == "total" || key.group == "narrative"
  }

  /// The template's columns in its order, the name first, then the standard ones it lacks.
  private static func complete(_ own: [Column]) -> [Column] {
    let names: [IndicatorColumn] = [.level1, .level2, .level3]
    var columns: [Column] = []
    let given = own.filter { names.contains($0.column) } + own.filter { !names.contains($0.column) }
    let known = Set(own.map(\.column))
    let standard = NativeLabels.columns.filter { !known.contains($0.column) }
    let ordered =
      standard.filter { names.contains($0.column) } + given + standard.filter { !names.contains($0.column) }
    for var column in ordered {
      if columns.contains(where: { $0.label == column.label }) { column.label = column.column.rawValue }
      columns.append(column)
    }
    return columns
  }
}

/// Adds a field below the nodes; a path that is both a field and a group, or is taken, is refused.
private func insert(
  _ field: NativeLayout.Field, _ path: ArraySlice<String>, into nodes: inout [NativeLayout.Node]
) {
  guard let label = path.first else { return }
  let rest = path.dropFirst()
  let index = nodes.firstIndex { $0.label == label }
  if rest.isEmpty {
    guard index == nil else { return }
    nodes.append(
      .init(label: label, aliases: field.aliases, key: field.key, isLong: field.isLong, children: []))
    return
  }
  if let index {
    if nodes[index].key == nil { insert(field, rest, into: &nodes[index].children) }
    return
  }
  var group = NativeLayout.Node(label: label, aliases: [], key: nil, isLong: false, children: [])
  insert(field, rest, into: &group.children)
  nodes.append(group)
}

extension NativeLayout {
  /// Every field that has a place in the file.
  public var fieldKeys: Set<FieldKey> { Set((head + tail).flatMap(\.fieldKeys)) }

  /// The column with this key in the file, or with this other spelling of it.
  public func column(named name: String) -> Column? {
    let index = columns.indices.first { isSameBytes(columns[$0].label, name) }
    return index.map { columns[$0] } ?? columns.first { $0.aliases.contains(name) }
  }

  /// The key of a column in the file.
  public func label(of column: IndicatorColumn) -> String {
    columns.first { $0.column == column }?.label ?? column.rawValue
  }
}

extension NativeLayout.Node {
  fileprivate var fieldKeys: [FieldKey] { key.map { [$0] } ?? children.flatMap(\.fieldKeys) }
}

extension [NativeLayout.Node] {
  /// The node with this label, or with this other spelling of it.
  public func node(named name: String) -> NativeLayout.Node? {
    // By index: a node that is looked at is not copied.
    if let index = indices.first(where: { isSameBytes(self[$0].label, name) }) { return self[index] }
    return first { $0.aliases.contains(name) }
  }
}
