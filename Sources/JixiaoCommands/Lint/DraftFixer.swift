import FormInterview
import FormModel
import FormReading
import FormRules
import FormWriting

/// Writes the safe fixes of a form into its YAML draft, or only says what it would write.
struct DraftFixer: Sendable {
  let checker: FormChecker
  /// Whether drafts are written.
  let writes: Bool

  /// What came of a source.
  struct Outcome: Sendable {
    /// The fixes that were made, or would be.
    var fixes: [FormFix] = []
    /// The draft before and after.
    var diff: DraftDiff?
    /// Why the draft was not written.
    var refusal: Complaint?
  }

  /// - Returns: the reading to go on with, of the draft as it is now, and what was done; `nil` for what is no draft.
  func fix(_ reading: SourceReader.Outcome) -> (reading: SourceReader.Outcome, outcome: Outcome?) {
    guard let draft = Draft(reading) else { return (reading, nil) }
    var outcome = Outcome()
    let path = reading.source.path
    guard let (fixes, text) = fixed(draft, path: path == "-" ? reading.source.shownPath : path) else {
      return (reading, outcome)
    }
    outcome.fixes = fixes
    outcome.diff = DraftDiff(
      name: reading.source.shownPath, before: draft.mark + draft.text, after: draft.mark + text)
    var fixed = reading
    do {
      (fixed.forms, fixed.input) = try draft.reread(text, as: fixes)
      guard writes else { return (reading, outcome) }
      try write(text, over: draft, path: path, fixes)
      return (fixed, outcome)
    } catch {
      outcome.refusal = Self.complaint(error)
      return (reading, outcome)
    }
  }

  /// The fixes that can be written into the draft, and the draft with them; `nil` where there are none.
  private func fixed(_ draft: Draft, path: String) -> (fixes: [FormFix], text: String)? {
    var closed: Set<FormPath> = []
    while true {
      guard let fixes = checker.fixes(of: draft.read.form, path: path, except: closed), !fixes.isEmpty else {
        return nil
      }
      let (text, left) = draft.patched(fixes)
      if left.isEmpty { return (fixes, text) }
      closed.formUnion(left)
    }
  }

  private func write(_ text: String, over draft: Draft, path: String, _ fixes: [FormFix]) throws {
    guard path != "-" else { throw Complaint(Messages.inputNotFixed, .usage) }
    switch DraftLock.take(for: path, now: Surroundings.now) {
    case .impossible(let error): throw error
    case .heldBy(let holder): throw Complaint(Messages.notFixedWhileHeld(path, by: holder), .locked)
    case .held(let lock): try DraftStore.write(text, over: draft.text, path: path, fixes, lock: lock)
    }
  }

  private static func complaint(_ error: any Error) -> Complaint {
    switch error {
    case let error as Complaint: error
    case let error as FileError: Complaint(error.message, error.exitCode)
    default: Complaint("\(error)", .cannotWrite)
    }
  }
}

/// A YAML draft as it was read.
private struct Draft {
  let input: FormInput
  let text: String
  let read: LocatedForm

  /// - Returns: `nil` for another format, another encoding, or what could not be read.
  init?(_ reading: SourceReader.Outcome) {
    guard let input = reading.input, reading.faults.isEmpty, reading.forms.count == 1,
      FormReader.isDraft(input), let text = String(validating: input.content, as: UTF8.self)
    else { return nil }
    (self.input, self.text, read) = (input, text, reading.forms[0])
  }

  /// The byte order mark, where the file has one.
  var mark: String { input.bytes.count == input.content.count ? "" : "\u{FEFF}" }

  /// The draft with the fixes, and the places where they cannot be written.
  func patched(_ fixes: [FormFix]) -> (text: String, left: [FormPath]) {
    var ends: [FormPath: String] = [:]
    for fix in fixes { ends[fix.path] = fix.after }
    var left: [FormPath] = []
    var places: [DraftPatch.Change: FormPath] = [:]
    for (path, after) in ends {
      guard case .text(let line, let column) = read.locations[path], let before = read.form[path],
        path.isEditable
      else {
        left.append(path)
        continue
      }
      places[DraftPatch.Change(line: line, column: column, before: before, after: after)] = path
    }
    let patch = DraftPatch(text, Array(places.keys))
    return (patch.text, left + patch.left.compactMap { places[$0] })
  }

  /// The form in the new text.
  ///
  /// - Throws: `Complaint` where anything but the fixed places reads otherwise than before.
  func reread(_ text: String, as fixes: [FormFix]) throws -> (forms: [LocatedForm], input: FormInput) {
    var input = input
    input.bytes = Array((mark + text).utf8)
    var expected = read.form
    for fix in fixes { expected[fix.path] = fix.after }
    guard let form = FormReader.readAll(input).forms.first, form.form == expected else {
      throw Complaint(Messages.fixReadsOtherwise(input.name), .cannotWrite)
    }
    return ([form], input)
  }
}

extension CheckedForm {
  /// Notes which parts of the draft the safe fixes replace; nothing for what is no draft.
  mutating func markReplacements(in input: FormInput?) {
    guard let input, findings.contains(where: { $0.finding.fix != nil }), FormReader.isDraft(input),
      let text = String(validating: input.content, as: UTF8.self)
    else { return }
    let fixes = findings.compactMap { entry -> (path: FormPath, change: DraftPatch.Change)? in
      guard let after = entry.finding.fix, let before = read.form[entry.finding.path],
        case .text(let line, let column) = read.locations[entry.finding.path]
      else { return nil }
      let change = DraftPatch.Change(line: line, column: column, before: before, after: after)
      return (entry.finding.path, change)
    }
    for (fix, replacement) in zip(fixes, DraftPatch.replacements(of: fixes.map(\.change), in: text)) {
      replacements[fix.path, default: [:]][fix.change.after] = replacement
    }
  }
}

extension FormPath {
  /// Whether the journal of a draft has a step for it.
  fileprivate var isEditable: Bool {
    switch self {
    case .field, .indicator(_, .some): true
    default: false
    }
  }
}

extension DraftStore {
  /// Writes a fixed draft: as a step of its journal, which `fill` can undo, where it has one.
  ///
  /// - Throws: `Complaint` where steps of a sitting that broke off are not in the file yet; `FileError`.
  fileprivate static func write(
    _ text: String, over before: String, path: String, _ fixes: [FormFix], lock: DraftLock
  ) throws {
    let store = DraftStore(path: path, text: before, encode: { _ in text }, lock: lock)
    guard store.hasJournal else { return try store.replace(with: text) }
    let remains = store.remains()
    guard remains.recovered.isEmpty else {
      throw Complaint(Messages.notFixedBeforeRecovery(path, steps: remains.recovered.count), .cannotWrite)
    }
    let edits = fixes.compactMap { fix -> Edit? in
      switch fix.path {
      case .field(let key): .field(key, from: fix.before, to: fix.after)
      case .indicator(let row, let column?):
        .cell(row: row, column: column, from: fix.before, to: fix.after)
      default: nil
      }
    }
    try store.save(Form(), after: .edit(.group(edits)))
  }
}
