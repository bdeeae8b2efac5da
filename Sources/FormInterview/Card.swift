import FormModel
import FormTemplates
import FoundationEssentials

/// A question as it is shown: everything a person needs who has never seen the form.
public struct Card: Sendable, Hashable {
  /// The section and how far it is: `指标 7/16`.
  public var progress: String
  /// What is asked for.
  public var label: String
  /// The row that the question belongs to, when it belongs to one.
  public var subject: String?
  /// What it is, in one line.
  public var meaning: String?
  /// A model answer.
  public var example: String?
  /// What the rules demand.
  public var demand: String?
  /// Words to choose from, numbered from 1.
  public var choices: [String]
  /// What a blank answer takes, and where it comes from.
  public var suggestion: Suggestion?
  /// Points left to give, at a weight; how to write several paragraphs, at a goal.
  public var note: String?
  /// What a blank answer does.
  public var blank: String
}

extension Interview {
  /// The question asked now, as it is shown.
  public var card: Card {
    let texts = texts(of: question)
    return Card(
      progress: progress.first { $0.isCurrent }.map { Messages.progress($0) } ?? "",
      label: label(of: question), subject: subject, meaning: texts.meaning, example: texts.example,
      demand: texts.demand, choices: choices, suggestion: standing == nil ? suggestion(for: question) : nil,
      note: note, blank: blankMeaning)
  }

  /// The value that stands in the form for the question, when it is not blank.
  private var standing: String? { currentText(of: question).flatMap { $0.isEmpty ? nil : $0 } }

  private var subject: String? {
    guard case .cell(let row, let column) = question else { return nil }
    let here = form.indicators[row]
    let levels = [here.level1, here.level2].compactMap { $0 }.joined(separator: " › ")
    return column == .level3 ? levels : "\(levels) › \(here.level3)"
  }

  private var choices: [String] {
    guard case .field(let key) = question, let field = template.fields[key] else { return [] }
    return field.type == .choice ? field.choices : []
  }

  private var note: String? {
    switch question {
    case .cell(_, .weight): Messages.pointsLeft(WeightSpread(form: form, template: template))
    case .review: Messages.findings(findings)
    case .field(let key) where template.fields[key]?.type == .longText: Messages.longText
    default: nil
    }
  }

  private var blankMeaning: String {
    if !objections.isEmpty { return Messages.Blank.keep }
    if standing != nil { return Messages.Blank.keep }
    if suggestion(for: question) != nil { return Messages.Blank.take }
    switch question {
    case .newRow: return Messages.Blank.endGroup
    case .review: return Messages.Blank.toOutput
    default: return Messages.Blank.skip
    }
  }

  private func texts(of question: Question) -> (meaning: String?, example: String?, demand: String?) {
    switch question {
    case .field(let key):
      let field = template.fields[key]
      return (field?.meaning, field?.example, field?.demand)
    case .newRow(let level1, let level2):
      let level = template.level(level1, level2)
      return (level?.meaning, level.flatMap(Self.examples), level?.demand)
    case .cell(let row, let column):
      return texts(ofCell: column, in: form.indicators[row])
    case .review: return (Messages.reviewMeaning, nil, nil)
    case .output: return (Messages.outputMeaning, nil, nil)
    }
  }

  private func texts(
    ofCell column: IndicatorColumn, in row: Indicator
  ) -> (meaning: String?, example: String?, demand: String?) {
    let known = template.columns.first { $0.column == column }
    let level = template.level(row.level1, row.level2 ?? "")
    switch column {
    case .level3: return (level?.meaning, level.flatMap(Self.examples), level?.demand)
    case .target: return (known?.meaning, level?.examples.first?.target ?? known?.example, level?.demand)
    default: return (known?.meaning, known?.example, nil)
    }
  }

  private static func examples(of level: TemplateLevel) -> String? {
    let rows = level.examples.prefix(2).map { "\($0.name) \($0.target)" }
    return rows.isEmpty ? nil : rows.joined(separator: "；")
  }
}
