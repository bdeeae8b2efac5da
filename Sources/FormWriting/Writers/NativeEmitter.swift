import ChineseText
import FormModel

/// Writes the keys of a native file as YAML, each with its comments.
struct NativeEmitter {
  private(set) var text = ""
  private var comments: [FormComment.Anchor: [FormComment]]
  /// Widest group that is still written on one line, in columns of the screen.
  private static let flatWidth = 100

  init(comments: [FormComment.Anchor: [FormComment]]) { self.comments = comments }

  mutating func write(_ entries: [NativeEntry]) {
    lines(.above, of: .head, indent: 0)
    write(entries, indent: 0)
    lines(.above, of: .end, indent: 0)
  }

  private mutating func write(_ entries: [NativeEntry], indent: Int) {
    for entry in entries {
      lines(.above, of: entry.anchor, indent: indent)
      pad(indent)
      write(entry, indent: indent)
      lines(.below, of: entry.anchor, indent: indent)
    }
  }

  /// The key and its value; the first line is already indented.
  private mutating func write(_ entry: NativeEntry, indent: Int) {
    text += YAMLScalar.line(entry.key, inFlow: true) + ":"
    switch entry.value {
    case .blank: endLine(entry.anchor)
    case .text(let value, let isLong): write(value, isLong: isLong, of: entry.anchor, indent: indent)
    case .texts(let values):
      text += " [" + values.map { YAMLScalar.line($0, inFlow: true) }.joined(separator: ", ") + "]"
      endLine(entry.anchor)
    case .group(let entries, let isFlat):
      if isFlat, let line = flat(entries) {
        text += " " + line
        endLine(entry.anchor)
      } else {
        endLine(entry.anchor)
        write(entries, indent: indent + 2)
      }
    case .rows(let rows):
      endLine(entry.anchor)
      for row in rows { write(row, indent: indent + 2) }
    }
  }

  private mutating func write(_ value: String, isLong: Bool, of anchor: FormComment.Anchor, indent: Int) {
    guard isLong || value.utf8.contains(0x0A), let block = YAMLScalar.block(value) else {
      text += " " + YAMLScalar.line(value)
      return endLine(anchor)
    }
    text += " " + block.header
    endLine(anchor)
    for line in block.lines {
      if !line.isEmpty { pad(indent + 2) }
      text += line
      text += "\n"
    }
  }

  /// A list item; what stands above its first cell stands above its dash.
  private mutating func write(_ row: NativeEntry.Row, indent: Int) {
    lines(.above, of: row.anchor, indent: indent)
    guard let first = row.cells.first else { return }
    lines(.above, of: first.anchor, indent: indent)
    pad(indent)
    text += "- "
    write(first, indent: indent + 2)
    if first.anchor != row.anchor { lines(.below, of: first.anchor, indent: indent + 2) }
    write(Array(row.cells.dropFirst()), indent: indent + 2)
    lines(.below, of: row.anchor, indent: indent)
  }

  /// The group on one line; `nil` where it is too wide or something in it has a comment.
  private func flat(_ entries: [NativeEntry]) -> String? {
    var parts: [String] = []
    for entry in entries {
      guard case .text(let value, _) = entry.value, comments[entry.anchor] == nil else { return nil }
      parts.append(YAMLScalar.line(entry.key, inFlow: true) + ": " + YAMLScalar.line(value, inFlow: true))
    }
    let line = "{" + parts.joined(separator: ", ") + "}"
    return displayWidth(of: line) <= Self.flatWidth ? line : nil
  }

  private mutating func pad(_ indent: Int) { text += String(repeating: " ", count: indent) }

  /// Comments with lines of their own, each written once.
  private mutating func lines(_ placement: FormComment.Placement, of anchor: FormComment.Anchor, indent: Int)
  {
    guard let list = comments[anchor] else { return }
    for comment in list where comment.placement == placement {
      if !comment.text.isEmpty { pad(indent) }
      text += comment.text + "\n"
    }
    keep(anchor) { $0.placement != placement }
  }

  private mutating func endLine(_ anchor: FormComment.Anchor) {
    if let comment = comments[anchor]?.first(where: { $0.placement == .trailing }) {
      text += "  " + comment.text
      keep(anchor) { $0.placement != .trailing }
    }
    text += "\n"
  }

  private mutating func keep(_ anchor: FormComment.Anchor, where kept: (FormComment) -> Bool) {
    let left = comments[anchor]?.filter(kept) ?? []
    comments[anchor] = left.isEmpty ? nil : left
  }
}
