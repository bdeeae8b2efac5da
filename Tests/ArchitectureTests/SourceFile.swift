import TestSupport

/// A Swift file of the program, scanned.
struct SourceFile: Sendable {
  /// From the package's folder: `Sources/FormModel/Form.swift`.
  let path: String
  let text: String
  /// Without comments and texts.
  let code: [Substring]
  let literals: [SwiftScanner.Literal]
  let functions: [FunctionScanner.Function]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    let scanner = SwiftScanner(text)
    code = scanner.lines
    literals = scanner.literals
    functions = FunctionScanner(code: scanner.code).functions
  }

  /// All Swift files of `Sources/`.
  static let all: [SourceFile] = PackageFolder.files(below: "Sources", endings: [".swift"]).compactMap {
    path in
    (try? PackageFolder.text(path)).map { SourceFile(path: path, text: $0) }
  }

  /// `FormModel`.
  var room: String { String(path.split(separator: "/")[1]) }

  /// `Form.swift`.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Lines of the file, the last line's end not counted as one more.
  var length: Int { text.hasSuffix("\n") ? lines.count - 1 : lines.count }

  /// The modules this file imports, in any of the ways there are.
  var imports: [String] { code.flatMap { Self.imports(in: $0) } }

  /// `@preconcurrency internal import struct Foo.Bar` → `Foo`.
  static func imports(in line: some StringProtocol) -> [String] {
    guard line.contains("import") else { return [] }
    return line.split(separator: ";").compactMap { statement in
      let pattern =
        /^\s*(@\w+(\([^)]*\))?\s+)*((public|package|internal|fileprivate|private)\s+)?import\s+((struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(?<module>\w+)/
      return String(statement).firstMatch(of: pattern).map { String($0.output.module) }
    }
  }

  /// Where the code (not its comments or texts) holds `word` as a whole word, as `path:line: the line`.
  func places(ofWord word: String) -> [String] { places { $0.holds(word: word) } }

  /// Where a function of this name is called, not a member of something else; `text.print(x)` is none.
  func places(ofCall name: String) -> [String] {
    places { $0.holds(word: name, notAfter: ".", before: "(") && !$0.contains("func \(name)(") }
  }

  /// The lines of code that `isOffender`.
  func places(where isOffender: (Substring) -> Bool) -> [String] {
    code.enumerated().compactMap { number, line in
      isOffender(line) ? "\(path):\(number + 1): \(line.trimmingPrefix { $0 == " " })" : nil
    }
  }
}

extension Substring {
  /// Whether `word` stands here on its own. (Swift's `\b` finds no boundary in `a.b`.)
  func holds(word: String, notAfter: Character? = nil, before: String = "") -> Bool {
    guard contains(word) else { return false }
    return ranges(of: word + before).contains { range in
      let previous = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let next = before.isEmpty && range.upperBound < endIndex ? self[range.upperBound] : nil
      if let previous, previous.isPartOfWord || previous == notAfter { return false }
      return !(next?.isPartOfWord ?? false)
    }
  }
}

extension Character {
  /// Letters, digits and `_`.
  var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
