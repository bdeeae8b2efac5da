import FormRules
import Testing

/// A wrong rule file is refused with file, line, column and what is allowed there.
struct RuleErrorTests {
  private static let good = """
    id: sample
    title: 样例
    severity: error
    applies-to: [target]
    check: {present: {at: project}}
    message: “{label}”没有填
    help: 补上
    basis: {document: 样例, certainty: own}
    examples: []
    """

  struct Case: CustomTestStringConvertible, Sendable {
    var from: String
    var to: String
    /// `line:column` of the error.
    var place: String
    var words: [String]

    var testDescription: String { to }
  }

  @Test func `the sample decodes`() throws {
    let rules = try RuleSet(files: [RuleFile(path: "Rules/local/sample.yaml", text: Self.good)])
    #expect(rules["sample"]?.checkKind == "present")
    #expect(rules["sample"]?.group == "local")
  }

  @Test(arguments: [
    Case(from: "present", to: "presents", place: "5:9", words: ["presents", "是不是“present”", "quantified"]),
    Case(from: "at: project", to: "at: projekt", place: "5:23", words: ["projekt", "是不是“project”"]),
    Case(from: "{at: project}", to: "{at: project, max: 3}", place: "5:32", words: ["max", "as", "of"]),
    Case(from: "{label}”没", to: "{labels}”没", place: "6:10", words: ["{labels}", "是不是“{label}”", "{found}"]),
    Case(from: "{label}”没", to: "{name}”没", place: "6:10", words: ["{name}", "{label}"]),
    Case(from: "error", to: "fatal", place: "3:11", words: ["fatal", "info", "warning", "error"]),
    Case(from: "[target]", to: "[targets]", place: "4:13", words: ["targets", "self-evaluation"]),
    Case(from: "own}", to: "known}", place: "8:34", words: ["known", "second-hand"]),
    Case(from: "id: sample", to: "id: other", place: "1:5", words: ["other", "sample"]),
    Case(from: "help: 补上", to: "helps: 补上", place: "1:1", words: ["help"]),
    Case(from: "title: 样例", to: "title: 样例\nwhat: x", place: "3:1", words: ["what"]),
    Case(
      from: "check: {present: {at: project}}",
      to: "check: {words: {at: name, reject: vocabulary/vage}}", place: "5:35",
      words: ["vocabulary/vage", "是不是“vocabulary/vague”"]),
    Case(
      from: "check: {", to: "when: {name-word: 率}\ncheck: {", place: "5:8",
      words: ["name-word", "name-words"]),
    Case(from: "help: 补上", to: "help: 补上\nunless: [nobody]", place: "1:1", words: ["nobody"]),
    Case(
      from: "check: {present: {at: project}}",
      to: "check: {count: {min: {profile: smallest}}}", place: "5:22", words: ["else"]),
  ])
  func `an error names the place and what is allowed`(example: Case) throws {
    let text = Self.good.replacing(example.from, with: example.to)
    let files = [
      RuleFile(path: "Rules/local/sample.yaml", text: text),
      RuleFile(path: "Rules/vocabulary/vague.yaml", text: "- 提升\n"),
    ]
    let error = #expect(throws: RuleError.self) { try RuleSet(files: files) }
    let shown = error?.text ?? ""
    #expect(shown.hasPrefix("Rules/local/sample.yaml:\(example.place): "), "\(shown)")
    for word in example.words { #expect(shown.contains(word), "\(shown)") }
  }

  @Test func `one id in two files is refused`() throws {
    let files = ["a", "b"].map { RuleFile(path: "Rules/\($0)/sample.yaml", text: Self.good) }
    let error = #expect(throws: RuleError.self) { try RuleSet(files: files) }
    #expect(error?.text.contains("Rules/a/sample.yaml") == true)
  }

  @Test func `an empty rule file and a broken word list are refused`() throws {
    #expect(throws: RuleError.self) {
      try RuleSet(files: [RuleFile(path: "Rules/local/sample.yaml", text: "# nothing\n")])
    }
    #expect(throws: RuleError.self) {
      try RuleSet(files: [RuleFile(path: "Rules/vocabulary/words.yaml", text: "- {measure: 率}\n")])
    }
  }

  @Test func `other files are passed over`() throws {
    let files = [RuleFile(path: "Rules/README.md", text: "what: {")]
    #expect(try RuleSet(files: files).rules.isEmpty)
  }
}
