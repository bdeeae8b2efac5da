import FormInterview
import FormModel
import FormReading
import FormWriting
import Glibc

/// A form on the disk while it is being filled. What `save` returned from is durable (DESIGN §10).
final class DraftStore {
  let path: String
  /// How a form becomes the text of its file, comments included.
  private let encode: (Form) -> String
  private let journal: DraftJournal
  private let lock: DraftLock?
  /// The file's content as this program last wrote or read it, without a byte order mark; `nil` before there
  /// is a file.
  private var text: String?
  /// Whether the journal belongs to the file as this sitting found it.
  private var isJournalBegun = false

  /// What earlier sessions left behind.
  struct Remains {
    var history = EditHistory()
    var passed: Set<Question> = []
    /// Steps that were noted but had not reached the form's file when the program was stopped.
    var recovered: [Edit] = []
    /// Whether the file was changed by another hand since.
    var isForeign = false
  }

  init(path: String, text: String?, encode: @escaping (Form) -> String, lock: DraftLock?) {
    self.path = path
    self.encode = encode
    self.lock = lock
    self.text = text
    journal = DraftJournal(for: path)
  }

  /// Whether there is a file: a new form has none before its first answer.
  var isOnDisk: Bool { text != nil }

  /// Whether earlier sittings have left steps that can be undone.
  var hasJournal: Bool { AtomicFile.exists(journal.path) }

  /// Whether the form can only be read: another program holds it.
  var isReadOnly: Bool { lock == nil }

  /// Reads the journal against the file that was found.
  func remains() -> Remains {
    var remains = Remains()
    let lines = journal.lines()
    guard let text, !lines.isEmpty else { return remains }
    let digest = DraftJournal.digest(text)
    guard let saved = lines.lastIndex(where: { $0.digest == digest }) else {
      remains.isForeign = true
      if !isReadOnly { journal.clear() }
      return remains
    }
    for (index, line) in lines.enumerated() {
      guard let change = Self.replay(line.step, into: &remains), index > saved else { continue }
      remains.recovered.append(change)
    }
    return remains
  }

  /// Makes the step again; returns the change it makes to the form, if any.
  private static func replay(_ step: JournalEntry?, into remains: inout Remains) -> Edit? {
    var change: Edit?
    switch step {
    case .edit(let edit):
      remains.history.note(edit)
      change = edit
    case .undo: change = remains.history.undo()?.inverse
    case .redo: change = remains.history.redo()
    case .pass(let question): remains.passed.insert(question)
    case nil: break
    }
    if let change { remains.passed.forgetRows(after: change) }
    return change
  }

  /// Makes a step durable: the journal's line first, then the form's file.
  ///
  /// - Throws: `FileError`; then neither the journal nor the form's file has the step.
  func save(_ form: Form, after step: JournalEntry) throws(FileError) {
    try refuseIfReadOnly()
    try beginJournal()
    if case .pass = step {
      // The file stays as it is, which need not be as this program would write it.
      _ = try journal.append(.init(step: step, digest: DraftJournal.digest(text ?? encode(form))))
      return
    }
    let new = encode(form)
    let length = try journal.append(.init(step: step, digest: DraftJournal.digest(new)))
    do throws(FileError) {
      try write(new)
    } catch {
      journal.truncate(to: length)
      throw error
    }
  }

  /// Writes the form without a step: a new file, or recovered steps.
  func save(_ form: Form) throws(FileError) {
    try refuseIfReadOnly()
    let new = encode(form)
    guard new != text else { return }
    try beginJournal()
    _ = try journal.append(.init(step: nil, digest: DraftJournal.digest(new)))
    try write(new)
  }

  /// Writes another text of the form, without a step; a byte order mark stays.
  func replace(with new: String) throws(FileError) {
    try refuseIfReadOnly()
    try write(new, keepsMark: true)
  }

  /// A journal without its file is nobody's; one without a line notes the file that the first step changes,
  /// so that the step is found again when it does not reach the file.
  private func beginJournal() throws(FileError) {
    guard !isJournalBegun else { return }
    if let text {
      if journal.lines().isEmpty {
        _ = try journal.append(.init(step: nil, digest: DraftJournal.digest(text)))
      }
    } else {
      journal.clear()
    }
    isJournalBegun = true
  }

  private func write(_ new: String, keepsMark: Bool = false) throws(FileError) {
    var mark = ""
    if let text {
      let found = try AtomicFile.read(path)
      let hasMark = found.starts(with: [0xEF, 0xBB, 0xBF])
      guard found.dropFirst(hasMark ? 3 : 0).elementsEqual(text.utf8) else {
        throw FileError(.changedMeanwhile, path, code: 0)
      }
      if keepsMark, hasMark { mark = "\u{FEFF}" }
    }
    try AtomicFile.write(mark + new, to: path)
    text = new
  }

  private func refuseIfReadOnly() throws(FileError) {
    if isReadOnly { throw FileError(.lock, path, code: EBUSY) }
  }
}
