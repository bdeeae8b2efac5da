import FormModel
import FormTemplates
import Foundation
import Testing

/// Published forms lie beside the repository on some machines; the tests pass over them where they do not.
@Suite struct PublishedFormTests {
  private struct PublishedForm: Decodable {
    var category: String?
    var indicators: [Row]
    struct Row: Decodable {
      var level1: String
      var level2: String?
    }
  }

  private static let forms: [URL] = {
    var folder = URL(filePath: #filePath)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let gold = folder.appending(path: "shared/forms/gold")
      if let files = try? FileManager.default.contentsOfDirectory(at: gold, includingPropertiesForKeys: nil) {
        return files.filter { $0.pathExtension == "json" }
      }
    }
    return []
  }()

  /// Every level of a published three-level form is one of the tree of 2015, by its own name.
  @Test func levelsAreKnown() throws {
    let template = try Shipped.library.template("shanghai-target")
    for file in Self.forms {
      let form = try JSONDecoder().decode(PublishedForm.self, from: Data(contentsOf: file))
      for row in form.indicators {
        guard let level2 = row.level2 else { continue }
        #expect(template.level(row.level1)?.name == row.level1, "\(file.lastPathComponent)")
        #expect(template.level(row.level1, level2)?.name == level2, "\(file.lastPathComponent)")
      }
    }
  }

  @Test func categoriesAreChoices() throws {
    let choices = try Shipped.library.template("shanghai-target").fields[.category]?.choices ?? []
    for file in Self.forms where file.lastPathComponent.hasPrefix("shanghai-2022-target") {
      let form = try JSONDecoder().decode(PublishedForm.self, from: Data(contentsOf: file))
      if let category = form.category { #expect(choices.contains(category)) }
    }
  }
}
