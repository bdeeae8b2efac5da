import ChineseText

/// What a word of the printed form is, as far as setting the table again needs to know.
struct FlowRole: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// The label of a value: 项目名称.
  static let field = FlowRole(rawValue: 1 << 0)
  /// The label beside the budget: 项目资金.
  static let money = FlowRole(rawValue: 1 << 1)
  /// A column head of the budget: 年初预算数.
  static let budgetHead = FlowRole(rawValue: 1 << 2)
  /// A line of the budget: 年度资金总额.
  static let budgetLine = FlowRole(rawValue: 1 << 3)
  /// The label beside the goals: 年度总体目标.
  static let goals = FlowRole(rawValue: 1 << 4)
  /// A head above a goal: 预期目标.
  static let goalHead = FlowRole(rawValue: 1 << 5)
  /// The label beside the indicators: 绩效指标.
  static let indicators = FlowRole(rawValue: 1 << 6)
  /// A column head of the indicators.
  static let head = FlowRole(rawValue: 1 << 7)
  static let level1 = FlowRole(rawValue: 1 << 8)
  static let level2 = FlowRole(rawValue: 1 << 9)
  /// 总分.
  static let total = FlowRole(rawValue: 1 << 10)
  /// The label of a value below the indicators: 评分等级.
  static let tail = FlowRole(rawValue: 1 << 11)
  /// What the note of a form begins with: 说明.
  static let note = FlowRole(rawValue: 1 << 12)
  /// A head above the goals of all years: 项目总目标.
  static let goalTotal = FlowRole(rawValue: 1 << 13)
  /// A head above what was reached: 实际完成情况.
  static let goalActual = FlowRole(rawValue: 1 << 14)

  static let label: FlowRole = [.field, .money, .goals, .tail]
}

/// What the cells of a column of indicators look like.
enum FlowColumn: UInt8, Sendable, Hashable {
  case level1, level2, name
  /// Sentences: 指标解释, 评分标准.
  case prose
  /// A word or number beside the target: 计量单位, 指标性质.
  case value
  case target, actual, weight, score, note
}

/// The words that flowed text is cut up by, to be looked up over the breaks between pieces.
struct FlowWords: Sendable {
  struct Entry: Sendable {
    var role: FlowRole
    var column: FlowColumn?
  }

  private var entries: [FlowHash: Entry] = [:]
  private var beginnings: Set<FlowHash> = []
  private var levelEndings: Set<FlowHash> = []
  private var fieldEndings: Set<UInt32> = []
  private var pageMarks: Set<UInt32> = []

  init() {}

  var isEmpty: Bool { entries.isEmpty }

  /// - Parameter column: of the indicators, for a head.
  mutating func add(_ word: String, _ role: FlowRole, column: FlowColumn? = nil) {
    let scalars = foldedWithoutSpace(word).unicodeScalars.map(\.value)
    guard !scalars.isEmpty else { return }
    var hash = FlowHash()
    for scalar in scalars {
      hash.add(scalar)
      beginnings.insert(hash)
    }
    entries[hash, default: Entry(role: [], column: nil)].role.formUnion(role)
    if let column { entries[hash]?.column = column }
    if role.contains(.field), let last = scalars.last { fieldEndings.insert(last) }
    if !role.isDisjoint(with: [.level1, .level2]) { levelEndings.insert(Self.ending(scalars[...])) }
  }

  /// Adds what stands around the number of a page.
  mutating func add(pageMark: String) { pageMarks.formUnion(pageMark.unicodeScalars.map(\.value)) }

  func isPageMark(_ scalar: UInt32) -> Bool { pageMarks.contains(scalar) }

  func entry(_ hash: FlowHash) -> Entry? { entries[hash] }

  func isBeginning(_ hash: FlowHash) -> Bool { beginnings.contains(hash) }

  /// Whether labels end with a character: 期, 称.
  func endsLikeField(_ scalar: UInt32) -> Bool { fieldEndings.contains(scalar) }

  /// Whether a text ends as names of levels do (指标).
  func endsLikeLevel(_ scalars: ArraySlice<UInt32>) -> Bool {
    scalars.count > 2 && levelEndings.contains(Self.ending(scalars))
  }

  private static func ending(_ scalars: ArraySlice<UInt32>) -> FlowHash {
    var hash = FlowHash()
    hash.add(scalars.suffix(2))
    return hash
  }
}
