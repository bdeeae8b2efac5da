import FormModel
import FormRules
import Foundation
import TestSupport
import Testing

/// The rules on published forms, where these are at hand; they are no part of the repository.
struct PublishedFormTests {
  @Test func `published target forms give findings whose places exist`() throws {
    let engine = try RuleFolder.engine()
    for file in try Self.files() {
      let form = try Self.form(at: file)
      let report = engine.check(form)
      #expect(report == engine.check(form))
      if ProcessInfo.processInfo.environment["SHOW_FINDINGS"] != nil { show(report, form, file) }
      for finding in report.findings {
        let text = finding.path.text(in: form, labels: PathLabels(engine.template))
        #expect(FormPath(text, in: form, labels: PathLabels(engine.template)) == finding.path)
      }
    }
  }

  private func show(_ report: Report, _ form: Form, _ file: URL) {
    print("==", file.lastPathComponent, form[.project] ?? "", report.counts)
    for finding in report.findings {
      let level =
        form.indicators.indices.contains(finding.path.rowNumber ?? -1)
        ? form.indicators[finding.path.rowNumber ?? 0].level2 ?? "" : ""
      print("  ", finding.severity, finding.rule, level, "|", finding.message, "|", finding.suggestion ?? "")
    }
    for entry in report.outcomes {
      if case .cannotTell(let reason) = entry.outcome { print("   ?", entry.rule, reason) }
    }
  }

  private static func files() throws -> [URL] {
    guard let path = SharedFiles.path("forms/gold") else { return [] }
    let folder = URL(fileURLWithPath: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      ($0.contains("-target-") || ProcessInfo.processInfo.environment["SHOW_FINDINGS"] == "all")
        && $0.hasSuffix(".json")
    }.sorted().map {
      folder.appendingPathComponent($0)
    }
  }

  private static func form(at file: URL) throws -> Form {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    return PublishedForm.form(json)
  }
}

extension FormPath {
  fileprivate var rowNumber: Int? {
    if case .indicator(let row, _) = self { row } else { nil }
  }
}
