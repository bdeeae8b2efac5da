/// `text` followed by as many blanks as it lacks to `width` columns; unchanged when it is wider.
public func padded(_ text: String, to width: Int) -> String {
  let missing = width - displayWidth(of: text)
  return missing > 0 ? text + String(repeating: " ", count: missing) : text
}

/// `text`, or its beginning and `…` when it is wider than `width` columns.
///
/// Never wider than `width`; empty when `width` is less than one.
public func truncated(_ text: String, to width: Int) -> String {
  guard displayWidth(of: text) > width else { return text }
  guard width >= 1 else { return "" }
  var kept = ""
  var columns = 0
  for character in text {
    let wanted = displayWidth(of: String(character))
    if columns + wanted > width - 1 { break }
    kept.append(character)
    columns += wanted
  }
  return kept + "…"
}
