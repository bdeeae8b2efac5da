import ChineseText
import FormInterview
import FormModel
import Glibc
import Terminal

/// One sitting at a form: reads lines, runs the interview, makes every step durable before it shows the next
/// question.
final class FillSession {
  private var interview: Interview
  private let store: DraftStore
  private let editor: any LineEditor
  private let world: World
  private var transcript: Transcript?
  /// Whether a person answers; then a pipe's rules (comments, end of input is the end) do not hold.
  private let isInteractive: Bool

  /// What the session cannot do itself.
  struct World {
    /// The screen, asked anew for every question so that a resize shows.
    var view: (Interview) -> FillView
    var table: (Form, Int) -> String
    var export: (Form, String) throws -> String
    /// A short report on the form and the one in a file.
    var compare: (Form, String) throws -> String
    /// Files and folders whose paths begin so.
    var files: (String) -> [String]
    var explain: (String) throws -> String
    /// Runs `$EDITOR` on a text; `nil` when there is none or it failed, with the reason.
    var edit: (String) -> Result<String, Refusal>
    /// Runs a command of the command line.
    var shell: (String, String) -> Bool
  }

  /// A sentence for the person.
  struct Refusal: Error { var text: String }

  init(
    interview: Interview, store: DraftStore, editor: any LineEditor, world: World, transcript: Transcript?,
    isInteractive: Bool
  ) {
    self.interview = interview
    self.store = store
    self.editor = editor
    self.world = world
    self.transcript = transcript
    self.isInteractive = isInteractive
  }

  /// Asks until the form is finished, the person leaves, or the input ends.
  func run() -> ExitCode {
    while true {
      let view = world.view(interview)
      if interview.objections.isEmpty, interview.pendingText == nil || interview.question != lastAsked {
        Console.out(view.card(interview.card))
        if interview.question == .review { Console.out(view.review(interview.findings)) }
      }
      lastAsked = interview.question
      switch editor.readLine(request) {
      case .line(let line):
        guard let end = take(line) else { continue }
        return end
      case .interrupted:
        interview.keep(nil)
        Console.out(Messages.lineAbandoned)
      case .endOfInput: return leave()
      case .terminated(let signal): return terminated(by: signal)
      case .failed(let reason): Console.error(reason)
      }
    }
  }

  private var lastAsked: Question?
  /// Files that may be replaced: written in this session, or named a second time.
  private var exported: Set<String> = []

  private var request: LineRequest {
    let (interview, files) = (interview, world.files)
    return LineRequest(
      prompt: "\(interview.promptLabel)> ", initialText: interview.pendingText ?? "",
      history: interview.historyName
    ) { _, line in
      let found = interview.candidates(for: line, files: files).map {
        Completion.Candidate($0.text, note: $0.note.isEmpty ? nil : $0.note)
      }
      return Completion(candidates: found, range: 0..<line.count)
    }
  }

  /// Runs one line; returns how to end when it ends the session.
  private func take(_ line: String) -> ExitCode? {
    guard let text = Transcript.answer(of: line, isInteractive: isInteractive) else { return nil }
    let action = Action(line: text, pending: interview.pendingText)
    var next = interview
    let effects = next.reduce(action)
    do throws(FileError) {
      for case .persist(let step) in effects { try store.save(next.form, after: step) }
    } catch {
      Console.error(error.message)
      // A pipe's next line would be taken for the answer to this question.
      guard isInteractive else {
        Console.error(Messages.pipeStopped(at: visible(text)))
        return error.exitCode
      }
      Console.error(Messages.answerNotSaved)
      interview.keep(text)
      return nil
    }
    record(text)
    interview = next
    for effect in effects {
      switch perform(effect) {
      case .goOn: continue
      case .stay: return nil
      case .end(let code): return code
      }
    }
    return nil
  }

  /// Notes an answer that is already saved; a transcript that cannot be written must not take it back.
  private func record(_ line: String) {
    do throws(FileError) {
      try transcript?.note(interview.effectiveLine(for: line), at: interview.card)
    } catch {
      Console.error(error.message)
      transcript = nil
    }
  }

  /// What follows an effect: the next one, the same question again, or the end.
  private enum Course {
    case goOn
    case stay
    case end(ExitCode)
  }

  private func perform(_ effect: Effect) -> Course {
    let view = world.view(interview)
    switch effect {
    case .persist: break
    case .say(let words): Console.out("  " + visible(words))
    case .objections(let findings): Console.out(view.objections(findings))
    case .review(let findings): Console.out(view.review(findings))
    case .table: Console.out(world.table(interview.form, view.width))
    case .progress: Console.out(view.progress(interview.progress))
    case .help(let word): Console.out(view.help(word))
    case .weights(let spread): Console.out(view.weights(spread))
    case .explain(let rule): return tell { try world.explain(rule) }
    case .editor(let text): edit(text)
    case .export(let path): return export(to: path)
    case .compare(let path): return compare(with: path)
    case .save: save()
    case .shell(let word, let argument): shell(word, argument)
    case .quit(let finished): return .end(finished ? finish() : leave())
    }
    return .goOn
  }

  private func edit(_ text: String) {
    switch world.edit(text) {
    case .success(let edited): interview.keep(edited)
    case .failure(let refusal): Console.error(refusal.text)
    }
  }

  /// Says what comes of an action, or why nothing did.
  private func tell(_ action: () throws -> String) -> Course {
    do {
      Console.out(try action())
      return .goOn
    } catch let error as FileError {
      Console.error(error.message)
    } catch {
      Console.error((error as? Complaint)?.text ?? "\(error)")
    }
    return .stay
  }

  /// Writes a table. A file that this session did not write is replaced only when it is named twice.
  private func export(to path: String) -> Course {
    if AtomicFile.isSame(path, store.path) {
      Console.error(Messages.isTheDraft(path))
      return .stay
    }
    if AtomicFile.exists(path), !exported.contains(path) {
      exported.insert(path)
      Console.error(Messages.sayTwice(path))
      return .stay
    }
    exported.insert(path)
    return tell { try world.export(interview.form, path) }
  }

  /// Two files, or options, are for the command of the command line.
  private func compare(with argument: String) -> Course {
    let words = AtomicFile.exists(argument) ? [argument] : ShellCommand.words(of: argument)
    guard words.count == 1, !words[0].hasPrefix("-") else {
      shell("compare", argument)
      return .goOn
    }
    return tell { try world.compare(interview.form, words[0]) }
  }

  private func save() {
    do throws(FileError) {
      try store.save(interview.form)
      Console.out(Messages.saved(store.path))
    } catch {
      Console.error(error.message)
    }
  }

  private func shell(_ word: String, _ argument: String) {
    guard !world.shell(word, argument) else { return }
    Console.error(Messages.unknownCommand(word, didYouMean: world.view(interview).nearest(word)))
  }

  private func finish() -> ExitCode {
    Console.out(Messages.finished(store.path))
    return verdict
  }

  /// The person goes on another day; a pipe that ends has said all it will.
  private func leave() -> ExitCode {
    Console.out(store.isOnDisk ? Messages.left(store.path) : Messages.nothingKept(store.path))
    if isInteractive { return .clean }
    let missing = interview.missing
    if !missing.isEmpty { Console.error(Messages.missing(missing)) }
    return missing.isEmpty ? verdict : .findings
  }

  private var verdict: ExitCode {
    interview.findings.contains { $0.severity == .error } ? .findings : .clean
  }

  private func terminated(by signal: Int32) -> ExitCode {
    Console.error(store.isOnDisk ? Messages.terminated(store.path) : Messages.nothingKept(store.path))
    return .interrupted
  }
}
