import TestSupport
import Testing

/// Every public symbol says what it means.
struct DocumentationCommentTests {
  @Test func publicSymbolsHaveDocComments() {
    var protocols = SourceFile.all.reduce(into: [:]) { $0.merge(PublicSymbols(in: $1).protocols) { $1 } }
    for file in SourceFile.all { PublicSymbols.inherit(in: file, &protocols) }
    let offenders = SourceFile.all.flatMap { PublicSymbols(in: $0, known: protocols).undocumented }
    expectNone(offenders)
  }

  @Test func undocumentedSymbolsAreSeen() {
    let text = """
      /// Said.
      public struct A: Equatable {
        /// Said.
        @inlinable
        public var said: Int
        public static let unsaid = 1
        public var description: String { "" }
        public init() {}
        // no doc comment
        @MainActor public func unsaidToo(_ x: Int) {}
        var inside: Int
        public func encode(to encoder: any Encoder) {}
      }
      /// Said.
      public protocol P {
        func unsaidThree()
        /// Said.
        var said: Int { get }
      }
      let text = "public var x"
      """
    let symbols = PublicSymbols(in: SourceFile(path: "Sources/A/A.swift", text: text))
    #expect(
      symbols.undocumented.compactMap { $0.split(separator: " ").last } == [
        "unsaid", "unsaidToo", "unsaidThree",
      ])
  }
}

/// The public symbols of a file and which of them have no doc comment.
///
/// Initialisers are left out (their parameters are the documented properties), and members that a protocol of
/// the standard library or of the house asks for: they are documented at the protocol.
private struct PublicSymbols {
  private(set) var undocumented: [String] = []
  /// The public protocols in the file with their members.
  private(set) var protocols: [String: Set<String>] = [:]

  private static let exempt: Set<String> = [
    "description", "debugDescription", "hash", "encode", "body", "errorDescription", "id", "rawValue",
    "allCases",
    "makeIterator", "next", "startIndex", "endIndex", "index",
  ]

  /// - Parameter known: all public protocols of the house with their members.
  init(in file: SourceFile, known: [String: Set<String>] = [:]) {
    let conforming = known.filter { entry in file.code.contains { Self.conforms($0, to: entry.key) } }
    let inherited = conforming.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    var (protocolName, protocolDepth): (String, Int?) = ("", nil)
    var depth = 0
    for (number, line) in file.code.enumerated() {
      let isRequirement = protocolDepth.map { depth == $0 + 1 } ?? false
      if isRequirement, let name = Self.symbol(in: line, insideProtocol: true) {
        protocols[protocolName, default: []].insert(name)
      }
      if let name = Self.symbol(in: line, insideProtocol: isRequirement),
        !Self.exempt.contains(name), !(inherited.contains(name) && protocolDepth == nil),
        !Self.isDocumented(number, in: file)
      {
        undocumented.append("\(file.path):\(number + 1): \(name)")
      }
      if line.contains("public protocol ") {
        protocolDepth = depth
        protocolName = Self.symbol(in: line, insideProtocol: false) ?? ""
      }
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      if let start = protocolDepth, depth <= start { protocolDepth = nil }
    }
  }

  /// Gives a protocol the members of those that it refines.
  static func inherit(in file: SourceFile, _ protocols: inout [String: Set<String>]) {
    for line in file.code where line.contains("public protocol ") {
      guard let name = symbol(in: line, insideProtocol: false), let colon = line.firstIndex(of: ":") else {
        continue
      }
      for (base, members) in protocols where line[colon...].holds(word: base) {
        protocols[name, default: []].formUnion(members)
      }
    }
  }

  /// Whether a line declares a type or an extension that conforms to a protocol.
  private static func conforms(_ line: Substring, to name: String) -> Bool {
    guard line.holds(word: name), let colon = line.firstIndex(of: ":") else { return false }
    return ["struct", "class", "enum", "extension", "actor"].contains { line[..<colon].holds(word: $0) }
  }

  private static func symbol(in line: Substring, insideProtocol: Bool) -> String? {
    guard insideProtocol || line.contains("public") || line.contains("open") else { return nil }
    let pattern =
      /^\s*(@\w+(\([^)]*\))?\s+)*(?<access>(public|open)(\(set\))?\s+)?((static|class|final|mutating|nonmutating|indirect|override|lazy|nonisolated|private\(set\)|internal\(set\)|prefix|infix|postfix|weak)\s+)*(func|var|let|struct|enum|class|protocol|actor|typealias|subscript|associatedtype)\b\s*(?<name>`?\w*`?)/
    guard let match = String(line).firstMatch(of: pattern) else { return nil }
    guard match.output.access != nil || insideProtocol else { return nil }
    if match.output.name.isEmpty { return line.contains("subscript") ? "subscript" : nil }  // operators
    return String(match.output.name)
  }

  private static func isDocumented(_ number: Int, in file: SourceFile) -> Bool {
    let above = file.lines[..<number].reversed().map { $0.drop { $0 == " " } }
    let first = above.first { !$0.hasPrefix("@") && !$0.hasPrefix("// swift-format-ignore") }
    return first.map { $0.hasPrefix("///") || $0.hasSuffix("*/") } ?? false
  }
}
