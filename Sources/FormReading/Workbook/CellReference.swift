import OfficeFiles

/// `B12` or `$B$12` as row and column from 0.
struct CellReference: Hashable {
  var row: Int
  var column: Int

  /// Excel's own limits.
  static let rows = 1 << 20
  static let columns = 1 << 14

  /// - Returns: `nil` for anything else, and for what lies outside a sheet.
  init?(_ bytes: XMLBytes) {
    var (row, column) = (0, 0)
    for byte in bytes {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      case 0x24: continue
      default: return nil
      }
      if column > Self.columns || row > Self.rows { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row - 1
    self.column = column - 1
  }
}

/// `A1:C3`: a merged area.
struct CellArea {
  var first: CellReference
  var last: CellReference

  init?(_ bytes: XMLBytes) {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
    guard let first = CellReference(XMLBytes(rebasing: bytes[..<colon])) else { return nil }
    self.first = first
    last = first
    guard colon < bytes.endIndex else { return }
    guard let last = CellReference(XMLBytes(rebasing: bytes[(colon + 1)...])), last.row >= first.row,
      last.column >= first.column
    else { return nil }
    self.last = last
  }
}
