import BundledData
import FormModel
import FormReading
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing
import YAMLText

/// Forms written for the tests: fictional projects in layouts of many places, with the reading of a person.
@Suite("Forms of our own")
struct FixtureTests {
  @Test("are read cell by cell", arguments: Fixture.forms)
  func cells(fixture: Fixture) throws {
    let expected = try fixture.expected()
    let forms = try fixture.read()
    #expect(forms.count == expected.count, "\(fixture)")
    for (number, (form, want)) in zip(forms, expected).enumerated() {
      let wrong = try want.differences(from: ReadCells(JSONWriter.line(of: form, options: .init())))
      let list = wrong.joined(separator: "\n  ")
      #expect(wrong.isEmpty, "\(fixture) form \(number + 1):\n  \(list)")
    }
  }

  @Test("have their notes in the remarks", arguments: Fixture.forms)
  func remarks(fixture: Fixture) throws {
    for (form, want) in zip(try fixture.read(), try fixture.expected()) {
      let texts = form.remarks.map { withoutBlanks($0.text) }
      for remark in want.remarks {
        #expect(texts.contains { $0.contains(remark) }, "\(fixture): no remark holds \(remark)")
      }
    }
  }

  @Test("know the place of every row", arguments: Fixture.forms)
  func places(fixture: Fixture) throws {
    for form in try fixture.read() {
      for row in form.form.indicators.indices {
        #expect(form.location(of: .indicator(row, .level3)) != nil, "\(fixture) row \(row + 1)")
      }
    }
  }

  @Test("lose no cell: what is neither value nor label is in the remarks", arguments: Fixture.forms)
  func everyCell(fixture: Fixture) throws {
    let missing = try Honesty(try fixture.read()).unsaid(in: try fixture.grids())
    #expect(missing.isEmpty, "\(fixture): \(missing)")
  }

  @Test("that are none are refused", arguments: Fixture.others)
  func others(fixture: Fixture) {
    #expect(throws: ReadingError.self, "\(fixture)") { try fixture.read() }
  }
}

/// A file of `Tests/Fixtures/forms`.
struct Fixture: Sendable, CustomTestStringConvertible, CustomStringConvertible {
  /// Its folder and name below `Tests/Fixtures/forms`.
  let name: String

  var description: String { name }
  var testDescription: String { name }

  private static let folder = PackageFolder.path + "/Tests/Fixtures/forms/"
  private static let all =
    FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
    .filter { $0.contains("/") && !$0.hasPrefix("make/") && !$0.hasSuffix("/expected.ndjson") }
    .sorted().map(Fixture.init) ?? []

  static let forms = all.filter { !$0.name.hasPrefix("not-forms/") }
  static let others = all.filter { $0.name.hasPrefix("not-forms/") }

  private static let files = BundledData.files(under: "Templates").map {
    TemplateFile(path: $0.path, text: $0.text)
  }
  private static let spellings = Spellings(files: files, templates: TemplateLibrary(files))

  func read() throws -> [LocatedForm] { try FormReader.read(input()) }

  private func input() throws -> FormInput {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.folder + name))
    return FormInput(bytes: [UInt8](data), name: name, spellings: Self.spellings)
  }

  /// The cells of the file; none where their twin in UTF-8 has the same ones.
  func grids() throws -> GridFile {
    let input = try input()
    if name.contains("gb18030") || name.contains("utf16") { return GridFile() }
    return try (FormReader.format(of: input) as? any GridFormat)?.grids(input) ?? GridFile()
  }

  /// What a person reads in the file, form by form.
  func expected() throws -> [ReadCells] {
    let path = Self.folder + name.prefix { $0 != "/" } + "/expected.ndjson"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map { try ReadCells(String($0)) }
  }
}

/// The cells of an interchange form by their paths, without white space.
struct ReadCells {
  private(set) var cells: [String: String] = [:]
  /// Texts that stand in remarks.
  private(set) var remarks: [String] = []

  init(_ json: String) throws {
    guard let node = try parseJSON(Array(json.utf8)).first else { return }
    add(node, at: "")
  }

  private mutating func add(_ node: YAMLNode, at path: String) {
    switch node.content {
    case .scalar(let text, _):
      let text = withoutBlanks(text)
      if !node.isNull, !text.isEmpty { cells[path] = text }
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        add(item, at: "\(path)[\(lineName(item) ?? "\(index + 1)")]")
      }
    case .mapping(let entries):
      for entry in entries { add(entry, at: path) }
    }
  }

  private mutating func add(_ entry: YAMLEntry, at path: String) {
    switch (path, entry.key) {
    case ("", "remarks"): remarks = texts(entry.value)
    case ("", "locations"), ("", "family"), ("", "template"), (_, "line"): break
    default: add(entry.value, at: path.isEmpty ? entry.key : "\(path).\(entry.key)")
    }
  }

  /// The wrong cells of a reading, in order: those that are missing, differ, or are too many.
  func differences(from read: ReadCells) -> [String] {
    Set(cells.keys).union(read.cells.keys).sorted().compactMap { path in
      let (want, got) = (cells[path], read.cells[path])
      return want == got ? nil : "\(path): want \(want ?? "nothing"), got \(got ?? "nothing")"
    }
  }
}

/// The name of a budget line: its place in the list says nothing.
private func lineName(_ node: YAMLNode) -> String? {
  guard case .mapping(let entries) = node.content else { return nil }
  return entries.first { $0.key == "line" }.flatMap { text($0.value) }
}

private func texts(_ node: YAMLNode) -> [String] {
  guard case .sequence(let items) = node.content else { return [] }
  return items.compactMap { text($0).map(withoutBlanks) }
}

private func text(_ node: YAMLNode) -> String? {
  guard case .scalar(let text, _) = node.content else { return nil }
  return text
}

private func withoutBlanks(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}
