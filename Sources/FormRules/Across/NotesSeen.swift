import ChineseText
import FormModel

/// The notes (偏差原因分析及改进措施) of the forms read so far, as numbers: to know one again that was copied from another
/// project.
///
/// The same forms in the same order give the same answers.
public struct NotesSeen: Sendable {
  /// A note that is long enough not to be written twice by chance.
  struct Trace: Sendable {
    var row: Int
    var text: Int

    /// Those of a form.
    static func all(in form: Form) -> [Trace] {
      guard form.kind == .selfEvaluation else { return [] }
      return form.indicators.indices.compactMap { row in
        guard let note = form.indicators[row].note, let letters = NoteLetters(note) else { return nil }
        return Trace(row: row, text: letters.number)
      }
    }
  }

  private var holders: [Int: (other: Likeness.Other, project: Int)] = [:]

  public init() {}

  /// Compares the notes of a form with those before it and takes them in.
  ///
  /// - Parameter file: how findings name the form: `汇编.xlsx#3`.
  /// - Returns: what it has in common with another project in its notes alone.
  public mutating func add(_ form: Form, named file: String) -> Likeness {
    var likeness = Likeness()
    let traces = Trace.all(in: form)
    guard !traces.isEmpty else { return likeness }
    let project = form[.project] ?? ""
    let number = Int(truncatingIfNeeded: FoldedHash(project).value)
    likeness.notes = add(traces, of: number, Likeness.Other(file: file, project: project))
    return likeness
  }

  mutating func add(_ traces: [Trace], of project: Int, _ form: Likeness.Other) -> [Likeness.Note] {
    let found = traces.compactMap { trace in
      holders[trace.text].flatMap { holder in
        holder.project == project ? nil : Likeness.Note(row: trace.row, other: holder.other)
      }
    }
    for trace in traces where holders[trace.text] == nil { holders[trace.text] = (form, project) }
    return found
  }
}

/// The letters and digits of a note, in half width; `nil` for one so short that two people may write the same.
struct NoteLetters {
  private let letters: Letters

  /// In characters.
  static let least = 15

  init?(_ note: String) {
    // A text that is short as printed is not worth folding.
    guard note.utf8.count >= Self.least else { return nil }
    self.init(plain: FormRules.plain(note))
  }

  /// - Parameter note: half width, without blanks.
  init?(plain note: String) {
    let letters = Letters(note)
    guard letters.count >= Self.least else { return nil }
    self.letters = letters
  }

  var text: String { String(decoding: letters.bytes, as: UTF8.self) }

  /// The same for the same letters.
  var number: Int {
    letters.bytes.reduce(17) { ($0 ^ Int($1)) &* 0x0000_0100_0000_01B3 }
  }
}
