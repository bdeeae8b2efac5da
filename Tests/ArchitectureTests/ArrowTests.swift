import Foundation
import TestSupport
import Testing

/// Which room may enter which.
struct ArrowTests {
  @Test func everyFolderIsARoom() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: PackageFolder.path + "/Sources")
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(House.rooms.keys))
  }

  @Test func importsFollowTheArrows() {
    var offenders: [String] = []
    for file in SourceFile.all {
      guard let room = House.rooms[file.room] else { continue }
      for module in file.imports where !room.enters.contains(module) && !room.system.contains(module) {
        offenders.append("\(file.path): import \(module)")
      }
    }
    expectNone(offenders)
  }

  @Test func arrowsHaveNoCircle() {
    var (rest, entered) = (House.rooms, Set<String>())
    while let next = rest.keys.sorted().first(where: { name in
      rest[name]?.enters.filter { House.rooms[$0] != nil }.isSubset(of: entered) ?? false
    }) {
      entered.insert(next)
      rest[next] = nil
    }
    #expect(rest.isEmpty)
  }

  @Test(arguments: House.rooms.keys.sorted())
  func declaredDependenciesAreTheTable(room: String) throws {
    let declared = try #require(Manifest.read().rooms[room])
    #expect(declared == House.rooms[room]?.enters)
  }

  @Test(arguments: [
    ("import FormModel", ["FormModel"]), ("@preconcurrency import Glibc", ["Glibc"]),
    ("internal import struct FormModel.Form", ["FormModel"]), ("@_exported public import A", ["A"]),
    ("@_spi(Some) @testable import B", ["B"]), ("import A; import B", ["A", "B"]),
    ("import Foundation.NSDate", ["Foundation"]), ("  import class A.B", ["A"]), ("let important = 1", []),
    ("// import A", []),
  ])
  func everyWayToImportIsSeen(line: String, modules: [String]) {
    let code = SwiftScanner(line).code
    #expect(SourceFile.imports(in: code) == modules)
  }
}

/// What Package.swift declares.
private struct Manifest {
  /// Room → its declared dependencies.
  var rooms: [String: Set<String>] = [:]

  static func read() throws -> Manifest {
    var manifest = Manifest()
    let text = try PackageFolder.text("Package.swift").filter { !$0.isWhitespace }
    let products = [
      "argumentParser": "ArgumentParser", "collections": "OrderedCollections", "mustache": "Mustache",
    ]
    let pattern = /(room\(|name:)"(?<name>\w+)"(,(uses|dependencies):\[(?<list>[^\]]*)\])?/
    for match in text.matches(of: pattern) {
      let words = (match.output.list ?? "").split(separator: ",").map(String.init)
      let names = words.map { $0.hasPrefix("\"") ? $0.trimmingCharacters(in: ["\""]) : products[$0] ?? $0 }
      manifest.rooms[String(match.output.name)] = Set(names)
    }
    return manifest
  }
}
