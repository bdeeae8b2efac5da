import CLibYAML

/// A comment of a YAML text, or a blank line between its parts.
public struct YAMLComment: Sendable, Hashable {
  /// From `#` to the end of the line; empty for a blank line.
  public var text: String
  /// Where it begins.
  public var mark: YAMLMark
  /// Whether the line holds nothing else.
  public var isWholeLine: Bool

  public init(text: String, mark: YAMLMark, isWholeLine: Bool) {
    self.text = text
    self.mark = mark
    self.isWholeLine = isWholeLine
  }
}

/// The comments and blank lines of a text that `parseYAML` accepts, in written order.
///
/// libyaml drops comments; they are what its tokens leave uncovered.
public func yamlComments(in text: String) -> [YAMLComment] {
  let lines = yamlLines(of: text)
  var covered = [Int](repeating: 0, count: lines.count)
  for token in tokens(of: text) { cover(token, in: lines, marking: &covered) }
  return lines.indices.compactMap { comment(in: lines[$0], after: covered[$0], line: $0) }
}

/// The part of the text that one token takes; lines and columns from 0.
private struct Span {
  var start: (line: Int, column: Int)
  var end: (line: Int, column: Int)
  var isBlock: Bool
}

private func tokens(of text: String) -> [Span] {
  var bytes = Array(text.utf8)
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  var spans: [Span] = []
  bytes.withUnsafeMutableBufferPointer { buffer in
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    var token = yaml_token_t()
    while yaml_parser_scan(parser, &token) == 1 {
      let (start, end) = (token.start_mark, token.end_mark)
      let isEnd = token.type == YAML_STREAM_END_TOKEN
      if end.index > start.index {
        let style = token.type == YAML_SCALAR_TOKEN ? token.data.scalar.style : YAML_ANY_SCALAR_STYLE
        spans.append(
          Span(
            start: (Int(start.line), Int(start.column)), end: (Int(end.line), Int(end.column)),
            isBlock: style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE))
      }
      yaml_token_delete(&token)
      if isEnd { break }
    }
    yaml_parser_delete(parser)
  }
  return spans
}

private func cover(_ span: Span, in lines: [[Unicode.Scalar]], marking covered: inout [Int]) {
  guard span.start.line < lines.count else { return }
  var last = min(span.end.line, lines.count - 1)
  if span.isBlock {
    let header = lines[span.start.line].dropFirst(span.start.column).prefix {
      $0 != " " && $0 != "#" && $0 != "\t"
    }
    covered[span.start.line] = span.start.column + header.count
    if span.end.column == 0, span.end.line < lines.count { last -= 1 }
    if !header.contains("+") {
      while last > span.start.line, lines[last].allSatisfy({ $0 == " " }) { last -= 1 }
    }
    let inside = stride(from: span.start.line + 1, through: last, by: 1)
    for line in inside { covered[line] = max(1, lines[line].count) }
    return
  }
  for line in stride(from: span.start.line, to: last, by: 1) { covered[line] = max(1, lines[line].count) }
  if last == span.end.line { covered[last] = max(covered[last], span.end.column) }
}

private func comment(in line: [Unicode.Scalar], after covered: Int, line number: Int) -> YAMLComment? {
  let rest = line.dropFirst(covered)
  let isWholeLine = covered == 0
  guard let hash = rest.firstIndex(of: "#") else {
    guard isWholeLine, rest.allSatisfy({ $0 == " " || $0 == "\t" }) else { return nil }
    return YAMLComment(text: "", mark: YAMLMark(line: number + 1, column: 1), isWholeLine: true)
  }
  var text = String.UnicodeScalarView()
  text.append(contentsOf: rest[hash...])
  while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  return YAMLComment(
    text: String(text), mark: YAMLMark(line: number + 1, column: hash + 1), isWholeLine: isWholeLine)
}

/// The lines as libyaml counts them; what follows the last line break is no line when it is empty.
private func yamlLines(of text: String) -> [[Unicode.Scalar]] {
  var lines: [[Unicode.Scalar]] = [[]]
  var afterReturn = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A where afterReturn: afterReturn = false
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
      lines.append([])
      afterReturn = scalar.value == 0x0D
    default:
      afterReturn = false
      lines[lines.count - 1].append(scalar)
    }
  }
  if lines[lines.count - 1].isEmpty { lines.removeLast() }
  return lines
}
