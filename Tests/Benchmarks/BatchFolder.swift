import BundledData
import FormModel
import FormTemplates
import FormWriting
import Foundation
import TestSupport

/// The formats that batches are measured in.
enum BatchFormat: String, CaseIterable {
  case tabText, ndjson, xlsx, docx, yaml

  private var ending: String { self == .tabText ? "txt" : rawValue }

  /// How many forms stand in one file.
  private var formsInFile: Int { self == .ndjson ? 250 : 1 }

  /// Writes a folder of forms.
  ///
  /// - Returns: how many rows they have.
  func write(_ count: Int, to folder: String, next: () -> Form) throws -> Int {
    var rows = 0
    for file in 0..<count / formsInFile {
      let batch = (0..<formsInFile).map { _ in next() }
      rows += batch.reduce(0) { $0 + $1.indicators.count }
      let url = URL(fileURLWithPath: "\(folder)/\(file).\(ending)")
      try Data(bytes(of: batch)).write(to: url)
    }
    return rows
  }

  private func bytes(of forms: [Form]) -> [UInt8] {
    switch self {
    case .tabText: Array(forms.map { PrintedForm($0).tabText }.joined().utf8)
    case .ndjson: Array(forms.map { JSONWriter.line(of: LocatedForm(form: $0)) }.joined().utf8)
    case .xlsx: forms.first.map { PrintedForm($0).workbook } ?? []
    case .docx: forms.first.map { PrintedForm($0).document } ?? []
    case .yaml: Array(forms.map { YAMLWriter.text(of: $0, layouts: Self.layouts) }.joined().utf8)
    }
  }

  /// Each template is decoded once.
  private static let layouts: NativeLayouts = {
    let library = TemplateLibrary(
      BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) })
    let known = library.ids.reduce(into: [String: Template]()) { $0[$1] = try? library.template($1) }
    return NativeLayouts { (id) throws(TemplateError) in
      guard let template = known[id] else { throw .unknownTemplate(id, known: known.keys.sorted()) }
      return NativeLayout(template)
    }
  }()
}
