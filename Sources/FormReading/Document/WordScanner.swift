import OfficeFiles

/// The main part of a Word document: its paragraphs and tables as they are printed.
///
/// Tracked changes are read as accepted. Comments, notes, headers and footers stand in other parts and are not read;
/// automatic numbers are no text. Hidden text, text that is struck out and prompts of content controls become hidden cells. Names are compared
/// without their prefixes, so that Strict documents are read alike.
struct WordScanner: XMLHandler {
  private var document: DocumentBuilder
  /// How deep the scanner is in something that is not printed.
  private var skipped = 0
  private var isText = false
  private var run = Run()
  /// The runs around open text boxes.
  private var outerRuns: [Run] = []
  /// For each open `AlternateContent`: how much text there was before its first choice; `nil` until one is read.
  private var alternatives: [Int?] = []
  private var controls = ContentControls()
  private var field = WordField()
  private var equation = WordEquation()

  private struct Run {
    var isOpen = false
    var isHidden = false
    var isHigh = false
  }

  init(_ limits: ArchiveLimits) { document = DocumentBuilder(limits) }

  /// What was read, at the end of the part.
  mutating func finished() throws(OfficeFileError) -> GridFile { try document.finished() }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeFileError) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    switch name {
    case "t": isText = true
    case "r": run = Run(isOpen: true, isHigh: equation.isHigh)
    case "p", "rPr", "tcPr", "tcW", "pPr": return
    case "tc": document.beginCell()
    case "tr": document.beginRow()
    case "tbl": try document.beginTable()
    case "gridSpan", "vMerge", "hMerge", "gridBefore", "hidden": shape(name, attributes["val"])
    case "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "vanish", "strike", "dstrike", "vertAlign":
      if run.isOpen { try startInRun(name, attributes) }
    case "del", "moveFrom", "rt", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange",
      "tblPrExChange", "sectPrChange", "tblGridChange":
      skipped = 1
    case "txbxContent": beginBox()
    case "AlternateContent": alternatives.append(nil)
    case "Choice", "Fallback": startAlternative()
    default: try startOther(name, attributes)
    }
  }

  mutating func end(_ name: XMLName) throws(OfficeFileError) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch name {
    case "t": isText = false
    case "r": run = Run()
    case "p": try document.endParagraph()
    case "tc": try document.endCell()
    case "tbl": document.endTable()
    case "txbxContent":
      try document.endBox()
      run = outerRuns.popLast() ?? Run()
    case "AlternateContent": _ = alternatives.popLast()
    case "Choice": endAlternative()
    case "sdt": controls.end()
    case "instrText": field.isInstruction = false
    case "fldChar", "checkBox", "ddList": if let text = field.end(name) { try append(text) }
    case "sup", "d": if let text = equation.end(name) { try append(text) }
    default: break
    }
  }

  mutating func text(_ bytes: XMLBytes) throws(OfficeFileError) {
    guard skipped == 0 else { return }
    if isText {
      try run.isHigh ? append(superscript(bytes)) : append(bytes)
    } else if field.isInstruction {
      field.add(bytes)
    }
  }
}

// MARK: Text

extension WordScanner {
  private var isHidden: Bool { run.isHidden }

  private mutating func append(_ bytes: some Collection<UInt8>) throws(OfficeFileError) {
    // What stands in an empty field until somebody writes there is nobody's text.
    guard !controls.isPrompt else { return }
    guard bytes.contains(0x0A) else { return try document.append(bytes, isHidden: isHidden) }
    // A line break in the file is a blank.
    try document.append(bytes.map { $0 == 0x0A ? 0x20 : $0 }, isHidden: isHidden)
  }

  private mutating func startInRun(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeFileError) {
    switch name {
    case "tab", "ptab": try document.append("\t", isHidden: isHidden)
    case "br", "cr": document.breakLine()
    case "noBreakHyphen": try document.append("-", isHidden: isHidden)
    case "vanish", "strike", "dstrike": if attributes["val"]?.isTrue ?? true { run.isHidden = true }
    case "vertAlign": run.isHigh = attributes["val"]?.equals("superscript") ?? false
    default:
      guard let code = attributes["char"],
        let sign = WordSymbols.sign(code: code, font: attributes["font"])
      else { return }
      try append(Array(String(sign).utf8))
    }
  }

  private mutating func startOther(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeFileError) {
    switch name {
    case "sdt": controls.begin()
    case "showingPlcHdr": controls.prompt(attributes["val"]?.isTrue ?? true)
    case "fldChar", "instrText", "checkBox", "checked", "default", "ddList", "result", "listEntry":
      field.start(name, attributes)
    case "d", "begChr", "endChr", "e", "den", "rad", "sup":
      if let text = equation.start(name, attributes["val"]) { try append(text) }
    default: break
    }
  }
}

// MARK: Tables, boxes, alternatives

extension WordScanner {
  private mutating func shape(_ name: XMLName, _ value: XMLBytes?) {
    switch name {
    case "gridSpan": document.shape.columnSpan = CellShape.span(value?.number)
    case "vMerge": document.shape.vertical = value?.equals("restart") ?? false ? .first : .continued
    case "hMerge": document.shape.isContinuedRow = !(value?.equals("restart") ?? false)
    case "hidden": if value?.isTrue ?? true { document.hideRow() }
    default: document.skip(columns: value?.number == 0 ? 0 : CellShape.span(value?.number))
    }
  }

  private mutating func beginBox() {
    document.beginBox()
    outerRuns.append(run)
    run = Run()
  }

  /// Of several forms of the same content the first that has any text is read.
  private mutating func startAlternative() {
    guard let taken = alternatives.last else { return }
    if taken != nil {
      skipped = 1
    } else {
      alternatives[alternatives.count - 1] = document.textCount
    }
  }

  private mutating func endAlternative() {
    guard let taken = alternatives.last, taken == document.textCount else { return }
    alternatives[alternatives.count - 1] = nil
  }
}
