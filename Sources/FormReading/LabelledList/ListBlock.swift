/// Lines of a list under one title: fields beside their labels, or records whose labels come again and again.
struct ListBlock {
  var title: String?
  var titleLine: TextLine?
  var items: [ListItem] = []

  /// One row of the grid that the block becomes: texts by column, with the line each of them begins in.
  typealias Row = [(column: Int, text: String, line: TextLine)]

  /// Whether the items are records: they begin with the same label, or their labels stand at several depths.
  private var isRecords: Bool {
    let labels = items.compactMap(\.label)
    let depths = Set(items.filter { $0.label != nil }.map(\.indent))
    let isHeaded = items.count > 1 && items[0].label == nil && items[1].indent > items[0].indent
    return depths.count > 1 || isHeaded || labels.dropFirst().contains { $0 == labels[0] }
  }

  func rows(_ bytes: UnsafeBufferPointer<UInt8>) -> [Row] {
    guard isRecords else { return titleRow + items.map { pair($0, bytes) } }
    return records(bytes)
  }

  private var titleRow: [Row] {
    guard let title, let titleLine else { return [] }
    return [[(0, title, titleLine)]]
  }

  private func pair(_ item: ListItem, _ bytes: UnsafeBufferPointer<UInt8>) -> Row {
    let value = item.value(bytes)
    // A line below the last block is none of its fields.
    let isApart = title == nil && items.count == 1
    guard let label = item.label, !isApart else { return [(0, item.whole(bytes), item.line)] }
    return [(0, label, item.line)] + (value.isEmpty ? [] : [(1, value, item.line)])
  }

  /// A table: the labels as its head, headings and their title in its first column.
  private func records(_ bytes: UnsafeBufferPointer<UInt8>) -> [Row] {
    var columns: [String: Int] = [:]
    var head: Row = titleRow.first ?? []
    var rows: [Row] = []
    var last = -1
    var isClosing = false
    let margin = items.first.flatMap { $0.label == nil ? $0.indent : nil }
    for item in items {
      guard let label = item.label, item.indent != margin else {
        rows.append([(0, item.whole(bytes), item.line)])
        last = 0
        isClosing = items[0].label != nil
        continue
      }
      if isClosing, columns[label] == nil {
        rows.append(pair(item, bytes))
        last = Int.max
        continue
      }
      if columns[label] == nil {
        columns[label] = columns.count + 1
        head.append((columns.count, label, item.line))
      }
      let column = columns[label] ?? 0
      if column <= last || rows.isEmpty { rows.append([]) }
      last = column
      let value = item.value(bytes)
      if !value.isEmpty { rows[rows.count - 1].append((column, value, item.line)) }
    }
    return [head] + rows
  }
}
