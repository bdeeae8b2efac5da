import OfficeFiles

/// The open content controls of a Word document, and whether one of them shows its prompt.
struct ContentControls {
  private var depth = 0
  private var promptDepth = 0

  /// Whether what is read is a prompt to fill something in, no text of the document.
  var isPrompt: Bool { promptDepth > 0 }

  mutating func begin() { depth += 1 }

  mutating func prompt(_ isShown: Bool) {
    if isShown, promptDepth == 0 { promptDepth = depth }
  }

  mutating func end() {
    if promptDepth == depth { promptDepth = 0 }
    depth -= 1
  }
}

/// The open field of a Word document: its code is no text, but some codes are all there is to see.
struct WordField {
  /// Whether text that comes is the code.
  var isInstruction = false
  private var code: [UInt8] = []
  private var isCheckBox = false
  private var isChecked = false
  /// The chosen entry of a list, and the one that comes.
  private var chosen = 0
  private var entry = 0
  private var entryText: [UInt8] = []
  private static let mostCode = 1000

  /// Takes a part of the code.
  mutating func add(_ bytes: XMLBytes) {
    if code.count + bytes.count <= Self.mostCode { code.append(contentsOf: bytes) }
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let value = attributes["val"]
    switch name {
    case "fldChar":
      // A result follows: the code has said what it had to.
      if !(attributes["fldCharType"]?.equals("end") ?? false) { code = [] } else { isEnd = true }
    case "instrText": isInstruction = true
    case "checkBox": (isCheckBox, isChecked) = (true, false)
    case "default", "checked": if isCheckBox { isChecked = value?.isTrue ?? true }
    case "ddList": (chosen, entry, entryText) = (0, 0, [])
    case "result": chosen = value?.number ?? 0
    default:
      if entry == chosen, let value { entryText = Array(value) }
      entry += 1
    }
  }

  private var isEnd = false

  /// The text that stands for what ends, where the document has no text of its own for it.
  mutating func end(_ name: XMLName) -> [UInt8]? {
    switch name {
    case "checkBox":
      isCheckBox = false
      return Array((isChecked ? "☑" : "□").utf8)
    case "ddList": return entryText
    default:
      guard isEnd else { return nil }
      isEnd = false
      return endField()
    }
  }

  /// A sign that is put together of others (`EQ \o\ac(□,√)`); of any other code nothing is printed.
  private mutating func endField() -> [UInt8]? {
    let text = String(decoding: code, as: UTF8.self)
    code = []
    guard text.drop(while: \.isWhitespace).prefix(3).lowercased() == "eq " else { return nil }
    let isTicked = text.contains { "√✓✔☑".contains($0) }
    if isTicked, text.contains(where: { "□☐○".contains($0) }) { return Array("☑".utf8) }
    return Array(text.drop(while: \.isWhitespace).dropFirst(3).utf8)
  }
}

/// The signs of an equation that are structure, not text: 3/4, (a), √x, 10⁴.
struct WordEquation {
  /// Brackets around an open `m:d`.
  private var brackets: [(open: [UInt8], close: [UInt8], isOpen: Bool)] = []
  private var high = 0

  /// Whether what is read stands high.
  var isHigh: Bool { high > 0 }

  /// The text that stands for the beginning of a part.
  mutating func start(_ name: XMLName, _ value: XMLBytes?) -> [UInt8]? {
    switch name {
    case "d": brackets.append((Array("(".utf8), Array(")".utf8), false))
    case "begChr": if let last = brackets.indices.last { brackets[last].open = value.map(Array.init) ?? [] }
    case "endChr": if let last = brackets.indices.last { brackets[last].close = value.map(Array.init) ?? [] }
    case "e":
      guard let last = brackets.indices.last, !brackets[last].isOpen else { return nil }
      brackets[last].isOpen = true
      return brackets[last].open
    case "den": return Array("/".utf8)
    case "rad": return Array("√".utf8)
    case "sup": high += 1
    default: break
    }
    return nil
  }

  /// The text that stands for the end of a part.
  mutating func end(_ name: XMLName) -> [UInt8]? {
    guard case "d" = name else {
      high = max(0, high - 1)
      return nil
    }
    return brackets.popLast()?.close
  }
}
