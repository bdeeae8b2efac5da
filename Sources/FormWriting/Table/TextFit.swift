import ChineseText

/// `text` in lines of at most `width` columns, for every text and every width from 2.
///
/// Line ends at the end of the text make no empty lines.
func fitted(_ text: String, width: Int) -> [String] {
  var lines = wrapped(visible(text), width: width).flatMap { line in
    displayWidth(of: line) <= width ? [line] : cut(line, width: width)
  }
  while lines.count > 1, lines.last == "" { lines.removeLast() }
  return lines
}

/// A character of several signs that is wider than the column is cut between its signs.
private func cut(_ line: String, width: Int) -> [String] {
  var lines = [""]
  var columns = 0
  for scalar in line.unicodeScalars {
    let wanted = displayWidth(of: scalar)
    if columns + wanted > width {
      lines.append("")
      columns = 0
    }
    lines[lines.count - 1].unicodeScalars.append(scalar)
    columns += wanted
  }
  return lines
}

/// One line filled with blanks to exactly `width` columns.
func placed(_ line: String, width: Int, alignment: FormTable.Alignment) -> String {
  let missing = max(0, width - displayWidth(of: line))
  let left =
    switch alignment {
    case .leading: 0
    case .center: missing / 2
    case .trailing: missing
    }
  return String(repeating: " ", count: left) + line + String(repeating: " ", count: missing - left)
}
