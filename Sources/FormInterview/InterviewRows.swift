import ChineseText
import FormModel
import FormTemplates

/// Commands on whole rows; rows are named by the number that the table prints, from 1.
extension Interview {
  /// `:add`, `:add 质量指标`, `:add 质量指标 验收合格率`.
  mutating func add(_ argument: String) -> [Effect] {
    let words = argument.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let group = words.first.map(group(named:)) ?? currentGroup else {
      return [.say(Messages.unknownGroup(words.first ?? "", groups: groupNames))]
    }
    ask(.newRow(level1: group.level1, level2: group.level2))
    passed.remove(question)
    return words.count > 1 ? answer(words[1]) : []
  }

  /// `:delete` the row of the question, or `:delete 3`.
  mutating func delete(_ argument: String) -> [Effect] {
    guard let row = argument.isEmpty ? currentRow : rowIndex(argument) else {
      return [.say(Messages.unknownRow(argument, count: form.indicators.count))]
    }
    let removed = form.indicators[row]
    let effects = make(.remove(removed, at: row))
    ask(plan.questions.first(where: isOpen) ?? .review)
    return effects + [.say(Messages.deleted(removed.level3))]
  }

  /// `:move 3 1`: row 3 becomes row 1.
  mutating func move(_ argument: String) -> [Effect] {
    let rows = argument.split(whereSeparator: \.isWhitespace).map { rowIndex(String($0)) }
    guard rows.count == 2, let from = rows[0], let to = rows[1], from != to else {
      return [.say(Messages.moveNeedsTwoRows(count: form.indicators.count))]
    }
    let name = form.indicators[from].level3
    let effects = make(.move(from: from, to: to))
    ask(.cell(row: to, .level3), pending: name)
    return effects + [.say(Messages.moved(name, to: to + 1))]
  }

  /// The row the question is about.
  var currentRow: Int? {
    if case .cell(let row, _) = question { row } else { nil }
  }

  private var currentGroup: (level1: String, level2: String)? {
    switch question {
    case .newRow(let level1, let level2): return (level1, level2)
    case .cell(let row, _):
      let row = form.indicators[row]
      return row.level2.flatMap { level2 in
        template.level(row.level1, level2).map { (template.level(row.level1)?.name ?? row.level1, $0.name) }
      }
    default: return nil
    }
  }

  /// A second level by name, alias or `一级/二级`.
  func group(named text: String) -> (level1: String, level2: String)? {
    let parts = text.split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    for level1 in template.levels where parts.count < 2 || level1.isNamed(parts[parts.count - 2]) {
      let known = level1.levels.first { $0.isNamed(name) || $0.name.hasPrefix(name) }
      if let known { return (level1.name, known.name) }
    }
    return nil
  }

  var groupNames: [String] { template.levels.flatMap { $0.levels.map(\.name) } }

  /// A row by its number from 1, half or full width, with or without `#`.
  func rowIndex(_ text: String) -> Int? {
    let plain = text.hasPrefix("#") || text.hasPrefix("＃") ? String(text.dropFirst()) : text
    return index(printed: plain, in: form.indicators.indices)
  }

  /// The index that a number from 1 names; `nil` for what is no number of `indices`, however large.
  func index(printed text: String, in indices: Range<Int>) -> Int? {
    guard let number = decimal(printed: text)?.wholeNumber, number > 0 else { return nil }
    return indices.contains(number - 1) ? number - 1 : nil
  }
}
