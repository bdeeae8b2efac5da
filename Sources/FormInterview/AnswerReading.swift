import ChineseText
import FormModel
import FormTemplates
import FoundationEssentials

/// What the program makes of a typed answer.
enum AnswerReading: Sendable, Hashable {
  /// The text to store, and a word to the person when it is not what was typed.
  case accepted(String, note: String? = nil)
  /// Why it cannot be stored; the text stays for editing.
  case rejected(String)
}

extension Interview {
  func reading(of text: String, for question: Question) -> AnswerReading {
    switch question {
    case .field(let key): template.fields[key].map { reading(of: text, for: $0) } ?? .accepted(text)
    case .cell(_, .target): readTarget(text)
    case .cell(_, .weight): readWeight(text)
    default: .accepted(text)
    }
  }

  private func reading(of text: String, for field: TemplateField) -> AnswerReading {
    switch field.type {
    case .text, .longText: .accepted(text)
    case .year: fourDigitYear(text).map { .accepted(String($0)) } ?? .rejected(Messages.notAYear(text))
    case .date: readDate(text)
    case .money: readMoney(text, label: field.label)
    case .choice: readChoice(text, of: field)
    }
  }

  private func readDate(_ text: String) -> AnswerReading {
    if let date = CalendarDate(printed: text) { return .accepted(date.description) }
    if let year = form.year, let date = CalendarDate(printed: "\(year)年\(text)") {
      return .accepted(date.description, note: Messages.storedAs(date.description))
    }
    return .rejected(Messages.notADate(text, year: form.year ?? context.budgetYear))
  }

  /// Money is stored in the form's unit, as plain digits, so that sums can be seen at a glance.
  private func readMoney(_ text: String, label: String) -> AnswerReading {
    let amount = Amount(folded(text), unit: form.moneyUnit)
    guard let value = amount.value else { return .rejected(Messages.notMoney(text, label: label)) }
    guard let unit = form.moneyUnit, let converted = amount.converted(to: unit), amount.unit != unit else {
      return .accepted("\(value)")
    }
    return .accepted("\(converted)", note: Messages.storedAs("\(converted) \(unit.rawValue)"))
  }

  private func readChoice(_ text: String, of field: TemplateField) -> AnswerReading {
    if field.choices.contains(text) { return .accepted(text) }
    if let index = index(printed: text, in: field.choices.indices) { return .accepted(field.choices[index]) }
    let matches = field.choices.filter { $0.hasPrefix(text) }
    if matches.count == 1 { return .accepted(matches[0]) }
    return .rejected(Messages.notAChoice(text, label: field.label, choices: field.choices))
  }

  private func readTarget(_ text: String) -> AnswerReading {
    guard let house = TargetValue(text).canonicalText, house != text else { return .accepted(text) }
    return .accepted(house, note: Messages.storedAs(house))
  }

  private func readWeight(_ text: String) -> AnswerReading {
    let plain = text.hasSuffix("分") ? String(text.dropLast()) : text
    guard let value = decimal(printed: plain), value > 0 else { return .rejected(Messages.notAWeight(text)) }
    guard value == value.truncated(decimals: template.weights.decimals) else {
      return .rejected(Messages.tooManyDecimals(text, allowed: template.weights.decimals))
    }
    return .accepted("\(value)")
  }
}
