import ChineseText
import FormModel

/// What tells a finding again in a later report: the rule, the project and the place by its names.
///
/// Neither the file's name nor numbers of lines and rows are in it, so that moved rows and files keep theirs.
public struct Fingerprint: Sendable, Hashable, Comparable {
  /// 16 hexadecimal digits.
  public let text: String

  /// - Returns: `nil` unless `text` is what ``text`` gives.
  public init?(_ text: String) {
    guard text.utf8.count == 16, UInt64(text, radix: 16) != nil else { return nil }
    self.text = text
  }

  public init(of finding: Finding, in form: CheckedForm) {
    var hash = FNVHash()
    hash.add(finding.rule)
    hash.add(form.project.map(foldedWithoutSpace) ?? Self.fileName(form.file))
    for part in Self.parts(of: finding.path, in: form.read.form) { hash.add(part) }
    text = hash.digits
  }

  /// By the digits.
  public static func < (a: Fingerprint, b: Fingerprint) -> Bool { a.text < b.text }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func parts(of path: FormPath, in form: Form) -> [String] {
    switch path {
    case .form: return []
    case .field(let key): return [key.rawValue]
    case .level(let first, let second): return [first, second ?? ""].map(foldedWithoutSpace)
    case .budget(let line, let column):
      let name = form.budget.indices.contains(line) ? form.budget[line].line : ""
      return [name, column?.rawValue ?? ""]
    case .indicator(let row, let column):
      guard form.indicators.indices.contains(row) else { return [] }
      let row = form.indicators[row]
      let name = row.level3.isEmpty ? row.target?.text ?? "" : row.level3
      return [row.level1, row.level2 ?? "", name].map(foldedWithoutSpace) + [column?.rawValue ?? ""]
    }
  }
}

/// FNV-1a over texts that each end in a byte no text has.
private struct FNVHash {
  private var value = 0xcbf2_9ce4_8422_2325 as UInt64

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
