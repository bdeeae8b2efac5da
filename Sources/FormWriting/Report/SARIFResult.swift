import FormModel

/// One finding as a result object of SARIF.
struct SARIFResult {
  let form: CheckedForm
  let finding: Finding
  var state: BaselineState?
  var suppression: Suppression?

  func value(ruleIndex: Int?) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("ruleId", .text(finding.rule))]
    if let ruleIndex { members.append(("ruleIndex", JSONValue(ruleIndex))) }
    members += [
      ("level", .text(Self.level(finding.severity))), ("message", Self.message(text)),
      ("locations", .array([location])),
      (
        "partialFingerprints",
        .object([("jixiao/v1", .text(Fingerprint(of: finding, in: form).text))])
      ),
    ]
    if let state { members.append(("baselineState", .text(state.rawValue))) }
    if let fix { members.append(("fixes", .array([fix]))) }
    if let suppression {
      let entry = JSONValue.object([
        ("kind", .text("inSource")), ("justification", .text(suppression.reason)),
      ])
      members.append(("suppressions", .array([entry])))
    }
    return .object(members + [("properties", properties)])
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  static func message(_ text: String) -> JSONValue { .object([("text", .text(text))]) }

  /// The finding alone; found, expected and remedy are properties, and what to do stands behind it.
  private var text: String { [finding.message, Messages.help(finding)].joined(separator: "\n") }

  private var location: JSONValue {
    let place = form.location(of: finding)
    var physical: [(key: String, value: JSONValue)] = [
      ("artifactLocation", .object([("uri", .text(Self.uri(of: form.file)))]))
    ]
    if let place { physical.append(("region", Self.region(place))) }
    let path = form.path(of: finding)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var logical = [
      JSONValue.object([
        ("name", .text(name)), ("fullyQualifiedName", .text(form.number.map { "#\($0) \(path)" } ?? path)),
        ("kind", .text("field")),
      ])
    ]
    if let place, !place.isText {
      let cell = JSONValue.object([("fullyQualifiedName", .text(place.description)), ("kind", .text("cell"))])
      logical.append(cell)
    }
    return .object([("physicalLocation", .object(physical)), ("logicalLocations", .array(logical))])
  }

  /// The change of the draft that the finding's safe fix is; `nil` where there is none, or the file is no draft.
  private var fix: JSONValue? {
    guard let text = finding.fix, let replacement = form.replacements[finding.path]?[text] else { return nil }
    let region = JSONValue.object([
      ("startLine", JSONValue(replacement.line)), ("startColumn", JSONValue(replacement.column)),
      ("endLine", JSONValue(replacement.line)), ("endColumn", JSONValue(replacement.endColumn)),
    ])
    let change = JSONValue.object([
      ("deletedRegion", region), ("insertedContent", Self.message(replacement.text)),
    ])
    let artifact = JSONValue.object([
      ("artifactLocation", .object([("uri", .text(Self.uri(of: form.file)))])),
      ("replacements", .array([change])),
    ])
    return .object([
      ("description", Self.message(Messages.name(of: finding.remedy))),
      ("artifactChanges", .array([artifact])),
    ])
  }

  private var properties: JSONValue {
    let texts = [
      ("form", form.number.map { "\($0)" }), ("project", form.project),
      ("place", form.location(of: finding)?.description), ("found", finding.found),
      ("expected", finding.expected), ("help", finding.help), ("suggestion", finding.suggestion),
      ("remedy", finding.remedy.rawValue), ("fix", finding.fix),
      ("basis", finding.basis.document),
    ]
    return .object(texts.compactMap { key, text in text.map { (key, .text($0)) } })
  }

  /// Lines and columns of a text; of a sheet or table the row and cell, which its viewers number from 1 too.
  private static func region(_ place: SourceLocation) -> JSONValue {
    let (line, column): (Int, Int?) =
      switch place {
      case .text(let line, let column): (line, column)
      case .sheet(_, let row, let column): (row, column)
      case .table(_, let row, let cell): (row, cell)
      case .paragraph(let number): (number, nil)
      case .page(_, let line): (line, nil)
      }
    var members = [(key: "startLine", value: JSONValue(max(1, line)))]
    if let column { members.append(("startColumn", JSONValue(max(1, column)))) }
    if !place.isText {
      members.append(("properties", .object([("place", .text(place.description))])))
    }
    return .object(members)
  }

  /// A path as a URI reference: everything but what RFC 3986 leaves alone is escaped.
  static func uri(of path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}

extension SourceLocation {
  /// Whether it is a line and column of a text file.
  var isText: Bool {
    if case .text = self { true } else { false }
  }
}
