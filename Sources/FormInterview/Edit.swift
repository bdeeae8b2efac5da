import FormModel

/// One change of a form that can be undone: it carries what stood there before.
public indirect enum Edit: Sendable, Hashable, Codable {
  case field(FieldKey, from: String?, to: String?)
  case cell(row: Int, column: IndicatorColumn, from: String?, to: String?)
  case insert(Indicator, at: Int)
  case remove(Indicator, at: Int)
  /// The row at `from` stands at `to` afterwards.
  case move(from: Int, to: Int)
  case suppress(Suppression, at: Int)
  case unsuppress(Suppression, at: Int)
  /// Several changes made by one command, undone together.
  case group([Edit])

  /// The change that takes this one back.
  public var inverse: Edit {
    switch self {
    case .field(let key, let from, let to): .field(key, from: to, to: from)
    case .cell(let row, let column, let from, let to): .cell(row: row, column: column, from: to, to: from)
    case .insert(let row, let index): .remove(row, at: index)
    case .remove(let row, let index): .insert(row, at: index)
    case .move(let from, let to): .move(from: to, to: from)
    case .suppress(let entry, let index): .unsuppress(entry, at: index)
    case .unsuppress(let entry, let index): .suppress(entry, at: index)
    case .group(let edits): .group(edits.reversed().map(\.inverse))
    }
  }

  /// Makes the change. A place that the form does not have is left alone: an edit out of a damaged journal
  /// must not stop the program.
  public func apply(to form: inout Form) {
    switch self {
    case .field(let key, _, let to):
      form[key] = to
    case .cell(let row, let column, _, let to):
      guard form.indicators.indices.contains(row) else { return }
      form.indicators[row][column] = to
    case .insert(let row, let index):
      form.indicators.insert(row, at: min(max(0, index), form.indicators.count))
    case .remove(_, let index):
      guard form.indicators.indices.contains(index) else { return }
      form.indicators.remove(at: index)
    case .move(let from, let to):
      guard form.indicators.indices.contains(from), form.indicators.indices.contains(to) else { return }
      form.indicators.insert(form.indicators.remove(at: from), at: to)
    case .suppress(let entry, let index):
      form.suppressions.insert(entry, at: min(max(0, index), form.suppressions.count))
    case .unsuppress(_, let index):
      guard form.suppressions.indices.contains(index) else { return }
      form.suppressions.remove(at: index)
    case .group(let edits):
      for edit in edits { edit.apply(to: &form) }
    }
  }

  /// The first place the change touches, where the cursor belongs after an undo.
  public var place: FormPath {
    switch self {
    case .field(let key, _, _): .field(key)
    case .cell(let row, let column, _, _): .indicator(row, column)
    case .insert(_, let index), .remove(_, let index): .indicator(index, nil)
    case .move(_, let to): .indicator(to, nil)
    case .suppress, .unsuppress: .form
    case .group(let edits): edits.first?.place ?? .form
    }
  }

  /// Whether rows may have other numbers afterwards.
  var isStructural: Bool {
    switch self {
    case .insert, .remove, .move: true
    case .field, .cell, .suppress, .unsuppress: false
    case .group(let edits): edits.contains(where: \.isStructural)
    }
  }
}
