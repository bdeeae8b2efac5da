import BundledData
import Foundation
import Testing

@Suite struct BundledDataTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Files of Rules/ and Templates/ on disk, without what editors leave behind.
  static func onDisk() -> Set<String> {
    var paths: Set<String> = []
    for folder in ["Rules", "Templates"] {
      let start = root.appending(path: folder)
      let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey])
      for case let url as URL in walk ?? .init() {
        let isFile = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
        let name = url.lastPathComponent
        guard isFile == true, !name.hasPrefix(".") || name == ".rels", !name.hasSuffix("~"),
          !name.hasSuffix(".md")
        else {
          continue
        }
        paths.insert(String(url.path.dropFirst(root.path.count + 1)))
      }
    }
    return paths
  }

  @Test("the list is the directory; else run .ci/list-bundled-data")
  func listIsTheDirectory() {
    let listed = BundledData.files.map(\.path)
    #expect(Set(listed) == Self.onDisk())
    #expect(listed.count == Set(listed).count)
  }

  @Test func textsAreThoseOnDisk() throws {
    for file in BundledData.files {
      let url = Self.root.appending(path: file.path)
      #expect(try String(contentsOf: url, encoding: .utf8) == file.text, "\(file.path)")
      #expect(BundledData.text(of: file.path) == file.text)
    }
  }

  @Test func filesUnderAFolder() {
    let all = BundledData.files.map(\.path)
    for folder in ["Templates", "Templates/", "Templates/target-base", "Rules", "Temp", ""] {
      let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
      let expected = folder.isEmpty ? [] : all.filter { $0.hasPrefix(prefix) }
      #expect(BundledData.files(under: folder).map(\.path) == expected, "\(folder)")
    }
    #expect(BundledData.text(of: "Templates/none.yaml") == nil)
  }
}
