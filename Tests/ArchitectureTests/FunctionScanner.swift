/// Finds functions, initialisers, subscripts and computed properties in scanned code, with their lengths.
struct FunctionScanner {
  /// Something with a body.
  struct Function: Equatable {
    var name: String
    var line: Int
    /// Lines from the keyword to the closing brace, both included.
    var length: Int
  }

  private(set) var functions: [Function] = []
  private let tokens: [Token]

  private struct Token {
    var text: Substring
    var line: Int
  }

  /// - Parameter code: source whose comments and strings are blanks already.
  init(code: String) {
    tokens = Self.tokens(of: code)
    for index in tokens.indices where Self.keywords.contains(tokens[index].text) { look(at: index) }
  }

  private static let keywords: Set<Substring> = ["func", "init", "deinit", "subscript", "var"]
  /// Words that begin another declaration: what came before had no body.
  private static let beginnings: Set<Substring> = [
    "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "enum", "class", "extension",
    "protocol", "typealias", "associatedtype", "import", "}", ";",
  ]

  private mutating func look(at index: Int) {
    guard isDeclaration(index), let open = bodyStart(after: index), let close = closing(of: open) else {
      return
    }
    let name = ["func", "var"].contains(tokens[index].text) ? tokens[index + 1].text : tokens[index].text
    let line = tokens[index].line
    functions.append(Function(name: String(name), line: line, length: tokens[close].line - line + 1))
  }

  /// `.init(…)`, `self.init` and `super.init` are calls.
  private func isDeclaration(_ index: Int) -> Bool {
    (index == 0 || tokens[index - 1].text != ".") && index + 1 < tokens.count
  }

  /// The body's brace: the first one outside all parentheses, before anything else is declared.
  private func bodyStart(after index: Int) -> Int? {
    var depth = 0
    for next in (index + 1)..<tokens.count {
      switch tokens[next].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return next
      case "=" where depth == 0 && tokens[index].text == "var": return nil
      case let text where depth == 0 && Self.beginnings.contains(text) && tokens[next - 1].text != ".":
        return nil
      default: break
      }
      if depth < 0 { return nil }
    }
    return nil
  }

  private func closing(of open: Int) -> Int? {
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Words and single signs.
  private static func tokens(of code: String) -> [Token] {
    var tokens: [Token] = []
    for (number, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line[...]
      while let first = rest.first {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "#" || $0 == "`" }
        let text = word.isEmpty ? rest.prefix(1) : word
        rest = rest.dropFirst(text.count)
        if !first.isWhitespace { tokens.append(Token(text: text, line: number + 1)) }
      }
    }
    return tokens
  }
}
