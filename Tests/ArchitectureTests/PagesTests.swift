import Foundation
import TestSupport
import Testing

/// The pages for developers say what is there.
struct PagesTests {
  private static var pages: [String] {
    let root = (try? FileManager.default.contentsOfDirectory(atPath: PackageFolder.path)) ?? []
    return root.filter { $0.hasSuffix(".md") }.sorted()
      + PackageFolder.files(below: "Documentation", endings: [".md"])
  }

  @Test func linksLeadSomewhere() throws {
    var offenders: [String] = []
    for page in Self.pages {
      let folder = URL(fileURLWithPath: PackageFolder.path + "/" + page).deletingLastPathComponent()
      for match in try PackageFolder.text(page).matches(of: /\]\((?<target>[^)#\s]+)(#[^)]*)?\)/) {
        let target = String(match.output.target)
        guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
        let path = folder.appendingPathComponent(target).path
        if !FileManager.default.fileExists(atPath: path) { offenders.append("\(page): \(target)") }
      }
    }
    expectNone(offenders)
  }

  @Test func theTableOfRoomsIsTheTableOfArrows() throws {
    let rows = try PackageFolder.text("Documentation/Architecture.md").matches(
      of: /(?m)^\| `(?<room>\w+)` \|[^|]*\|(?<imports>[^|]*)\|$/)
    #expect(Set(rows.map { String($0.output.room) }) == Set(House.rooms.keys))
    for row in rows where row.output.room != "JixiaoCommands" {
      let imports = Set(row.output.imports.matches(of: /`(?<name>\w+)`/).map { String($0.output.name) })
      #expect(imports == House.rooms[String(row.output.room)]?.enters, "\(row.output.room)")
    }
  }
}
