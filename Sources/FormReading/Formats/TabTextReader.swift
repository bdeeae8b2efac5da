import FormModel

/// Text whose cells are separated by TABs, as it is copied out of a table of a document or a sheet.
struct TabTextReader: GridFormat {
  let name = Messages.tabText
  let extensions = ["tsv", "tab"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { isTabText(head) }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    var file = GridFile(text: try input.utf8())
    file.grids = [Grid(layout: .shifted, source: .text, cells: tabCells(file.text))]
    return file
  }
}

/// Whether a text is cells between TABs, and not lines of running text in which a TAB may occur: three lines, or
/// a fifth of them, have one.
func isTabText(_ head: ArraySlice<UInt8>) -> Bool {
  head.withUnsafeBufferPointer { head in
    guard !head.holds(0, in: head.indices) else { return false }
    var lines = 0
    var tabbed = 0
    var start = 0
    while start < head.count {
      let end = head.firstIndex(of: 0x0A, in: start..<head.count) ?? head.count
      if !isBlankLine(head, start..<end) {
        lines += 1
        tabbed += head.holds(0x09, in: start..<end) ? 1 : 0
      }
      start = end + 1
    }
    return tabbed >= 3 && tabbed * 5 >= lines || tabbed > 0 && tabbed * 2 >= lines
  }
}

/// Whether a line has nothing but TABs and its line end.
private func isBlankLine(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  line.allSatisfy { text[$0] == 0x09 || text[$0] == 0x0D }
}

/// The cells of tab-separated text; nothing is copied.
private func tabCells(_ text: [UInt8]) -> [GridCell] {
  var cells: [GridCell] = []
  cells.reserveCapacity(text.count / 24)
  text.withUnsafeBufferPointer { text in
    var (line, lineStart, column, start, index) = (0, 0, 0, 0, 0)
    while index <= text.count {
      let byte = index < text.count ? text[index] : 0x0A
      if byte == 0x09 || byte == 0x0A {
        var (first, last) = (start, index)
        while first < last, text[first] <= 0x20 { first += 1 }
        while last > first, text[last - 1] <= 0x20 { last -= 1 }
        if first < last {
          cells.append(
            GridCell(first..<last, row: line, column: column, place: GridCell.Place(line + 1, lineStart)))
        }
        column += 1
        start = index + 1
        if byte == 0x0A { (line, lineStart, column) = (line + 1, index + 1, 0) }
      }
      index += 1
    }
  }
  return cells
}
