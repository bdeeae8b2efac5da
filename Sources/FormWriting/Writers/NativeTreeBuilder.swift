import FormModel
import FormTemplates

/// Lays a form out as the keys of its native file.
struct NativeTreeBuilder {
  let form: Form
  let layout: NativeLayout
  /// Anchors that carry comments: their keys are written even when there is no value.
  let commented: Set<FormComment.Anchor>

  func entries() -> [NativeEntry] {
    var entries: [NativeEntry] = []
    entries += meta(NativeLabels.template, form.template)
    entries += meta(NativeLabels.kind, form.kind == layout.kind ? nil : NativeLabels.word(form.kind))
    entries += meta(NativeLabels.family, form.family)
    entries += layout.head.compactMap { field($0, path: []) }
    entries += section(NativeLabels.budget, budget)
    entries += section(NativeLabels.indicators, indicators)
    entries += layout.tail.compactMap { field($0, path: []) }
    entries += section(NativeLabels.emptyLevels, form.emptyLevels.isEmpty ? nil : .texts(form.emptyLevels))
    entries += section(NativeLabels.suppressions, form.suppressions.isEmpty ? .texts([]) : suppressions)
    entries += section(NativeLabels.others, others)
    return entries
  }

  private func meta(_ label: String, _ text: String?) -> [NativeEntry] {
    section(label, text.map { .text($0, isLong: false) })
  }

  private func section(_ label: String, _ value: NativeEntry.Value?) -> [NativeEntry] {
    let anchor = FormComment.Anchor.key([label])
    guard let value = value ?? (commented.contains(anchor) ? .blank : nil) else { return [] }
    return [NativeEntry(key: label, anchor: anchor, value: value)]
  }

  private func field(_ node: NativeLayout.Node, path: [String]) -> NativeEntry? {
    if let key = node.key { return leaf(node.label, .field(key), form[key], isLong: node.isLong) }
    let path = path + [node.label]
    let children = node.children.compactMap { field($0, path: path) }
    let anchor = FormComment.Anchor.key(path)
    if children.isEmpty {
      return commented.contains(anchor) ? NativeEntry(key: node.label, anchor: anchor, value: .blank) : nil
    }
    let isFlat = node.children.allSatisfy { $0.key != nil && !$0.isLong }
    return NativeEntry(key: node.label, anchor: anchor, value: .group(children, isFlat: isFlat))
  }

  private func leaf(
    _ label: String, _ anchor: FormComment.Anchor, _ text: String?, isLong: Bool = false
  ) -> NativeEntry? {
    if let text { return NativeEntry(key: label, anchor: anchor, value: .text(text, isLong: isLong)) }
    return commented.contains(anchor) ? NativeEntry(key: label, anchor: anchor, value: .blank) : nil
  }

  private var others: NativeEntry.Value? {
    let placed = layout.fieldKeys
    let left = form.fields.filter { !placed.contains($0.key) }.sorted { $0.key < $1.key }
    if left.isEmpty { return nil }
    return .group(left.compactMap { leaf($0.key.rawValue, .field($0.key), $0.value) }, isFlat: false)
  }

  private var suppressions: NativeEntry.Value {
    .rows(
      form.suppressions.enumerated().map { index, item in
        let values = [
          (NativeLabels.Suppression.rule, item.rule), (NativeLabels.Suppression.path, item.path),
          (NativeLabels.Suppression.reason, item.reason), (NativeLabels.Suppression.person, item.person),
          (NativeLabels.Suppression.until, item.until),
        ]
        let cells = values.compactMap { leaf($0.0, .suppression(index, $0.0), $0.1) }
        return NativeEntry.Row(anchor: .suppression(index, nil), cells: cells)
      })
  }
}

// MARK: Tables

extension NativeTreeBuilder {
  /// A mapping by level where the rows stand grouped by level; else a list whose rows name their levels, so
  /// that the order of the rows survives.
  private var indicators: NativeEntry.Value? {
    if form.indicators.isEmpty { return nil }
    return grouped ?? .rows(form.indicators.indices.map { row($0, levels: true) })
  }

  private var grouped: NativeEntry.Value? {
    var level1s: [NativeEntry] = []
    for (name, rows) in runs(of: form.indicators.indices, by: { form.indicators[$0].level1 }) {
      guard isKey(name), !level1s.contains(where: { $0.key == name }) else { return nil }
      let runs = runs(of: rows, by: { form.indicators[$0].level2 ?? "" })
      let value: NativeEntry.Value
      if runs.count == 1, runs[0].name.isEmpty {
        value = .rows(rows.map { row($0, levels: false) })
      } else {
        guard runs.allSatisfy({ isKey($0.name) }), Set(runs.map(\.name)).count == runs.count else {
          return nil
        }
        let groups = runs.map { run in
          NativeEntry(
            key: run.name, anchor: .level(name, run.name),
            value: .rows(run.rows.map { row($0, levels: false) }))
        }
        value = .group(groups, isFlat: false)
      }
      level1s.append(NativeEntry(key: name, anchor: .level(name, nil), value: value))
    }
    return .group(level1s, isFlat: false)
  }

  /// Neighbouring rows with the same name.
  private func runs(
    of rows: some Sequence<Int>, by name: (Int) -> String
  ) -> [(name: String, rows: [Int])] {
    var runs: [(name: String, rows: [Int])] = []
    for row in rows {
      let name = name(row)
      if runs.last?.name == name { runs[runs.count - 1].rows.append(row) } else { runs.append((name, [row])) }
    }
    return runs
  }

  /// libyaml takes keys of at most 1,024 characters; escapes may need ten for one.
  private func isKey(_ name: String) -> Bool { !name.isEmpty && name.unicodeScalars.count <= 100 }

  private func row(_ index: Int, levels: Bool) -> NativeEntry.Row {
    let row = form.indicators[index]
    let columns = layout.columns.filter { levels || ($0.column != .level1 && $0.column != .level2) }
    let cells = columns.compactMap { column -> NativeEntry? in
      let text = row[column.column].flatMap { $0.isEmpty ? nil : $0 }
      let anchor = FormComment.Anchor.row(index, column.column)
      if column.column == .level3, text == nil {
        return NativeEntry(key: column.label, anchor: anchor, value: .blank)
      }
      return leaf(column.label, anchor, text)
    }
    return NativeEntry.Row(anchor: .row(index, nil), cells: cells)
  }

  private var budget: NativeEntry.Value? {
    if form.budget.isEmpty { return nil }
    let known = NativeLabels.budgetLines
    let labels = form.budget.map { line in known.first { $0.line == line.line }?.label }
    if labels.allSatisfy({ $0 != nil }), Set(labels).count == labels.count {
      let lines = labels.enumerated().compactMap { index, label in
        label.map {
          NativeEntry(key: $0, anchor: .budget(index, nil), value: .group(cells(index), isFlat: true))
        }
      }
      return .group(lines, isFlat: false)
    }
    return .rows(
      labels.enumerated().map { index, label in
        let anchor = FormComment.Anchor.budget(index, nil)
        let name = NativeEntry(
          key: NativeLabels.budgetLine, anchor: anchor,
          value: .text(label ?? form.budget[index].line, isLong: false))
        return NativeEntry.Row(anchor: anchor, cells: [name] + cells(index))
      })
  }

  private func cells(_ line: Int) -> [NativeEntry] {
    BudgetLine.Column.allCases.compactMap {
      leaf(NativeLabels.label($0), .budget(line, $0), form.budget[line][$0])
    }
  }
}
