import FormWriting
import FoundationEssentials

/// The findings of an earlier run, by their fingerprints.
struct Baseline: Sendable {
  /// A finding as the file keeps it; all but the fingerprint is there for people.
  struct Entry: Codable, Sendable, Hashable {
    var fingerprint: String
    var rule: String
    var project: String
    var path: String
  }

  private struct File: Codable {
    var version: Int
    var findings: [Entry]
  }

  private static let version = 1

  private(set) var entries: [String: Entry] = [:]

  init() {}

  /// - Throws: `Complaint` for a file that is none of ours; `FileError` for one that cannot be read.
  init(at path: String) throws {
    let bytes = try AtomicFile.read(path)
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.version == Self.version
    else { throw Complaint(Messages.noBaseline(path), .unreadable) }
    for entry in file.findings { entries[entry.fingerprint] = entry }
  }

  /// Whether an earlier run had the finding.
  func holds(_ fingerprint: Fingerprint) -> Bool { entries[fingerprint.text] != nil }

  /// Takes in what was found in a form; what could not be read is never taken for known.
  mutating func add(_ form: CheckedForm) {
    guard form.isReadable else { return }
    for entry in form.findings {
      let fingerprint = Fingerprint(of: entry.finding, in: form).text
      entries[fingerprint] = Entry(
        fingerprint: fingerprint, rule: entry.finding.rule, project: form.project ?? form.name,
        path: form.path(of: entry.finding))
    }
  }

  /// The file's text: a line for each finding, in an order that does not hang on the order of the forms.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try entries.values.sorted {
      ($0.project, $0.path, $0.rule, $0.fingerprint) < ($1.project, $1.path, $1.rule, $1.fingerprint)
    }
    .map { "  " + String(decoding: try encoder.encode($0), as: UTF8.self) }
    let list = lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n "
    return "{\n \"version\": \(Self.version),\n \"findings\": [\(list)]\n}\n"
  }
}
