import ChineseText

/// The lines that list `candidates` below the line being edited: in columns, or one a line when
/// there are notes. At most `maximumLines`; the last one then says how many are left out.
func candidateList(
  _ candidates: [Completion.Candidate], columns: Int, maximumLines: Int, style: Style
) -> [String] {
  let texts = candidates.map { visible($0.text) }
  let widest = texts.map { displayWidth(of: $0) }.max() ?? 0
  let limit = max(2, maximumLines)
  if candidates.contains(where: { $0.note != nil }) {
    let indent = min(widest, columns / 2) + 2
    let lines = zip(texts, candidates).map { text, candidate in
      guard let note = candidate.note, !note.isEmpty else { return truncated(text, to: columns - 1) }
      let name = padded(text, to: indent - 2) + "  "
      let room = columns - 1 - displayWidth(of: name)
      return room < 4
        ? truncated(text, to: columns - 1) : name + style(.hint, truncated(visible(note), to: room))
    }
    return capped(lines, at: limit, perLine: 1)
  }
  let perLine = max(1, (columns - 1) / (widest + 2))
  let rows = (texts.count + perLine - 1) / perLine
  let lines = (0..<rows).map { row in
    let cells = stride(from: row, to: texts.count, by: rows).map { padded(texts[$0], to: widest) }
    return truncated(trimmedRight(cells.joined(separator: "  ")), to: columns - 1)
  }
  return capped(lines, at: limit, perLine: perLine)
}

private func capped(_ lines: [String], at limit: Int, perLine: Int) -> [String] {
  guard lines.count > limit else { return lines }
  return lines.prefix(limit - 1) + [Messages.moreCandidates(lines: lines.count - limit + 1)]
}

func trimmedRight(_ text: String) -> String {
  var text = text[...]
  while text.last == " " { text.removeLast() }
  return String(text)
}
