import OfficeFiles

/// Workbooks of Excel and WPS: every sheet is a grid, its cells read as they are printed.
///
/// Archives that are neither workbook nor document, and old or encrypted office files, are taken as well: to say what
/// is wrong with them.
struct XLSXReader: GridFormat {
  let name = "Excel"
  let extensions = ["xlsx", "xlsm", "xls", "et"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  func recognises(_ input: FormInput) -> Bool {
    let kind = OfficeKind(input.bytes)
    return kind != nil && kind != .document
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    try input.archive { (archive) throws(OfficeFileError) in
      var reader = try WorkbookReader(&archive)
      return try reader.read(&archive)
    }
  }
}
