import FormModel

/// The form that is being read.
struct FormDraft {
  var form = Form()
  var locations = FormLocations()
  /// With the number of the cell each is about.
  var remarks: [(cell: Int, remark: ReadingRemark)] = []
  /// Whether cells of no certain place were listed already.
  var hasLooseCells = false
  /// The part of the form that rows belong to.
  var part = Part.head
  /// How many labels of the form were found: what has none is no form.
  var labels = 0
  /// The kind of form its title names.
  var titleKind: FormKind?
  /// The number of the cell of the title.
  var titleCell: Int?
  /// Whether 项目名称 was seen: the second one begins another form.
  var hasProject = false
  /// Totals of the funding block and where their labels stand: parts stand below.
  var totals: [(total: FundingTotal, column: Int)] = []
  var budgetHeads: [Slot] = []
  var budgetColumns: [BudgetLine.Column] = []
  var goalHeads: [Slot] = []
  var goalKeys: [FieldKey] = []
  /// Whether the label of the goals was printed again in the row at hand, as on top of a page.
  var isGoalRepeated = false
  /// The field that was read last: a goal or a narrative may go on in the next row.
  var lastField: FieldKey?
  /// Column heads of a row that was no header by itself, for a header of two rows.
  var heldHeads: [HeaderRow.Head] = []
  var header: HeaderRow?
  var tree = LevelTree()
  /// The slots of `header` as `RowAlignment` takes them.
  var slots: [Slot] = []
  /// Whether 总分 has been read: rows after it are none.
  var isClosed = false
  /// Whether the last row was a note that may go on.
  var isInNote = false
  /// The last row that was read, to tell a page break.
  var lastRow: Int32 = -1
  /// For the last indicator: how far its name cell reaches down.
  var nameEnd: Int32 = -1
  /// Cells of the indicators above that reach down over rows to come.
  var reaching: [(cell: RowCell, column: IndicatorColumn)] = []
  /// For the last indicator or level: the page it ends on, where there are pages.
  var rowPage: Int32 = 0
  /// Whether the header was printed again after the last indicator or level, as on top of a page.
  var isHeaderRepeated = false

  enum Part {
    case head, budget, goals, indicators
  }

  /// The field that was read last, where its text may go on.
  var lastLong: FieldKey? {
    guard let lastField, lastField.group == "goals" || lastField.group == "narrative" else { return nil }
    return lastField
  }

  /// Heads alone are no form.
  var isForm: Bool {
    !form.indicators.isEmpty || header != nil && (labels >= 2 || !tree.isEmpty) || labels >= 3 && hasValues
      || hasLooseCells && labels >= 1
  }

  /// Whether anything but a title is filled in: a list of labels alone is none.
  private var hasValues: Bool {
    !form.budget.isEmpty || form.fieldKeys.contains { $0 != .title && $0 != .year && $0 != .moneyUnit }
  }

  mutating func set(_ key: FieldKey, _ text: String, at location: SourceLocation) {
    form[key] = text
    locations[.field(key)] = location
  }
}
