import Foundation
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  @Test func theTranscriptGivesTheConversationAndTheTableShown() throws {
    let folder = try TemporaryFolder()
    let readme = try PackageFolder.text("README.md")
    let transcript = try PackageFolder.text("Tests/Fixtures/library.transcript")
    let fill = try CommandRun.jixiao(["fill", "图书馆.yaml"], input: transcript, folder: folder.path)
    #expect(fill.status == 0, "\(fill.errors)")
    let blocks = readme.components(separatedBy: "```text\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
    #expect(blocks.count == 3)
    for block in blocks.dropLast() { #expect(fill.output.contains(block), "not said:\n\(block)") }
    let lint = try CommandRun.jixiao(["lint", "图书馆.yaml"], folder: folder.path)
    let show = try CommandRun.jixiao(["show", "图书馆.yaml", "--width", "80"], folder: folder.path)
    let shown = """
      $ jixiao lint 图书馆.yaml
      \(lint.output)\(lint.errors)$ jixiao show 图书馆.yaml --width 80
      \(show.output)
      """
    #expect(shown.trimmingCharacters(in: .newlines) == blocks.last)
  }

  @Test func aReplayedTranscriptGivesTheSameBytes() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let transcript = try PackageFolder.text("Tests/Fixtures/library.transcript")
    let options = ["fill", "表.yaml", "--transcript", "记录.txt"]
    _ = try CommandRun.jixiao(options, input: transcript, folder: first.path)
    let record = try #require(first.text("记录.txt"))
    _ = try CommandRun.jixiao(options, input: record, folder: second.path)
    #expect(second.text("表.yaml") == first.text("表.yaml"))
    #expect(second.text("记录.txt") == record)
  }

  @Test func everyFileThatTheReadmeNamesIsThere() throws {
    let readme = try PackageFolder.text("README.md")
    let links = readme.matches(of: /\]\(([A-Za-z.\/]+)\)/).map { String($0.1) }
    #expect(links.count >= 10)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: PackageFolder.path + "/" + link), "\(link)")
    }
  }
}
