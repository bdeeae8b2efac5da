import FormWriting

/// The layouts that stand in the user's folders of templates: `<id>/form.sheet.yaml` and `<id>/form.docx`.
struct PlaceFiles: Sendable {
  /// Paths by the id of the template, those of later folders in place of earlier ones.
  private(set) var sheets: [String: String] = [:]
  private(set) var documents: [String: String] = [:]

  /// - Throws: `FileError` for a folder that cannot be read.
  init(folders: [String]) throws {
    for path in try folders.flatMap({ try DataFolder.paths(in: $0) }) {
      let parts = path.split(separator: "/").suffix(2).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[1] {
      case PlaceLayout.sheetName: sheets[parts[0]] = path
      case PlaceLayout.documentName: documents[parts[0]] = path
      default: break
      }
    }
  }

  /// The templates with a layout of their own, sorted.
  var ids: [String] { Set(sheets.keys).union(documents.keys).sorted() }

  /// Whether a folder holds layouts.
  func areIn(_ folder: String) -> Bool {
    (Array(sheets.values) + Array(documents.values)).contains { $0.hasPrefix(folder) }
  }

  /// How a template's forms are printed: the sheets of all that it extends, and the nearest document; `nil` where they
  /// bring none.
  ///
  /// - Parameter lineage: the template's id and those of the templates it extends, the oldest last.
  /// - Throws: `FileError`, `Complaint` for a file that cannot be read.
  func layout(of lineage: [String]) throws -> PlaceLayout? {
    let found = try lineage.reversed().compactMap { sheets[$0] }.map { path in
      PlaceLayout.Sheet(path: path, text: try FormFiles.text(at: path))
    }
    let document = try lineage.lazy.compactMap { documents[$0] }.first.map { path in
      PlaceLayout.Document(path: path, bytes: try FormFiles.bytes(at: path))
    }
    return found.isEmpty && document == nil ? nil : PlaceLayout(sheets: found, document: document)
  }
}

extension Library {
  /// Good defaults, the output layouts inside the executable, and those of places.
  ///
  /// - Throws: `FileError`, `Complaint` for a layout that cannot be read.
  func writingOptions() throws -> WritingOptions {
    var options = FormFiles.writingOptions
    guard !places.ids.isEmpty else { return options }
    for id in templateIDs {
      options.placeLayouts[id] = try places.layout(of: lineage(of: id))
    }
    return options
  }
}
