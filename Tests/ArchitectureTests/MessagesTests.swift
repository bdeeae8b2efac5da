import TestSupport
import Testing

/// Words for the user stand in data and in one place of each room.
struct MessagesTests {
  @Test func chineseTextsStandInMessages() {
    let offenders = SourceFile.all.flatMap { file -> [String] in
      guard !file.name.hasPrefix("Messages"), House.wordTables[file.path] == nil else { return [] }
      return file.literals.filter { $0.text.hasHan && !isName($0, in: file) }.map {
        "\(file.path):\($0.line): \($0.text)"
      }
    }
    expectNone(offenders)
  }

  /// The names of a command and of its arguments stand in its own file: a command is one file and one line.
  private func isName(_ literal: SwiftScanner.Literal, in file: SourceFile) -> Bool {
    guard file.path.hasPrefix("Sources/JixiaoCommands/Commands/") else { return false }
    return House.commandNames.contains { file.lines[literal.line - 1].contains($0) }
  }

  /// A table that is no longer there, or holds no words any more, is no reason for an exception.
  @Test(arguments: House.wordTables.keys.sorted())
  func exceptionsAreNeeded(path: String) throws {
    let file = try #require(SourceFile.all.first { $0.path == path })
    #expect(file.literals.contains { $0.text.hasHan })
    #expect(!(House.wordTables[path] ?? "").isEmpty)
  }
}

extension String {
  /// Whether there is a Han character in it.
  fileprivate var hasHan: Bool { unicodeScalars.contains { $0.properties.isIdeographic } }
}
