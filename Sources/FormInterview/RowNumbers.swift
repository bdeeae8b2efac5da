import FormModel

extension Set<Question> {
  /// Rows may have other numbers after `edit`: what was passed over in rows is forgotten rather than held
  /// against the wrong row.
  public mutating func forgetRows(after edit: Edit) {
    guard edit.isStructural else { return }
    self = filter { question in
      if case .cell = question { false } else { true }
    }
  }
}

/// 免检 entries name a row by its number; they go with their row when it gets another number or is deleted.
extension Interview {
  /// The change together with what it does to the 免检 entries.
  func withSuppressions(_ edit: Edit) -> Edit {
    guard edit.isStructural, !form.suppressions.isEmpty else { return edit }
    var after = form
    edit.apply(to: &after)
    let edits = form.suppressions.indices.reversed().flatMap { renumbering(at: $0, edit, after) }
    return edits.isEmpty ? edit : .group([edit] + edits)
  }

  private func renumbering(at index: Int, _ edit: Edit, _ after: Form) -> [Edit] {
    let entry = form.suppressions[index]
    guard let text = entry.path,
      case .indicator(let row, let column)? = FormPath(text, in: form, labels: labels)
    else { return [] }
    guard let newRow = edit.newNumber(ofRow: row) else { return [.unsuppress(entry, at: index)] }
    var moved = entry
    moved.path = FormPath.indicator(newRow, column).text(in: after, labels: labels)
    let old = FormPath.indicator(row, column).text(in: form, labels: labels)
    return moved.path == old ? [] : [.unsuppress(entry, at: index), .suppress(moved, at: index)]
  }
}

extension Edit {
  /// Where a row stands after the change; `nil` when it is gone.
  fileprivate func newNumber(ofRow row: Int) -> Int? {
    switch self {
    case .insert(_, let index): row < index ? row : row + 1
    case .remove(_, let index): row == index ? nil : row < index ? row : row - 1
    case .move(let from, let to):
      if row == from {
        to
      } else if from < row, row <= to {
        row - 1
      } else if to <= row, row < from {
        row + 1
      } else {
        row
      }
    case .field, .cell, .suppress, .unsuppress, .group: row
    }
  }
}
