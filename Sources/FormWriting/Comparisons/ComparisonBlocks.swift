import FoundationEssentials

/// The tables of comparisons as blocks that the official table is made of, so that they are written by the same hands.
struct ComparisonBlocks {
  let pairs: [ComparisonSections]
  let unpaired: UnpairedForms

  /// Whether the project stands in each row.
  private var isMany: Bool { pairs.count > 1 || !unpaired.isEmpty }

  /// One block for all pairs.
  func block(_ part: ComparisonSections.Part) -> FormTable.Block {
    let names = Dictionary(grouping: pairs, by: \.entry.project)
    let rows = pairs.flatMap { pair in
      // Of one project in several years the year stands with its name.
      let isOnly = names[pair.entry.project]?.count == 1
      let name = isOnly ? pair.entry.project : Messages.named(pair.entry.project, year: pair.entry.year)
      return pair.rows(of: part).map { isMany ? [name] + $0 : $0 }
    }
    return Self.block(
      heads(of: part), widths: widths(of: part), rows: rows,
      numbers: Self.numbers(of: part).map { isMany ? $0 + 1 : $0 })
  }

  /// One block for a pair, under a line that names it.
  func block(_ part: ComparisonSections.Part, of pair: ComparisonSections) -> FormTable.Block {
    let title =
      isMany ? pair.subject + Messages.listSeparator + Messages.name(of: part) : Messages.name(of: part)
    return Self.block(
      Messages.heads(of: part), widths: Self.widths(of: part), rows: pair.rows(of: part),
      numbers: Self.numbers(of: part), title: title)
  }

  /// A line a pair with what it comes to; `nil` for a single pair.
  func summary(title: String? = nil) -> FormTable.Block? {
    guard isMany else { return nil }
    let rows = pairs.map(\.entry).map { entry in
      [
        entry.project, entry.unit, entry.year, Self.number(entry.printed), Self.number(entry.own),
        Self.number(entry.approved), Self.number(entry.worth), entry.grade ?? "", "\(entry.changes)",
        "\(entry.loosened)", "\(entry.open)", "\(entry.findings)",
      ]
    }
    let left =
      unpaired.approved.map { [$0, Messages.withoutEvaluation] }
      + unpaired.evaluated.map { [$0, Messages.withoutApproval] }
    return Self.block(
      Messages.indexHeads, widths: [26, 20, 7, 9, 9, 9, 9, 7, 6, 6, 7, 6],
      rows: rows + left, numbers: Array(3...6) + Array(8...11), title: title)
  }

  private func heads(of part: ComparisonSections.Part) -> [String] {
    (isMany ? [Messages.projectHead] : []) + Messages.heads(of: part)
  }

  private func widths(of part: ComparisonSections.Part) -> [Int] {
    (isMany ? [18] : []) + Self.widths(of: part)
  }

  /// In proportion.
  private static func widths(of part: ComparisonSections.Part) -> [Int] {
    switch part {
    case .pairs: [10, 11, 18, 18, 9, 13, 13, 13, 7, 7, 22]
    case .changes: [14, 18, 7, 22, 22, 22, 20]
    case .points: [11, 18, 7, 7, 7, 8, 8, 30, 30]
    }
  }

  /// Columns of points and weights.
  private static func numbers(of part: ComparisonSections.Part) -> [Int] {
    switch part {
    case .pairs: [8, 9]
    case .changes: []
    case .points: Array(2...6)
    }
  }

  private static func number(_ value: Decimal?) -> String { value.map { "\($0)" } ?? "" }

  /// Heads are repeated on every page; rows that are shorter end in blank cells.
  private static func block(
    _ heads: [String], widths: [Int], rows: [[String]], numbers: [Int], title: String? = nil
  ) -> FormTable.Block {
    let top = title.map {
      [FormTable.Cell($0, role: .head, alignment: .leading, column: 0, columnSpan: heads.count)]
    }
    let head = heads.enumerated().map {
      FormTable.Cell($0.element, role: .head, alignment: .center, column: $0.offset)
    }
    let shown = rows.isEmpty ? [[Messages.noRows]] : rows
    let body = shown.map { row in
      heads.indices.map { column in
        FormTable.Cell(
          row.indices.contains(column) ? row[column] : "",
          alignment: numbers.contains(column) ? .trailing : .leading, column: column)
      }
    }
    return FormTable.Block(
      .indicators, widths: widths, headRows: title == nil ? 1 : 2, rows: [top, head].compactMap { $0 } + body)
  }
}
