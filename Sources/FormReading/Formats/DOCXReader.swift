import OfficeFiles

/// Documents of Word and WPS: tables and the paragraphs between them.
struct DOCXReader: GridFormat {
  let name = "Word"
  let extensions = ["docx", "docm", "dotx", "doc", "wps"]

  func recognises(_ head: ArraySlice<UInt8>) -> Bool { false }

  func recognises(_ input: FormInput) -> Bool {
    switch OfficeKind(input.bytes) {
    case .document: true
    // What a document lacks is said in the words of documents.
    case .archive: input.name.lowercased().hasSuffix(".docx")
    default: false
    }
  }

  func grids(_ input: FormInput) throws(ReadingError) -> GridFile {
    try input.archive { (archive) throws(OfficeFileError) in
      var scanner = WordScanner(archive.limits)
      try XMLScanner.scan("word/document.xml", of: &archive, to: &scanner)
      return try scanner.finished()
    }
  }
}
