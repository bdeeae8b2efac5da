import FormModel
import FormWriting
import Foundation
import TestSupport

/// The formats that batches are measured in.
enum BatchFormat: String, CaseIterable {
  case tabText, ndjson, xlsx, docx

  /// Forms that two cores are to read in a second.
  var leastRate: Double {
    switch self {
    case .tabText: 17_000
    case .ndjson: 20_000
    case .xlsx: 2_400
    case .docx: 1_200
    }
  }

  private var ending: String { self == .tabText ? "txt" : rawValue }

  /// How many forms stand in one file.
  private var formsInFile: Int { self == .ndjson ? 250 : 1 }

  /// Writes a folder of forms.
  ///
  /// - Returns: how many rows they have.
  func write(_ count: Int, to folder: TemporaryFolder) throws -> Int {
    var forms = RealisticForms(seed: 7)
    var rows = 0
    for file in 0..<count / formsInFile {
      let batch = (0..<formsInFile).map { _ in forms.form() }
      rows += batch.reduce(0) { $0 + $1.indicators.count }
      let url = URL(fileURLWithPath: "\(folder.path)/\(file).\(ending)")
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
    }
  }
}
