import ChineseText

/// Where the values of a form stood in its file.
///
/// Rows are held by number and cells by column, each place in a few bytes: readers fill one of these for every
/// form, and most of them are never looked at.
public struct FormLocations: Sendable, Hashable {
  /// The form, its fields by their ordinals, and the cells of its rows.
  private var places: PlaceTable
  private var ownFields: [FieldKey: Place] = [:]
  private var levels: [Level: Place] = [:]
  private var budget = PlaceTable(width: BudgetLine.Column.count + 1)
  /// Where each 免检 stands, in their order; shorter where it is not known.
  public var suppressions: [SourceLocation] = []
  /// The names of the sheets that places are on.
  private var sheets: [String] = []

  /// No places.
  ///
  /// - Parameter rows: for how many rows room is made.
  public init(rows: Int = 0) {
    places = PlaceTable(
      head: Self.firstField + FieldKey.standardCount, width: IndicatorColumn.count + 1, rows: rows)
  }

  /// The place of exactly this value, row or level; `nil` where none is known.
  public subscript(path: FormPath) -> SourceLocation? {
    get { place(of: path).location(sheets) }
    set { set(newValue.map { Place($0, &sheets) } ?? .none, at: path) }
  }

  /// Notes where in a text a value stands.
  public mutating func add(_ path: FormPath, line: Int, column: Int) {
    set(Place(line: line, column: column), at: path)
  }

  /// Notes where in a text a cell of a row stands, or the row itself.
  public mutating func add(row: Int, _ cell: IndicatorColumn?, line: Int, column: Int) {
    places[row, cell.map(Self.index) ?? 0] = Place(line: line, column: column)
  }

  /// The names of a level, compared by their bytes.
  private struct Level: Sendable, Hashable {
    var first: TextBytes
    var second: TextBytes?

    init(_ first: String, _ second: String?) {
      self.first = TextBytes(first)
      self.second = second.map(TextBytes.init)
    }
  }

  private func place(of path: FormPath) -> Place {
    switch path {
    case .form: places[slot: 0]
    case .field(let key): key.ordinal.map { places[slot: Self.slot($0)] } ?? ownFields[key] ?? .none
    case .level(let first, let second): levels[Level(first, second)] ?? .none
    case .indicator(let row, let column): row < 0 ? .none : places[row, column.map(Self.index) ?? 0]
    case .budget(let line, let column): line < 0 ? .none : budget[line, column.map(Self.index) ?? 0]
    }
  }

  private mutating func set(_ place: Place, at path: FormPath) {
    let orNothing = place == .none ? nil : place
    switch path {
    case .form: places[slot: 0] = place
    case .field(let key):
      if let ordinal = key.ordinal {
        places[slot: Self.slot(ordinal)] = place
      } else {
        ownFields[key] = orNothing
      }
    case .level(let first, let second):
      if levels.isEmpty { levels.reserveCapacity(Self.usualLevels) }
      levels[Level(first, second)] = orNothing
    case .indicator(let row, let column): places[row, column.map(Self.index) ?? 0] = place
    case .budget(let line, let column): budget[line, column.map(Self.index) ?? 0] = place
    }
  }

  private static let firstField = 1
  /// A form has about as many levels; room for them is made at once.
  private static let usualLevels = 12

  private static func slot(_ ordinal: UInt8) -> Int { firstField + Int(ordinal) }

  /// The slot of a column in its row; slot 0 is the row itself.
  private static func index(_ column: IndicatorColumn) -> Int { column.ordinal + 1 }

  private static func index(_ column: BudgetLine.Column) -> Int { column.ordinal + 1 }
}

// MARK: All places

extension FormLocations: Sequence, ExpressibleByDictionaryLiteral {
  /// A value's path with its place, labelled as a dictionary's elements are.
  public typealias Element = (key: FormPath, value: SourceLocation)

  /// `[.field(.year): place]`.
  public init(dictionaryLiteral elements: (FormPath, SourceLocation)...) {
    self.init()
    for (path, location) in elements { self[path] = location }
  }

  /// Whether no place is known.
  public var isEmpty: Bool { paths.isEmpty }

  /// The form, its fields, its levels, then row by row and column by column.
  public func makeIterator() -> some IteratorProtocol<Element> {
    paths.lazy.compactMap { path in self[path].map { (path, $0) } }.makeIterator()
  }

  /// The same places, changed one by one: for a text that has more lines above.
  public func mapValues(_ change: (SourceLocation) throws -> SourceLocation) rethrows -> FormLocations {
    var changed = FormLocations()
    for (path, location) in self { changed[path] = try change(location) }
    changed.suppressions = try suppressions.map(change)
    return changed
  }

  private var paths: [FormPath] {
    let columns: [IndicatorColumn?] = [nil] + IndicatorColumn.allCases
    let cells: [BudgetLine.Column?] = [nil] + BudgetLine.Column.allCases
    let head: [FormPath] = [.form] + FieldKey.standard.map { .field($0) }
    return places.filledHead.map { head[$0] } + ownFields.keys.sorted().map { .field($0) } + sortedLevels
      + budget.filled.map { .budget($0.row, cells[$0.column]) }
      + places.filled.map { .indicator($0.row, columns[$0.column]) }
  }

  private var sortedLevels: [FormPath] {
    levels.keys.map { ($0.first.text, $0.second?.text) }
      .sorted { a, b in (a.0, a.1 ?? "") < (b.0, b.1 ?? "") }
      .map { .level($0.0, $0.1) }
  }
}
