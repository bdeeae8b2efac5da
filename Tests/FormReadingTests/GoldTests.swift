import FormModel
import FormReading
import FormWriting
import Foundation
import FoundationEssentials
import Testing
import YAMLText

/// The published forms' reference readings, which lie beside the repository and not in it.
enum Gold {
  /// The nearest `shared/forms/gold` above the tests; empty where there is none.
  static let files: [String] = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let gold = folder.appendingPathComponent("shared/forms/gold").path
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: gold) else { continue }
      return names.filter { $0.hasSuffix(".json") }.sorted().map { gold + "/" + $0 }
    }
    return []
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

@Suite("The published forms", .enabled(if: !Gold.files.isEmpty, "no shared/forms/gold beside the repository"))
struct GoldTests {
  @Test("are all there")
  func count() { #expect(Gold.files.count == 42) }

  @Test("come out of the JSON writer as the same values", arguments: Gold.files)
  func json(path: String) throws {
    let bytes = try Gold.bytes(path)
    let forms = try FormReader.read(bytes, name: path)
    let form = try #require(forms.first)
    let written = JSONWriter.text(of: form)
    #expect(try values(Array(written.utf8)) == values(bytes))
    #expect(written == String(decoding: bytes, as: UTF8.self) + "\n")
  }

  @Test("survive the native file, whatever the template", arguments: Gold.files)
  func yaml(path: String) throws {
    let form = try #require(try FormReader.read(try Gold.bytes(path), name: path).first).form
    for template in [nil] + library.ids.map(Optional.some) {
      var form = form
      form.template = template
      let text = YAMLWriter.text(of: form, layouts: layouts)
      #expect(try read(text, named: "form.yaml").map(\.form) == [form])
    }
  }

  @Test("know the place of every value", arguments: Gold.files)
  func places(path: String) throws {
    let bytes = try Gold.bytes(path)
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let located = try #require(try FormReader.read(bytes, name: path).first)
    for (index, row) in located.form.indicators.enumerated() {
      guard case .text(let line, let column)? = located.location(of: .indicator(index, .level3)) else {
        Issue.record("no place for row \(index)")
        continue
      }
      #expect(lines[line - 1].dropFirst(column - 1).hasPrefix("\"\(row.level3)\""))
    }
  }
}

/// A JSON text as values without places and order of keys.
private func values(_ bytes: [UInt8]) throws -> [JSONShape] { try parseJSON(bytes).map(JSONShape.init) }

private indirect enum JSONShape: Equatable {
  case word(String)
  case text(String)
  case list([JSONShape])
  case members([String: JSONShape])

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, quoted: true): self = .text(text)
    case .scalar(let text, quoted: false): self = .word(text)
    case .sequence(let items): self = .list(items.map(JSONShape.init))
    case .mapping(let entries):
      self = .members(Dictionary(entries.map { ($0.key, JSONShape($0.value)) }) { first, _ in first })
    }
  }
}
