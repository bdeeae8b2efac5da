import Testing

/// Files and functions stay small enough to be read.
struct SizeTests {
  @Test func filesHaveAtMost500Lines() {
    let offenders = SourceFile.all.filter { $0.length > 500 }.map { "\($0.path): \($0.length)" }
    expectNone(offenders)
  }

  @Test func theMedianFileHasAtMost120Lines() {
    let lengths = SourceFile.all.map(\.length).sorted()
    #expect(!lengths.isEmpty)
    #expect(lengths[lengths.count / 2] <= 120)
  }

  @Test func functionsHaveAtMost60Lines() {
    let offenders = SourceFile.all.flatMap { file in
      file.functions.filter { $0.length > 60 }.map {
        "\(file.path):\($0.line): \($0.name) has \($0.length) lines"
      }
    }
    expectNone(offenders)
  }

  @Test func mainHasAtMost20Lines() throws {
    let main = try #require(SourceFile.all.first { $0.path == "Sources/jixiao/main.swift" })
    #expect(main.length <= 20)
  }
}
