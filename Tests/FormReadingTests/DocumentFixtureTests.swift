import FormReading
import Foundation
import TestSupport
import Testing

@Suite("Documents of other programs")
struct DocumentFixtureTests {
  private static let folder = PackageFolder.path + "/Tests/Fixtures/documents/"

  @Test("are read as they are seen", arguments: ["merged", "nested", "several", "tracked", "libreoffice"])
  func pictures(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.folder + name + ".docx")))
    let expected = try String(contentsOfFile: Self.folder + name + ".txt", encoding: .utf8)
    let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(picture(try gridFile(bytes, named: name + ".docx")) + [""] == lines)
  }
}
