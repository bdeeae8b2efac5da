import ChineseText
import FormModel

/// What is kept of a form to know its like again among forms that are read later: numbers, not texts.
///
/// Equal texts have equal numbers; widths and blanks do not count.
public struct FormTrace: Sendable {
  /// A stretch of a goal between full stops.
  struct Sentence: Sendable {
    var text: Int
    /// In characters.
    var length: Int
  }

  struct Row: Sendable {
    var name: Int
    var target: Int
    var unit: String?
  }

  struct Goal: Sendable {
    var field: FieldKey
    var sentences: [Sentence]
  }

  /// 项目名称 as printed.
  let project: String
  /// Kind, project, unit and year.
  let identity: Int
  let kind: FormKind
  let plainProject: Int
  let department: Int
  let goals: [Goal]
  let rows: [Row]
  let notes: [NotesSeen.Trace]

  public init(_ form: Form) {
    project = form[.project] ?? ""
    kind = form.kind
    let unit = Self.number(of: form[.implementingUnit] ?? form[.department] ?? "")
    let year = form[.year].flatMap(fourDigitYear) ?? 0
    plainProject = Self.number(of: project)
    department = Self.number(of: form[.department] ?? "")
    identity = Self.mixed([kind == .target ? 1 : 2, plainProject, unit, year])
    goals = [FieldKey.annualGoal, .totalGoal].map { Goal(field: $0, sentences: Self.sentences(form[$0])) }
    rows = form.indicators.indices.map { row in
      Row(
        name: Self.number(of: form.indicators[row].level3),
        target: Self.number(of: form.indicators[row].target?.text ?? ""),
        unit: Self.unit(of: form.indicators[row].target?.meaning))
    }
    notes = NotesSeen.Trace.all(in: form)
  }

  private static func number(of text: String) -> Int { Int(truncatingIfNeeded: FoldedHash(text).value) }

  private static func mixed(_ numbers: [Int]) -> Int {
    numbers.reduce(17) { ($0 ^ ($0 >> 29)) &* 0x5DEE_CE66D &+ $1 }
  }

  /// Shorter ones are common property: `保障工作顺利开展。`
  private static let shortestSentence = 15

  private static func sentences(_ goal: String?) -> [Sentence] {
    guard var goal else { return [] }
    return goal.withUTF8 { bytes in
      var found: [Sentence] = []
      var start = 0
      var place = 0
      while place < bytes.count {
        // Chinese, of which most of a goal is, ends nothing.
        if (0xE4...0xE9).contains(bytes[place]) {
          place += 3
          continue
        }
        let end = endMark(bytes, at: place)
        if end > 0 {
          add(bytes[start..<place], to: &found)
          start = place + end
        }
        place += max(1, end)
      }
      add(bytes[start...], to: &found)
      return found
    }
  }

  private static func add(_ part: Slice<UnsafeBufferPointer<UInt8>>, to sentences: inout [Sentence]) {
    // A character has a byte at least and, here, mostly three.
    guard part.count >= shortestSentence else { return }
    let bytes = UnsafeBufferPointer(rebasing: part)
    let text = FoldedHash(bytes)
    let length = text.hasPlainSigns ? text.count : plain(String(decoding: bytes, as: UTF8.self)).count
    guard length >= shortestSentence else { return }
    sentences.append(Sentence(text: Int(truncatingIfNeeded: text.value), length: length))
  }

  /// The bytes of a full stop, semicolon or line end; 0 for anything else.
  private static func endMark(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    switch bytes[place] {
    case 0x0A...0x0D: return 1
    case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0x85: return 2
    case 0xE2, 0xE3, 0xEF:
      guard place + 2 < bytes.count else { return 0 }
      switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B), (0xE2, 0x80, 0xA8...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }

  private static func unit(of meaning: TargetValue.Meaning?) -> String? {
    guard case .quantity(let quantity) = meaning else { return nil }
    return quantity.unit?.text
  }
}
