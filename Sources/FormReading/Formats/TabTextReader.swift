import FormModel

/// Text whose cells are separated by TABs, as it is copied out of a table of a document or a sheet.
struct TabTextReader: GridFormat {
  let name = Messages.tabText
  let extensions = ["tsv", "tab"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { !head.contains(0) && isTabText(head) }

  func recognises(_ input: FormInput) -> Bool {
    let head = input.content.prefix(4096)
    return !(input.signs.contains(.zero) && head.contains(0)) && isTabText(head)
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    var file = GridFile(text: try input.utf8())
    file.grids = [Grid(layout: .shifted, source: .text, cells: tabCells(file.text))]
    return file
  }
}

/// Whether a text is cells between TABs, and not lines of running text in which a TAB may occur: three lines, or
/// a fifth of them, have one. Lines of nothing but TABs do not count.
private func isTabText(_ head: ArraySlice<UInt8>) -> Bool {
  head.withUnsafeBufferPointer { head in
    var (lines, tabbed, start) = (0, 0, 0)
    while start < head.count {
      var first = start
      while first < head.count, head[first] == 0x09 || head[first] == 0x0D { first += 1 }
      let end = head.firstIndex(of: 0x0A, in: first..<head.count) ?? head.count
      if first < end {
        lines += 1
        tabbed += head.holds(0x09, in: start..<end) ? 1 : 0
      }
      start = end + 1
    }
    return tabbed >= 3 && tabbed * 5 >= lines || tabbed > 0 && tabbed * 2 >= lines
  }
}

/// The cells of tab-separated text; nothing is copied.
private func tabCells(_ text: [UInt8]) -> [GridCell] {
  var cells: [GridCell] = []
  cells.reserveCapacity(text.count / 24)
  text.withUnsafeBufferPointer { text in
    var (line, lineStart, column, start) = (0, 0, 0, 0)
    while start < text.count {
      let end = text.firstIndex(of: 0x09, or: 0x0A, in: start..<text.count) ?? text.count
      var (first, last) = (start, end)
      while first < last, text[first] <= 0x20 { first += 1 }
      while last > first, text[last - 1] <= 0x20 { last -= 1 }
      if first < last {
        cells.append(
          GridCell(first..<last, row: line, column: column, place: GridCell.Place(line + 1, lineStart)))
      }
      start = end + 1
      column += 1
      if end < text.count, text[end] == 0x0A { (line, lineStart, column) = (line + 1, start, 0) }
    }
  }
  return cells
}
