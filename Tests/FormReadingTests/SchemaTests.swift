import FormModel
import FormReading
import FormWriting
import Foundation
import TestSupport
import Testing
import YAMLText

@Suite("Documentation/form.schema.json")
struct SchemaTests {
  private static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/form.schema.json").path

  /// The names under a path of keys of the schema.
  private func keys(_ path: String...) throws -> Set<String> {
    var node = try #require(try parseJSON(Gold.bytes(Self.path)).first)
    for key in path { node = try #require(try node.entries(of: key).first { $0.key == key }).value }
    return Set(try node.entries(of: "").map(\.key))
  }

  @Test("names every key that is read and written")
  func names() throws {
    let members = Set(FieldKey.standard.map { String($0.group ?? $0.name) })
    let others: Set = [
      "kind", "template", "family", "budget", "indicators", "emptyLevels", "suppressions", "locations",
      "remarks",
    ]
    #expect(try keys("properties") == members.union(others))
    let columns = Set(IndicatorColumn.allCases.map(\.rawValue)).union(["targetValue", "actualValue"])
    #expect(try keys("$defs", "indicator", "properties") == columns)
    #expect(
      try keys("$defs", "budgetLine", "properties")
        == Set(["line"] + BudgetLine.Column.allCases.map(\.rawValue)))
  }

  static let bad = [
    "{}", "{\"kind\": \"x\"}", "{\"kind\": \"target\", \"project\": true}",
    "{\"kind\": \"target\", \"indicators\": [{}]}",
    "{\"kind\": \"target\", \"indicators\": [{\"level1\": \"甲\", \"level3\": \"乙\", \"taget\": \"1\"}]}",
    "{\"kind\": \"target\", \"goals\": \"甲\"}", "[]",
  ]

  @Test(
    "accepts every form and refuses broken ones",
    .enabled(if: Python.hasJSONSchema, "python3 has no jsonschema here: the schema itself is not run"))
  func forms() throws {
    var generator = GeneratedForms(seed: 7, templates: library.ids)
    var good = try Gold.files.map { try FormReader.read(Gold.bytes($0), name: $0)[0] }
    for _ in 0..<300 {
      let form = generator.form()
      let text = JSONWriter.text(of: form.unplaced)
      good.append(try read(text, named: "a.json")[0])
    }
    let options = JSONWriter.Options(meanings: true, locations: true)
    good[0].remarks = ReadingRemark.Kind.allCases.map { kind in
      ReadingRemark(
        kind, text: "另行说明", location: .sheet(name: "表", row: 14, column: 8), path: .indicator(0, .target),
        reason: "多出一格")
    }
    let lines = good.map { JSONWriter.line(of: $0, options: options) } + Self.bad.map { $0 + "\n" }
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding='utf-8'))
      jsonschema.Draft202012Validator.check_schema(schema)
      check = jsonschema.Draft202012Validator(schema)
      for line in open(sys.argv[2], encoding='utf-8', newline='\\n'):
          error = next(check.iter_errors(json.loads(line)), None)
          print('bad' if error else 'good')
      """
    let verdicts = try Python.run(program, on: lines.joined(), arguments: [Self.path]).split(separator: "\n")
    #expect(verdicts == good.map { _ in "good" } + Self.bad.map { _ in "bad" })
  }
}

/// Python, where the machine has it.
private enum Python {
  static let hasJSONSchema = (try? run("import jsonschema; print('ok')", on: "", arguments: [])) == "ok\n"

  /// What a program prints; the input is the last argument, as a file.
  static func run(_ program: String, on input: String, arguments: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-X", "utf8", "-c", program] + arguments + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
