/// What the form model says to people.
enum Messages {
  static func place(table: Int, row: Int, cell: Int) -> String { "表\(table) 第\(row)行第\(cell)格" }

  static func place(page: Int, line: Int) -> String { "第\(page)页第\(line)行" }

  static func place(paragraph: Int) -> String { "第\(paragraph)段" }
}
