import FormModel
import FormTemplates
import FormWriting
import Testing

struct MarkdownWriterTests {
  /// The cells of a table line, as a renderer sees them.
  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.unicodeScalars {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return Array(cells.dropFirst().dropLast())
  }

  private func plain(_ cell: String) -> String {
    var result = ""
    var isEscaped = false
    for character in cell.unicodeScalars {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.unicodeScalars.append(character)
        isEscaped = false
      }
    }
    for (code, sign) in [("<br>", "\n"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      result = result.split(separator: code, omittingEmptySubsequences: false).joined(separator: sign)
    }
    return result
  }

  @Test(arguments: Samples.templates) func tablesAreFullAndLoseNothing(id: String) throws {
    let template = try Samples.template(id)
    for seed in 0..<200 as Range<UInt64> {
      var generator = FormGenerator(seed: seed)
      let form = generator.form(template)
      let text = MarkdownWriter().text(of: form, template: template)
      let blocks = text.split(separator: "\n\n").filter { $0.hasPrefix("|") }
      for block in blocks {
        #expect(Set(block.split(separator: "\n").map { cells($0).count }).count == 1, "seed \(seed)")
      }
      let all = bare(text.split(separator: "\n").map { plain(String($0)) }.joined())
      for wanted in form.shownTexts(template)
      where !bare(wanted).isEmpty && !all.contains(bare(visible(wanted))) {
        Issue.record("seed \(seed): \(wanted.debugDescription) is lost")
      }
    }
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<script>", "&lt;script&gt;"), ("7*24小时", "7\\*24小时"), ("a\\", "a\\\\"),
    ("&lt;", "&amp;lt;"), ("一\n二", "一<br>二"), ("一\r\n二", "一<br>二"),
    ("[x](javascript:y)", "\\[x\\](javascript:y)"),
    ("\u{1B}[0m", "␛\\[0m"), ("$x$", "\\$x\\$"),
  ]) func textStaysText(text: String, written: String) throws {
    let form = Form(fields: [.project: text])
    #expect(MarkdownWriter().text(of: form, template: try Samples.template()).contains("| \(written) |"))
  }

  @Test func theWholeTable() throws {
    #expect(MarkdownWriter().text(of: Samples.library, template: try Samples.template()) == Snapshot.markdown)
  }

  @Test func findingsStandBelow() throws {
    let text = MarkdownWriter(options: WritingOptions(findings: [Samples.finding]))
      .text(of: Samples.library, template: try Samples.template())
    #expect(text.contains("## 检查意见"))
    #expect(text.contains("效益指标/可持续影响指标/设备运维制度/年度指标值"))
  }
}
