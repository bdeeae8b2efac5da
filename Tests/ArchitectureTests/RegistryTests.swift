import Foundation
import TestSupport
import Testing

/// Adding one thing touches its own file and one line (DESIGN §2).
struct RegistryTests {
  @Test(arguments: House.registries.map(\.folder))
  func eachFileIsRegisteredOnce(folder: String) throws {
    let registry = try #require(House.registries.first { $0.folder == folder })
    let list = try #require(SourceFile.all.first { $0.path == registry.list }, "\(registry.list) is missing")
    let files = SourceFile.all.filter {
      $0.path.hasPrefix(folder + "/") && $0.name.hasSuffix(registry.ending)
    }
    #expect(!files.isEmpty)
    for file in files {
      let type = String(file.name.dropLast(".swift".count))
      let lines = list.code.filter { $0.holds(word: type) }
      #expect(lines.count == 1, "\(type) stands on \(lines.count) lines of \(registry.list)")
    }
  }

  /// One rule, one file; its name is its id.
  @Test(
    arguments: PackageFolder.files(below: "Rules", endings: [".yaml", ".yml"]).filter {
      !$0.contains("/vocabulary/")
    })
  func aRuleFileHoldsTheRuleOfItsName(path: String) throws {
    let ids = try PackageFolder.text(path).split(separator: "\n").filter {
      $0.hasPrefix("id:") || $0.hasPrefix("- id:")
    }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    #expect(ids.map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) } == [name])
  }

  /// What the executable carries is what stands in the folders.
  @Test func bundledFilesAreTheFolders() throws {
    let list = try PackageFolder.text("Sources/CBundledData/files.inc")
    let listed = list.matches(of: /NEXT\("(?<path>[^"]+)"\)/).map { String($0.output.path) }
    let files = ["Rules", "Templates"].flatMap { PackageFolder.files(below: $0, endings: [""]) }.filter {
      path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: PackageFolder.path + "/" + path, isDirectory: &isFolder)
      let name = path.split(separator: "/").last ?? ""
      return !isFolder.boolValue && (!name.hasPrefix(".") || name == ".rels") && !name.hasSuffix("~")
        && !name.hasSuffix(".md")
    }
    #expect(listed.sorted() == files.sorted(), "run .ci/list-bundled-data")
  }
}
