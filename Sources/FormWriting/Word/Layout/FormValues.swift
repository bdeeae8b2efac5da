import FormModel
import FormTemplates
import Mustache

/// What the placeholders of a Word layout stand for in one form. Their names in the layout are numbers of entries:
/// `v7` a text, `has-v7` whether there is one.
struct FormValues {
  private let names: Placeholders
  private let texts: [String?]
  private let rows: [FormRow]
  private let lines: [FormRow]

  init(_ form: Form, template: Template, names: Placeholders) {
    self.names = names
    let table = FormTable(form, template: template)
    let summary = WeightSummary(form, template: template)
    texts = names.entries.map { entry in
      switch entry.source {
      case .title: table.title
      case .yearLine: table.yearLine
      case .field(.totalWeight):
        form[.totalWeight]
          ?? (form.indicators.contains { $0.weight != nil } ? summary.total.map { "\($0)" } : nil) ?? ""
      case .field(let key): form[key] ?? ""
      default: nil
      }
    }
    rows = Self.rows(IndicatorRow.rows(of: form, template: template), names)
    lines = form.budget.enumerated().map { number, line in
      FormRow(
        texts: names.entries.map { Self.text(of: $0.source, in: line) }, begins1: true, begins2: true,
        isFirst: number == 0)
    }
  }

  private static func rows(_ rows: [IndicatorRow], _ names: Placeholders) -> [FormRow] {
    rows.enumerated().map { number, row in
      let begins = [IndicatorColumn.level1, .level2].map {
        number == 0 || rows[number - 1].mark($0) != row.mark($0)
      }
      return FormRow(
        texts: names.entries.map { text(of: $0.source, in: row, number: number + 1) }, begins1: begins[0],
        begins2: begins[1], isFirst: number == 0)
    }
  }

  private static func text(of source: Placeholders.Source, in row: IndicatorRow, number: Int) -> String? {
    switch source {
    case .number: "\(number)"
    case .column(.level1): row.indicator.level1
    case .column(let column): row.indicator[column] ?? ""
    case .comparator: TargetParts(exactly: row.indicator.target).comparator
    case .measure: TargetParts(exactly: row.indicator.target).value
    case .unit: TargetParts(exactly: row.indicator.target).unit
    default: nil
    }
  }

  private static func text(of source: Placeholders.Source, in line: BudgetLine) -> String? {
    switch source {
    case .budgetLine: Messages.budgetLine(line.line)
    case .budget(let column): line[column] ?? ""
    default: nil
    }
  }
}

/// One row of a list.
struct FormRow {
  fileprivate let texts: [String?]
  /// Whether the row is the first with its 一级, its 二级指标.
  fileprivate let begins1: Bool
  fileprivate let begins2: Bool
  fileprivate let isFirst: Bool
}

extension FormValues: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case Placeholders.List.indicators.rawValue: rows
    case Placeholders.List.budget.rawValue: lines
    default: value(name, in: texts) ?? false
    }
  }
}

extension FormRow: MustacheParent {
  /// `nil` for what stands in the form itself.
  func child(named name: String) -> Any? {
    switch name {
    case "begins1": begins1
    case "begins2": begins2
    case "isFirst": isFirst
    default: value(name, in: texts)
    }
  }
}

private func value(_ name: String, in texts: [String?]) -> Any? {
  let asks = name.hasPrefix("has-")
  guard let place = Int(name.dropFirst(asks ? 5 : 1)), texts.indices.contains(place), let text = texts[place]
  else {
    return nil
  }
  return asks ? !text.isEmpty : text
}
