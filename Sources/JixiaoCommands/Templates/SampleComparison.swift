import FormModel
import FormTemplates

/// A form held against what was read of it after a layout printed it.
struct SampleComparison {
  private let form: Form
  private let back: Form
  private let template: Template
  private let format: String

  init(_ form: Form, _ back: Form, _ template: Template, format: String) {
    (self.form, self.back, self.template, self.format) = (form, back, template, format)
  }

  /// What a layout leaves out is its author's choice; what it changes is wrong.
  func tell(_ outcome: inout TemplateOutcome) {
    var missing: [String] = []
    for key in form.fieldKeys where back[key] != form[key] {
      if key == .title, back[key]?.contains(form[key] ?? "") ?? false { continue }
      if let other = back[key] {
        outcome.fail(
          Messages.sampleDiffers(format, template.label(of: key), form[key] ?? "", other), .findings)
      } else {
        missing.append(template.label(of: key))
      }
    }
    tellRows(&outcome, &missing)
    if !form.budget.isEmpty, back.budget.isEmpty {
      missing.append(Messages.budgetTable)
    } else if back.budget != form.budget {
      outcome.fail(Messages.sampleTable(format, Messages.budgetTable), .findings)
    }
    if !missing.isEmpty { outcome.remark(Messages.sampleLacks(format, missing)) }
  }

  private func tellRows(_ outcome: inout TemplateOutcome, _ missing: inout [String]) {
    guard back.indicators.count == form.indicators.count else {
      let counts = (form.indicators.count, back.indicators.count)
      return outcome.fail(Messages.sampleRows(format, wrote: counts.0, read: counts.1), .findings)
    }
    for column in IndicatorColumn.allCases {
      let pairs = zip(form.indicators, back.indicators).map { ($0[column] ?? "", $1[column] ?? "") }
      guard let first = pairs.firstIndex(where: { $0.0 != $0.1 }) else { continue }
      if pairs.allSatisfy({ $0.1.isEmpty }) {
        missing.append(template.label(of: column))
      } else {
        let place = Messages.rowPlace(first + 1, template.label(of: column))
        outcome.fail(Messages.sampleDiffers(format, place, pairs[first].0, pairs[first].1), .findings)
      }
    }
  }
}
