import FormModel
import FormRules
import FormWriting

/// What a thread makes of one source: its forms read, checked, and put into the words of every report.
struct LintWork: Sendable {
  /// Forms of one file that one thread takes at a time.
  private static let portion = 64

  let reader: SourceReader
  let checker: FormChecker
  let renderers: [FormRenderer]
  let sources: [FormSource]
  let jobs: Int
  let stopwatch: Stopwatch?
  /// Whether the parts of drafts that safe fixes replace are looked for.
  var marksFixes = false
  /// Writes what is safe into drafts, where that is asked for.
  var fixer: DraftFixer?

  /// A form with what each reporter makes of it.
  struct Form: Sendable {
    var verdict: FormChecker.Verdict
    /// Its page, in reports of pages.
    var page: PageNumber
    var reports: [Result<RenderedForm, any Error>]
  }

  /// What came of one source.
  struct Piece: Sendable {
    var reading: SourceReader.Outcome
    var forms: [Form] = []
    /// What was written into the draft; `nil` for what is none.
    var fixing: DraftFixer.Outcome?
  }

  func piece(_ index: Int) -> Piece {
    let source = sources[index]
    var piece = Piece(reading: timed(.reading) { reader.read(source) })
    if let fixer { (piece.reading, piece.fixing) = fixer.fix(piece.reading) }
    let reading = piece.reading
    piece.reading.input = nil
    let count = (reading.forms.count + Self.portion - 1) / Self.portion
    let check = { @Sendable (portion: Int) -> [Form] in
      let first = portion * Self.portion
      return forms(first..<min(first + Self.portion, reading.forms.count), of: reading, source: index)
    }
    // A file with many forms is shared among the threads; taking them throws nothing.
    try? OrderedWork.run(
      count: count, jobs: count > 1 ? jobs : 1, work: check, wait: {},
      take: { _, forms in piece.forms += forms })
    for fault in reading.faults {
      let verdict = FormChecker.unreadable(fault, file: source.shownPath)
      piece.forms.append(reported(verdict, page: PageNumber(source: index, form: piece.forms.count)))
    }
    return piece
  }

  private func forms(_ range: Range<Int>, of reading: SourceReader.Outcome, source: Int) -> [Form] {
    let (file, path) = (reading.source.shownPath, reading.source.path)
    let verdicts = timed(.checking) {
      range.map { index in
        let number = reading.source.number ?? (reading.forms.count > 1 ? index + 1 : nil)
        var verdict = checker.check(
          reading.forms[index], file: file, path: path == "-" ? file : path, number: number,
          isAlone: sources.count == 1 && reading.forms.count == 1)
        if marksFixes { verdict.form.markReplacements(in: reading.input) }
        return verdict
      }
    }
    return timed(.reporting) {
      zip(range, verdicts).map { index, verdict in
        reported(verdict, page: PageNumber(source: source, form: index))
      }
    }
  }

  /// What each reporter says of a form.
  func reported(_ verdict: FormChecker.Verdict, page: PageNumber) -> Form {
    let news = checker.baseline.map { _ in verdict.form.withoutKnown }
    let reports = renderers.map { renderer in
      Result {
        if let news, !renderer.listsKnown { return try renderer.rendered(news, page) }
        return try renderer.rendered(verdict.form, page)
      }
    }
    return Form(verdict: verdict, page: page, reports: reports)
  }

  private func timed<Value>(_ part: Stopwatch.Part, _ work: () -> Value) -> Value {
    stopwatch?.measure(part, work) ?? work()
  }
}

/// What the page of a form is called by, the same for any number of threads: the source's place in the list, and the
/// form's in the source.
struct PageNumber: Sendable {
  var source: Int
  var form: Int

  var fileName: String {
    let number = "\(source + 1)"
    let padded = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
    return form == 0 ? "\(padded).html" : "\(padded)-\(form + 1).html"
  }
}

/// A reporter by what it makes of a form, which is asked for every form.
struct FormRenderer: Sendable {
  enum Way: Sendable {
    case text(any TextReporter)
    case folder(any FolderReporter)
  }

  let way: Way?
  /// Whether it lists findings that a baseline knows.
  let listsKnown: Bool

  init(_ reporter: any FindingReporter) {
    listsKnown = type(of: reporter).format.listsKnown
    way =
      (reporter as? any TextReporter).map { .text($0) }
      ?? (reporter as? any FolderReporter).map { .folder($0) }
  }

  /// - Throws: `WritingError` for a page whose layout is missing or broken.
  func rendered(_ form: CheckedForm, _ page: PageNumber) throws -> RenderedForm {
    switch way {
    case .text(let reporter): .text(reporter.bytes(of: form))
    case .folder(let reporter): .page(try reporter.page(of: form, name: page.fileName))
    case nil: .text([])
    }
  }
}
