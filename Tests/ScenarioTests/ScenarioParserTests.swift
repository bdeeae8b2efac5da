import Testing

/// The reading of scenario files, and the comparison, so that a scenario can fail.
struct ScenarioParserTests {
  private let sample = """
    # What it shows.

    --- file: a/b.txt
    one

    two

    $ cat a/b.txt
    >>>
    one

    two
    >>>= 0

    # a comment
    $ cat >&2; exit 3
    <<<
    in

    >>>
    >>>2
    in
    >>>= 3
    """

  @Test func readsAllSections() throws {
    let scenario = try Scenario(text: sample)
    #expect(scenario.comment == "# What it shows.\n")
    #expect(scenario.files == [.init(name: "a/b.txt", text: "one\n\ntwo\n")])
    #expect(
      scenario.steps == [
        .init(line: 8, command: "cat a/b.txt", output: "one\n\ntwo\n", status: 0),
        .init(line: 16, command: "cat >&2; exit 3", input: "in\n\n", output: "", errors: "in\n", status: 3),
      ])
  }

  @Test func writtenTextReadsTheSame() throws {
    var scenario = try Scenario(text: sample)
    var again = try Scenario(text: scenario.text)
    for index in scenario.steps.indices { (scenario.steps[index].line, again.steps[index].line) = (0, 0) }
    #expect(again == scenario)
  }

  @Test(arguments: [
    ("stray", 1), (">>>\nx", 1), ("$ true\nstray", 2), ("$ true\n>>>3", 2), ("$ true\n>>>= x", 2),
  ])
  func faultsHaveALine(text: String, line: Int) {
    #expect { try Scenario(text: text) } throws: { ($0 as? Scenario.Fault)?.line == line }
  }

  @Test(arguments: [
    ("a\nb\n", "a\nb\n", true), ("a\n", "a", true), ("a\n", "a\n\n", true), ("a\n", "b\n", false),
    ("", "", true),
    ("", "a\n", false), ("a…c\n", "abbbc\n", true), ("a…c\n", "ac\n", true), ("a…c\n", "ab\n", false),
    ("…\nb\n", "x\ny\nb\n", true), ("…\nb\n", "b\n", true), ("a\n…\n", "a\n", true),
    ("a\n…\nb\n…\n", "a\n1\nb\n2\n", true),
    ("a\n…\nb\n", "a\nb\nc\n", false), ("…x…\n", "--x--\n", true), ("…\n", "", true), ("  a\n", "a\n", false),
    ("等……\n", "等……\n", true),
  ])
  func patternsMatch(pattern: String, text: String, isMatch: Bool) {
    #expect(OutputPattern(pattern).matches(text) == isMatch)
  }

  @Test func stepsAreRunAndCompared() throws {
    #expect(try ScenarioRun(Scenario(text: sample)).complaints == [])
    let wrong = try ScenarioRun(Scenario(text: "$ echo 甲; echo 乙 >&2; exit 2\n>>>\n丙\n"))
    #expect(wrong.complaints.count == 3)
    #expect(wrong.updated.text == "$ echo 甲; echo 乙 >&2; exit 2\n>>>\n甲\n>>>2\n乙\n>>>= 2\n")
  }

  @Test func differencesAreReadable() {
    #expect(TextDiff.between(expected: "a\nb\nc", actual: "a\nx\nc\nd") == "  a\n- b\n+ x\n  c\n+ d")
  }
}
