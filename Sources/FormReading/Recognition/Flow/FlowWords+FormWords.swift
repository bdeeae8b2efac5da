import FormModel
import Synchronization

/// The words of flowed text, made of those of forms when a file first needs them.
final class FlowWordsOnce: Sendable {
  private let made = Mutex<FlowWords?>(nil)

  func words(of words: FormWords) -> FlowWords {
    made.withLock { made in
      if let made { return made }
      let new = FlowWords(words)
      made = new
      return new
    }
  }
}

extension FlowWords {
  /// The words of forms as far as flowed text needs them.
  init(_ words: FormWords) {
    self.init()
    let including = words.including.map { String(decoding: $0, as: UTF8.self) }
    for mark in words.pageMarks { add(pageMark: mark) }
    words.forEachLabel { label, word in
      let text = String(decoding: label, as: UTF8.self)
      let role = Self.role(of: word, in: words)
      guard !role.isEmpty else { return }
      add(text, role, column: word.column.map(Self.column))
      guard word.budgetLine != nil || word.fundingPart != nil else { return }
      for mark in including {
        add(mark + text, .budgetLine)
        add(mark + ":" + text, .budgetLine)
      }
    }
  }

  private static func role(of word: Word, in words: FormWords) -> FlowRole {
    var role: FlowRole = []
    if let field = word.field { role.formUnion(self.role(of: words.fields[Int(field)])) }
    switch word.section {
    case .budget: role.insert(.money)
    case .goals: role.insert(.goals)
    case .indicators: role.insert(.indicators)
    case .head, .narrative, nil: break
    }
    if word.budgetColumn != nil { role.insert(.budgetHead) }
    if word.budgetLine != nil || word.fundingTotal != nil || word.fundingPart != nil {
      role.insert(.budgetLine)
    }
    if word.column != nil { role.insert(.head) }
    if word.level1 != nil { role.insert(.level1) }
    if word.level2 != nil { role.insert(.level2) }
    if word.isTotal { role.insert(.total) }
    if word.isNote { role.insert(.note) }
    return role
  }

  private static func role(of meaning: FieldMeaning) -> FlowRole {
    guard case .field(let key) = meaning else { return .field }
    switch key.group {
    case "goals":
      let kind: FlowRole = key == .totalGoal ? .goalTotal : key == .actualGoal ? .goalActual : []
      return FlowRole([.goals, .goalHead]).union(kind)
    case "narrative": return [.field, .tail]
    default: return key == .grade ? [.field, .tail] : .field
    }
  }

  private static func column(_ column: TableColumn) -> FlowColumn {
    switch column {
    case .level1: .level1
    case .level2: .level2
    case .level3: .name
    case .target, .periodTarget: .target
    case .actual: .actual
    case .weight: .weight
    case .score: .score
    case .note: .note
    case .explanation, .formula, .valueBasis, .dataSource, .scoringRule: .prose
    case .sign, .unit, .ordinal: .value
    }
  }
}
