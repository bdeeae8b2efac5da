import FormReading
import Foundation
import TestSupport
import Testing

@Suite("Files that once crashed a reader")
struct CrasherTests {
  /// Named `<target>-<what>`, the target as in `make fuzz`: `HTMLReader-nested-cells`.
  static let folder = PackageFolder.path + "/Tests/Fixtures/crashers/"
  static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasSuffix(".md") }
    .sorted()

  @Test("are read or refused by every reader", arguments: files)
  func replay(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.folder + name)))
    for target in FormReader.formats.map({ "\(type(of: $0))" }) + FuzzedFile.Part.allCases.map(\.rawValue) {
      let file = FuzzedFile(bytes, for: target)
      for format in FormReader.formats where "\(type(of: format))" == FuzzedFile.reader(of: target) {
        for bytes in Set([file.bytes, bytes]) {
          let read = format.readAll(FormInput(bytes: bytes, name: file.name))
          #expect(!read.problems.contains { $0.text.isEmpty })
        }
      }
    }
  }
}
