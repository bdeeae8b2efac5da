import ChineseText

/// Why a YAML text cannot be used, and where.
public struct YAMLError: Error, Sendable, Hashable {
  /// What is wrong.
  public var problem: Problem
  /// Where it is wrong.
  public var mark: YAMLMark

  /// What can be wrong with a YAML text.
  public enum Problem: Sendable, Hashable {
    /// libyaml's own words.
    case syntax(String)
    /// A JSON text that breaks JSON's own grammar.
    case json(JSONFault)
    /// A plain text runs on over several lines, which swallows keys with a full-width colon.
    case continuedPlainText(lastLine: Int)
    /// `键：值`.
    case fullWidthColon(key: String)
    /// `键:值`.
    case noBlankAfterColon(key: String)
    case duplicateKey(String, firstLine: Int)
    case keyIsNoText
    case aliasOrTag
    case tooDeep(Int)
    case secondDocument
    /// A key that nothing reads, with the keys that are read there.
    case unknownKey(String, allowed: [String])
    case missingKey(String)
    /// What is expected in the place, in words of the reader.
    case wrongType(key: String, expected: Shape)
    /// A value outside the allowed words.
    case unknownValue(String, key: String, allowed: [String])
    /// Anything a reader of a document wants to say itself.
    case other(String)
  }

  /// What kind of value a place takes.
  public enum Shape: Sendable, Hashable {
    case text, list, mapping, number
  }

  public init(_ problem: Problem, at mark: YAMLMark) {
    self.problem = problem
    self.mark = mark
  }

  /// The same error, or a plainer one when the text shows why: most broken forms are a full-width colon,
  /// a missing blank after a colon, or a TAB.
  func explained(by text: String) -> YAMLError {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch problem {
    case .syntax: return colonError(in: lines, from: mark.line - 2, through: mark.line) ?? self
    case .continuedPlainText(let last):
      return colonError(in: lines, from: mark.line + 1, through: last) ?? self
    default: return self
    }
  }

  private func colonError(in lines: [Substring], from first: Int, through last: Int) -> YAMLError? {
    for number in max(1, first)...max(1, last, first) where number <= lines.count {
      if var error = wrongColon(in: String(lines[number - 1]), line: number) {
        error.mark.source = mark.source
        return error
      }
    }
    return nil
  }
}

/// The error for a line that looks like `键：值` or `键:值`; `nil` for any other line.
func wrongColon(in line: String, line number: Int) -> YAMLError? {
  let body = line.drop { $0 == " " || $0 == "-" || $0 == "\t" }
  guard let end = body.firstIndex(where: { $0 == "：" || $0 == ":" }), end > body.startIndex else {
    return nil
  }
  let key = body[..<end]
  guard key.count <= 20, !key.contains(where: { " #\"'，。；".contains($0) }) else { return nil }
  let mark = YAMLMark(line: number, column: line.distance(from: line.startIndex, to: end) + 1)
  if body[end] == "：" { return YAMLError(.fullWidthColon(key: String(key)), at: mark) }
  let next = body.index(after: end)
  guard next < body.endIndex, body[next] != " ", body[next] != "\r" else { return nil }
  return YAMLError(.noBlankAfterColon(key: String(key)), at: mark)
}

extension YAMLError {
  /// The error for a key or text that was meant as `键：值`; `nil` when it has no full-width colon near its
  /// beginning.
  static func fullWidthColon(in text: String, at mark: YAMLMark) -> YAMLError? {
    let head = text.prefix(24)
    guard let colon = head.firstIndex(of: "："), colon > head.startIndex else { return nil }
    let key = String(head[..<colon])
    let place = YAMLMark(line: mark.line, column: mark.column + key.unicodeScalars.count, source: mark.source)
    return YAMLError(.fullWidthColon(key: key), at: place)
  }

  /// What is wrong, in Chinese.
  public var message: String { Messages.message(problem) }

  /// What to do, in Chinese.
  public var help: String { Messages.help(problem) }

  /// The whole error as a person reads it: place, what, the line itself with the place marked, what to do.
  ///
  /// - Parameter first: the number of the source's first line, where it is a part of a file.
  public func text(in source: String, named name: String, startingAt first: Int = 1) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var out = ["\(name):\(mark.line):\(mark.column): \(message)"]
    if lines.indices.contains(mark.line - first) {
      let line = lines[mark.line - first].filter { $0 != "\r" && $0 != "\r\n" }
      let gutter = "  \(mark.line) | "
      let (shown, before) = excerpt(of: String(line), around: mark.column)
      out.append(gutter + shown)
      out.append(String(repeating: " ", count: gutter.count + displayWidth(of: before)) + "^")
    }
    out.append("  \(help)")
    return out.joined(separator: "\n")
  }
}

/// The part of a line around a column that fits on a screen, control characters made visible, and what of it
/// stands before the column.
func excerpt(of line: String, around column: Int) -> (shown: String, before: String) {
  let reach = 60
  let scalars = line.unicodeScalars
  let start = scalars.index(
    scalars.startIndex, offsetBy: max(0, column - 1 - reach), limitedBy: scalars.endIndex)
  let from = start ?? scalars.endIndex
  let place =
    scalars.index(from, offsetBy: min(column - 1, reach), limitedBy: scalars.endIndex) ?? scalars.endIndex
  let end = scalars.index(place, offsetBy: reach, limitedBy: scalars.endIndex) ?? scalars.endIndex
  let lead = from > scalars.startIndex ? "…" : ""
  let before = lead + visible(scalars[from..<place])
  let rest = visible(scalars[place..<end]) + (end < scalars.endIndex ? "…" : "")
  return (before + rest, before)
}

private func visible(_ scalars: Substring.UnicodeScalarView) -> String {
  var out = String.UnicodeScalarView()
  for scalar in scalars {
    switch scalar.value {
    case 0x09: out.append("→")
    case 0x00..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: out.append("␡")
    case 0x80..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
    default: out.append(scalar)
    }
  }
  return String(out)
}
