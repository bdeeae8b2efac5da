import FormModel
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

@testable import JixiaoCommands

/// `jixiao lint --fix` and `--diff` on whole drafts.
@Suite struct FixDraftTests {
  @Test(
    "what --diff shows, applied, is what --fix writes; nothing comes of it, and a second run has nothing to do"
  )
  func law() throws {
    let (shown, written) = (try TemporaryFolder(), try TemporaryFolder())
    for (name, text) in try Self.drafts() {
      try shown.write(text, to: name)
      try written.write(text, to: name)
    }
    let diff = try CommandRun.jixiao(["lint", ".", "--diff", "-q"], folder: shown.path)
    let before = try Self.findings(in: shown)
    let fixing = try CommandRun.jixiao(["lint", ".", "--fix", "-q", "--format", "csv"], folder: written.path)
    #expect(fixing.errors.isEmpty, "\(fixing.errors)")
    var changed = 0
    for (name, text) in try Self.drafts() {
      let patched = try Self.patched(text, name, by: diff.output)
      #expect(shown.text(name) == text, "\(name): --diff writes nothing")
      #expect(written.text(name) == patched, "\(name)")
      if patched != text { changed += 1 }
    }
    #expect(changed > 20)
    let after = try Self.findings(in: written)
    for (place, count) in after { #expect(count <= before[place, default: 0], "\(place)") }
    #expect(after.values.reduce(0, +) < before.values.reduce(0, +))
    let again = try CommandRun.jixiao(["lint", ".", "--diff", "--jobs", "1"], folder: written.path)
    #expect(again.output.isEmpty && again.errors.contains("没有可以自动改的"))
  }

  /// Forms as people fill them in, spelled anew, with comments, other line ends and byte order marks.
  private static func drafts() throws -> [(name: String, text: String)] {
    let library = try Library()
    var (plausible, generated) = (PlausibleForms(seed: 4), GeneratedForms(seed: 4))
    var random = SplitMix64(seed: 8)
    return (0..<80).map { number in
      var form = number % 4 == 3 ? generated.form() : plausible.form()
      form.template = form.kind == .target ? "shanghai-target" : "shanghai-self-evaluation"
      form.suppressions = []
      for row in form.indicators.indices {
        form.indicators[row][.target] = form.indicators[row][.target].map { sloppy($0, &random) }
        form.indicators[row][.level3] = sloppy(form.indicators[row].level3, &random)
        if random.one(in: 6) {
          form.indicators[row][.weight] = form.indicators[row][.weight].map { $0 + "分" }
        }
      }
      var text = YAMLWriter.text(of: NativeDocument(form: form), layouts: library.layouts)
      if random.one(in: 3) { text = text.replacing("\n", with: " # 注\n").replacing("| # 注", with: "|") }
      if random.one(in: 5) { text = text.replacing("\n", with: "\r\n") }
      if random.one(in: 5) { text = "\u{FEFF}" + text }
      return ("\(number).yaml", text)
    }
  }

  private static func sloppy(_ text: String, _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: text.replacing("≥", with: "不少于")
    case 1: text.replacing("≥", with: ">=").replacing("≤", with: "不超过")
    case 2: " " + text
    case 3: text.count > 3 ? text.prefix(2) + "  " + text.dropFirst(2) : text
    default: text
    }
  }

  private static func findings(in folder: TemporaryFolder) throws -> [String: Int] {
    let run = try CommandRun.jixiao(["lint", ".", "-q", "--format", "ndjson"], folder: folder.path)
    return run.output.split(separator: "\n").reduce(into: [:]) { counts, line in
      let keys = ["\"file\"", "\"path\"", "\"rule\""].compactMap { key in
        line.range(of: key).map { line[$0.upperBound...].prefix { $0 != "," } }
      }
      counts[keys.joined(separator: " "), default: 0] += 1
    }
  }

  /// The text with the hunks of a unified diff that are its own, every line of which must fit.
  private static func patched(_ text: String, _ name: String, by diff: String) throws -> String {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    var (isOwn, next) = (false, 0)
    for line in diff.utf8.split(separator: 0x0A).map({ String(Substring($0)) }) {
      if line.hasPrefix("--- ") {
        isOwn = line == "--- ./\(name)"
      } else if isOwn, line.hasPrefix("@@ -") {
        next = try #require(Int(line.dropFirst(4).prefix { $0 != "," })) - 1
      } else if isOwn, line.hasPrefix(" ") || line.hasPrefix("-") {
        #expect(lines[next] == String(line.unicodeScalars.dropFirst()), "\(name):\(next + 1)")
        if line.hasPrefix("-") { lines.remove(at: next) } else { next += 1 }
      } else if isOwn, line.hasPrefix("+"), !line.hasPrefix("+++ ") {
        lines.insert(String(line.unicodeScalars.dropFirst()), at: next)
        next += 1
      }
    }
    return lines.joined(separator: "\n")
  }
}
