import TestSupport
import Testing

/// What engines, and all code, may not do.
struct PurityTests {
  private static var engines: [SourceFile] {
    SourceFile.all.filter { House.rooms[$0.room]?.isEngine ?? false }
  }

  @Test(arguments: [
    "print", "debugPrint", "dump", "exit", "abort", "fopen", "open", "getenv", "setenv", "readLine", "time",
    "Date", "ContinuousClock", "usleep",
  ])
  func enginesDoNotCall(name: String) {
    expectNone(Self.engines.flatMap { $0.places(ofCall: name) })
  }

  @Test(arguments: [
    "FileManager", "FileHandle", "ProcessInfo", "CommandLine", "contentsOfFile", "Process", "Glibc",
  ])
  func enginesDoNotKnow(name: String) {
    expectNone(Self.engines.flatMap { $0.places(ofWord: name) })
  }

  @Test(arguments: [
    "fatalError", "preconditionFailure", "precondition", "assertionFailure", "assert",
  ])
  func nothingEndsTheProgram(name: String) {
    expectNone(SourceFile.all.flatMap { $0.places(ofCall: name) })
  }

  @Test(arguments: ["try!", "as!", "unowned(unsafe)", "@unchecked Sendable", "nonisolated(unsafe)"])
  func nothingIsTakenOnTrust(text: String) {
    expectNone(SourceFile.all.flatMap { $0.places { $0.contains(text) } })
  }

  @Test func enginesDoNotForceUnwrap() {
    expectNone(Self.engines.flatMap { $0.places(where: forcesUnwrap) })
  }

  /// Money, weights and scores are decimal (DESIGN §3).
  @Test(arguments: ["Double", "Float", "CGFloat", "NSNumber"])
  func enginesDoNotUseBinaryFloatingPoint(name: String) {
    expectNone(Self.engines.flatMap { $0.places(ofWord: name) })
  }

  @Test(arguments: ["TODO", "FIXME", "XXX", "HACK"])
  func nothingIsLeftForLater(word: String) {
    expectNone(SourceFile.all.filter { $0.lines.contains { $0.holds(word: word) } }.map(\.path))
  }

  @Test func offendersAreSeen() {
    let text = """
      let a = print("x") // exit(1)
      let b = text.print(1), c = "exit(2)", e = !flag, f = x != y
      let g = "\\(exit(3))", h = FileManager.default
      func open() { reopen(1) }
      """
    let file = SourceFile(path: "Sources/FormModel/Sample.swift", text: text)
    #expect(file.places(ofCall: "print").count == 1)
    #expect(file.places(ofCall: "exit").count == 1)
    #expect(file.places(ofCall: "open").isEmpty)
    #expect(file.places(ofWord: "FileManager") == ["Sources/FormModel/Sample.swift:3: \(file.code[2])"])
  }

  @Test(arguments: [
    ("value!.count", true), ("list[0]!", true), ("f()!", true), ("var x: Int!", true), ("!flag", false),
    ("x != y", false), ("x!=y", false), ("(!a && !b)", false), ("try! f()", true),
  ])
  func unwrappingIsSeen(line: String, isOffender: Bool) { #expect(forcesUnwrap(line[...]) == isOffender) }
}

/// A `!` behind a value or type; `!x` and `x != y` are something else.
private func forcesUnwrap(_ line: Substring) -> Bool {
  guard line.contains("!") else { return false }
  return zip(line.indices, line.indices.dropFirst()).contains { place, mark in
    guard line[mark] == "!", line[place].isPartOfWord || ")]>\"".contains(line[place]) else { return false }
    let next = line.index(after: mark)
    return next == line.endIndex || line[next] != "="
  }
}
